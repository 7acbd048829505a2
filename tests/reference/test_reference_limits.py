"""Calls that are counted: in which order a call too many is refused, and whom it hinders."""

import pytest

from support.drivers.http import open_client
from support.drivers.own_address import FROM

WRONG = {"email": "nobody@example.org", "password": "never a password"}


@pytest.fixture
def from_address(platform):
    """Asks from an address that nobody else uses here."""
    with open_client(str(platform.client.base_url)) as client:
        yield lambda address, method, path, **how: client.request(method, path, extensions={FROM: address}, **how)


def signs_in(from_address, address, slug):
    return from_address(address, "POST", "/api/v1/auth/login", json=WRONG, headers={"X-Tenant": slug})


def test_a_tenant_that_is_none_is_refused_before_a_sign_in_too_many(admin, from_address):
    statuses = [signs_in(from_address, "127.7.0.1", admin.slug).status_code for _ in range(11)]

    assert statuses == [401] * 10 + [429]
    assert signs_in(from_address, "127.7.0.1", "nobody-at-all").status_code == 403
    assert signs_in(from_address, "127.7.0.2", admin.slug).status_code == 401


def test_a_call_too_many_is_refused_after_the_tenant_and_before_the_permission(platform, admin):
    viewer = platform.colleague(admin, "viewer")
    left = int(viewer("GET", "/missions/nothing").headers["RateLimit-Remaining"])
    assert [viewer("GET", "/missions/nothing").status_code for _ in range(left)] == [404] * left

    assert viewer("POST", "/missions", {}).status_code == 429
    assert viewer("GET", "/me", **{"X-Tenant": "nobody-at-all"}).status_code == 403
    assert viewer.client.get("/api/v2/me").status_code == 401
    assert admin("GET", "/me").status_code == 200


def test_where_nobody_signs_in_the_address_is_counted_whatever_is_asked_for(from_address):
    asked = [("GET", "/api/version"), ("GET", "/nothing"), ("PUT", "/api/version"), ("GET", "/openapi.json"),
             ("OPTIONS", "/api/v2/me"), ("GET", "/api/v2/me")]
    answers = [from_address("127.7.0.3", method, path) for method, path in asked]

    assert [answer.status_code for answer in answers] == [200, 404, 405, 200, 405, 401]
    assert [answer.headers["RateLimit-Remaining"] for answer in answers] == ["599", "598", "597", "596", "595", "594"]


def test_what_no_endpoint_answers_is_refused_too_once_it_is_one_call_too_many(from_address):
    left = int(from_address("127.7.0.4", "GET", "/nothing").headers["RateLimit-Remaining"])
    for _ in range(left):
        from_address("127.7.0.4", "GET", "/nothing")
    refused = from_address("127.7.0.4", "GET", "/nothing")

    assert (refused.status_code, refused.headers["RateLimit-Remaining"]) == (429, "0")
    assert refused.json()["title"] == "Too Many Requests"
    assert from_address("127.7.0.4", "GET", "/health/live").status_code == 200
    assert from_address("127.7.0.4", "GET", "/api/v2/me").status_code == 401
