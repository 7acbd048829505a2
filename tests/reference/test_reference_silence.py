"""A Redis that hangs costs a call less than a second: it is waited for once."""

from time import monotonic

import psutil
import pytest

from reference.core.stores import _OPTIONS

WAITED_ONCE = _OPTIONS["socket_timeout"]


@pytest.fixture
def hanging_redis(platform):
    redis = psutil.Process(platform.stack.processes()["redis"])

    def hang():
        redis.suspend()

    yield hang
    redis.resume()


def seconds_of(call):
    began = monotonic()
    answer = call()
    return answer.status_code, monotonic() - began


def test_reading_and_writing_go_on_and_wait_once(admin, target, hanging_redis):
    mission = admin.mission([target()])
    seconds_of(lambda: admin("GET", f"/missions/{mission}"))
    hanging_redis()
    reading = seconds_of(lambda: admin("GET", f"/missions/{mission}"))  # counts the call, and looks for the kept record
    writing = seconds_of(lambda: admin("POST", "/sites", {"code": "NP", "name": "North Pier"}))

    assert (reading[0], writing[0]) == (200, 201)
    assert reading[1] < 2 * WAITED_ONCE
    assert writing[1] < 2 * WAITED_ONCE
