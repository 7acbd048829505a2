"""Every answer is compared with the description: what agrees is silent, what does not is told with its place."""

import json

import httpx
import pytest

from support.drivers.contract import disagreements
from support.drivers.description import Description, Undescribed
from support.drivers.http import Answer, Exchange
from support.reporting.masking import Mask

MISSION = {
    "type": "object", "required": ["id", "progress", "phase"],
    "properties": {"id": {"type": "string", "format": "uuid"}, "progress": {"type": "integer", "maximum": 100},
                   "phase": {"anyOf": [{"type": "string", "enum": ["surveying"]}, {"type": "null"}]},
                   "constraints": {"type": "object", "additionalProperties": {"type": "integer"}}}}
PROBLEM = {"type": "object", "required": ["status"], "properties": {"status": {"type": "integer"}}}
REFUSED = {"description": "no",
           "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}
JSON = {"Content-Type": "application/json"}
ANSWERED = {"description": "yes", "headers": {"ETag": {"required": True, "schema": {"type": "string", "pattern": '^"'}},
                                              "RateLimit-Limit": {"schema": {"type": "integer"}}},
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Mission"}},
                        "text/csv": {"schema": {"type": "string"}}}}
DOCUMENT = {
    "openapi": "3.1.0",
    "paths": {
        "/missions/{mission_id}": {"get": {"responses": {"200": ANSWERED, "default": REFUSED}},
                                   "delete": {"responses": {"204": {"description": "gone"}, "404": REFUSED}}},
        "/missions/all": {"get": {"responses": {"200": {"description": "yes", "content": {}}}}},
    },
    "components": {"schemas": {"Mission": MISSION, "Problem": PROBLEM}},
}
ID = "0b7e6b0e-0000-4000-8000-000000000001"
RECORD = {"id": ID, "progress": 100, "phase": None}
PLACE = "components/schemas/Mission"


def said_of(body=RECORD, status=200, method="GET", path=f"/missions/{ID}", kind="application/json", headers=None,
            preflight=False, mask=None) -> list[str]:
    """What the watch says of one answer."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    given = httpx.Headers({"ETag": '"1"', **({"Content-Type": kind} if kind else {}), **(headers or {})})
    mask = mask or Mask()
    answer = Answer(f"{method} {path}", status, given, content, "", 1.0, mask)
    return disagreements(Description(DOCUMENT), [Exchange(method, path, preflight, answer)], mask)


@pytest.mark.parametrize("exchange", [
    {},
    {"body": {**RECORD, "phase": "surveying", "constraints": {"pause_ms": 3}}},
    {"body": b"a,b\r\n", "kind": "text/csv; charset=utf-8"},
    {"body": {"status": 404}, "status": 404, "kind": "application/problem+json; charset=utf-8"},
    {"body": {"status": 503}, "status": 503, "kind": "application/problem+json"},
    {"body": b"", "status": 204, "method": "DELETE", "kind": ""},
    {"headers": {"RateLimit-Limit": "600"}},
    {"body": b"", "path": "/missions/all", "kind": ""},
    {"body": b"no such thing", "status": 404, "path": "/nothing"},
    {"body": b"", "status": 405, "method": "PUT"},
    {"body": b"", "status": 204, "method": "OPTIONS", "preflight": True},
    {"body": DOCUMENT, "path": "/openapi.json"},
], ids=lambda exchange: " ".join(exchange) or "as described")
def test_what_agrees_is_silent(exchange):
    assert said_of(**exchange) == []


ANSWERED_200 = "GET /missions/{mission_id} answered 200"


@pytest.mark.parametrize(("exchange", "words"), [
    ({"body": {**RECORD, "progress": 101}},
     f"{ANSWERED_200} with `progress` 101, which the description ({PLACE}/properties/progress/maximum) does not allow"),
    ({"body": {**RECORD, "phase": "resting"}},
     f'{ANSWERED_200} with `phase` "resting", which the description ({PLACE}/properties/phase/anyOf/0/enum) does not allow'),
    ({"body": {**RECORD, "id": "seven"}},
     f'{ANSWERED_200} with `id` "seven", which the description ({PLACE}/properties/id/format) does not allow'),
    ({"body": {**RECORD, "password_hash": "x"}},
     f"{ANSWERED_200} with `password_hash`, which the description ({PLACE}/additionalProperties) does not know"),
    ({"body": {"id": ID, "phase": None}},
     f"{ANSWERED_200} without `progress`, which the description ({PLACE}/required) promises"),
    ({"body": {**RECORD, "constraints": {"pause_ms": "3"}}},
     f'{ANSWERED_200} with `constraints.pause_ms` "3", which the description '
     f"({PLACE}/properties/constraints/additionalProperties/type) does not allow"),
    ({"body": b"<html>"}, f"{ANSWERED_200} with a body that is no JSON"),
    ({"kind": "text/html"},
     f"{ANSWERED_200} with text/html, and /openapi.json describes application/json or text/csv"),
    ({"headers": {"ETag": "1"}},
     f"{ANSWERED_200} with the header ETag: 1, which /openapi.json (/paths/~1missions~1%7Bmission_id%7D/get/responses/200/"
     "headers/ETag) does not allow"),
    ({"headers": {"RateLimit-Limit": "many"}},
     f"{ANSWERED_200} with the header RateLimit-Limit: many, which /openapi.json (/paths/~1missions~1%7Bmission_id%7D/get/"
     "responses/200/headers/RateLimit-Limit) does not allow"),
    ({"status": 201},
     "GET /missions/{mission_id} answered 201, which /openapi.json does not list among its answers (200, default)"),
    ({"status": 500, "kind": "application/problem+json", "body": {"status": 500}},
     "GET /missions/{mission_id} answered 500, which /openapi.json does not list among its answers (200, default)"),
    ({"status": 409, "method": "DELETE"},
     "DELETE /missions/{mission_id} answered 409, which /openapi.json does not list among its answers (204, 404)"),
    ({"status": 204, "method": "DELETE", "body": b"gone"},
     "DELETE /missions/{mission_id} answered 204 with a body of 4 bytes, and /openapi.json describes none"),
    ({"path": "/nothing"},
     "GET /nothing answered 200, and is a path that /openapi.json does not know: it should answer 404"),
    ({"method": "PUT"}, "PUT /missions/{mission_id} answered 200, and is a verb of that path that /openapi.json does not "
                        "know: it should answer 405"),
], ids=lambda value: " ".join(value) if isinstance(value, dict) else "")
def test_what_disagrees_is_told_with_its_place(exchange, words):
    assert said_of(**exchange) == [words]


def test_a_header_that_is_promised_is_missed():
    answer = Answer("", 200, httpx.Headers(JSON), json.dumps(RECORD).encode(), "", 1.0, Mask())
    found = disagreements(Description(DOCUMENT), [Exchange("GET", f"/missions/{ID}", False, answer)], Mask())

    assert found == [f"{ANSWERED_200} without the header ETag, which /openapi.json promises"]


def test_the_same_disagreement_is_told_once():
    def exchange(progress):
        answer = Answer("", 200, httpx.Headers({**JSON, "ETag": '"1"'}),
                        json.dumps({**RECORD, "progress": progress}).encode(), "", 1.0, Mask())
        return Exchange("GET", f"/missions/{ID}", False, answer)

    found = disagreements(Description(DOCUMENT), [exchange(101 + number // 2) for number in range(20)], Mask())

    assert [words.partition("`progress` ")[2].partition(",")[0] for words in found] == [str(101 + n) for n in range(10)]


def test_no_secret_is_told_in_what_disagrees():
    mask = Mask()
    mask.learn("a-secret-that-nobody-may-read")

    assert "a-secret" not in said_of({**RECORD, "id": "a-secret-that-nobody-may-read" * 9}, mask=mask)[0]


def test_what_is_combined_of_parts_is_not_taken_as_complete():
    parts = {"Base": {"type": "object", "properties": {"id": {"type": "string"}}},
             "Whole": {"allOf": [{"$ref": "#/components/schemas/Base"},
                                 {"type": "object", "properties": {"name": {"type": "string"}}}]}}
    document = {"openapi": "3.1.0", "components": {"schemas": parts}, "paths": {"/whole": {"get": {"responses": {"200": {
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Whole"}}}}}}}}}
    answer = Answer("", 200, httpx.Headers(JSON), b'{"id": "1", "name": "x"}', "", 1.0, Mask())

    assert disagreements(Description(document), [Exchange("GET", "/whole", False, answer)], Mask()) == []


@pytest.mark.parametrize(("document", "words"), [
    ({"openapi": "3.0.3", "paths": {}}, "/openapi.json should be an OpenAPI 3.1 document, and names as its version '3.0.3'"),
    ([], "/openapi.json should be an OpenAPI 3.1 document, and names as its version None"),
])
def test_what_is_no_description_is_refused(document, words):
    with pytest.raises(Undescribed) as refused:
        Description(document)

    assert str(refused.value) == words
