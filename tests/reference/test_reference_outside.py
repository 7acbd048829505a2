"""Outside services, asked over real HTTP: tries, waits, and what counts as trouble. Redis is away: nothing is counted."""

import time

import pytest

from reference.core import cause, outside
from reference.core.cause import Cause
from reference.core.outside import Service, Trouble
from reference.core.stores import RedisError
from support.stand_ins.face_service import FaceService

ASKED = {"person_ref": "ravi", "photo": "aGVsbG8="}


@pytest.fixture
def stand_in():
    stand_in = FaceService("127.0.0.1")
    stand_in.start()
    stand_in.know("ravi")
    yield stand_in
    stand_in.close()


@pytest.fixture
def service(stand_in):
    return Service("face service", stand_in.url)


@pytest.fixture(autouse=True)
def without_redis(monkeypatch):
    def away():
        raise RedisError

    monkeypatch.setattr(outside, "keys", away)


@pytest.fixture(autouse=True)
def waits(monkeypatch):
    waited = []
    monkeypatch.setattr(outside.time, "sleep", waited.append)
    return waited


def ask(service, **more):
    return service.ask("POST", "/v1/verify", ASKED, **more)


def test_an_answer_is_what_the_service_says(service, stand_in, waits):
    with cause.because_of(Cause(request_id="abc")):
        assert ask(service) == (200, {"distance": 0.2, "liveness": 0.9, "confidence": 0.95})
    assert [(each.body, each.headers["x-request-id"]) for each in stand_in.requests] == [(ASKED, "abc")]
    assert waits == []


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_who_is_busy_is_asked_three_times_with_longer_waits(service, stand_in, waits, status):
    stand_in.answer_with(status)
    with pytest.raises(Trouble, match=f"it answered {status}"):
        ask(service)
    assert len(stand_in.requests) == 3
    assert len({(each.headers["x-request-id"], each.headers["idempotency-key"]) for each in stand_in.requests}) == 1
    assert [0.16 <= waits[0] <= 0.24, 0.32 <= waits[1] <= 0.48, len(waits)] == [True, True, 2]


def test_a_task_tries_once(service, stand_in):
    stand_in.answer_with(503)
    with pytest.raises(Trouble):
        ask(service, tries=1)
    assert len(stand_in.requests) == 1


@pytest.mark.parametrize("status", [302, 400, 404, 500, 501])
def test_another_refusal_ends_it_at_once(service, stand_in, status):
    stand_in.answer_with(status)
    with pytest.raises(Trouble, match=f"it answered {status}"):
        ask(service)
    assert len(stand_in.requests) == 1


def test_what_the_area_expects_is_no_trouble(service, stand_in):
    stand_in.answer_with(404, b'{"error": "not enrolled"}')
    assert ask(service, accepts=(200, 404)) == (404, {"error": "not enrolled"})


def test_what_is_no_json_is_trouble(service, stand_in):
    stand_in.answer_with(200, b"<html>")
    with pytest.raises(Trouble, match="no JSON"):
        ask(service)


def test_who_is_away_is_tried_and_given_up(service, stand_in, waits):
    stand_in.go_away()
    with pytest.raises(Trouble, match="ConnectionRefusedError") as refusal:
        ask(service)
    problem = refusal.value.problem()
    assert (problem.status, problem.headers["Retry-After"], len(waits)) == (503, "30", 2)
    assert not refusal.value.left_alone


def test_who_is_silent_is_broken_off_when_the_time_is_over(service, stand_in, monkeypatch):
    monkeypatch.setattr(outside, "IN_ALL_SECONDS", 0.4)
    stand_in.hold()
    began = time.monotonic()
    with pytest.raises(Trouble):
        ask(service)
    assert 0.3 < time.monotonic() - began < 2.0
    assert len(stand_in.requests) == 1
