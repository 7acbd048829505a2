"""The suite's face service, asked as the platform asks it."""

import httpx
import pytest

from support.stand_ins.face_service import FaceService

ASKED = {"person_ref": "ravi", "photo": "aGVsbG8="}


@pytest.fixture
def service():
    service = FaceService("127.0.0.1")
    service.start()
    yield service
    service.close()


def verify(service, timeout=5.0):
    return httpx.post(f"{service.url}/v1/verify", json=ASKED, headers={"X-Request-ID": "abc"}, timeout=timeout)


def test_it_knows_nobody_until_it_is_told(service):
    assert verify(service).status_code == 404
    service.know("ravi", distance=0.31)
    assert verify(service).json() == {"distance": 0.31, "liveness": 0.9, "confidence": 0.95}
    assert [(each.path, each.person, each.headers["x-request-id"]) for each in service.asked_of("ravi")] == [
        ("/v1/verify", "ravi", "abc")] * 2


def test_who_is_enrolled_is_known_until_removed(service):
    answer = httpx.post(f"{service.url}/v1/enrol", json={"person_ref": "ravi", "photos": ["a", "b", "c"]})
    assert answer.json() == {"quality": 0.9}
    assert verify(service).status_code == 200
    assert httpx.delete(f"{service.url}/v1/persons/ravi").status_code == 204
    assert verify(service).status_code == 404
    assert service.asked_of("ravi")[-2].method == "DELETE"


def test_it_can_be_in_trouble_for_a_while(service):
    service.know("ravi")
    service.answer_with(503, times=2)
    assert [verify(service).status_code for _ in range(3)] == [503, 503, 200]
    service.answer_with(200, b"<html>")
    assert verify(service).content == b"<html>"
    service.forget()
    assert (verify(service).status_code, len(service.requests)) == (404, 1)


def test_it_can_be_slow(service):
    service.know("ravi")
    service.hold()
    with pytest.raises(httpx.ReadTimeout):
        verify(service, timeout=0.2)
    service.release()
    assert verify(service).status_code == 200


def test_it_can_be_away_and_comes_back_at_the_same_place(service):
    service.know("ravi")
    service.go_away()
    with pytest.raises(httpx.ConnectError):
        verify(service)
    service.come_back()
    assert verify(service).status_code == 200
