"""Frames that are JSON for Python alone, or could not be sent back: refused, and the socket lives."""

from __future__ import annotations

import json

import pytest

from reference.core.answers import as_json
from reference.realtime.rules import Refusal, frame, read_message


@pytest.mark.parametrize("text, reason", [
    (r'{"type": "ping", "client_time": "\ud800"}', "invalid_frame"),
    (r'{"type": "ping", "client_time": "a\u0000b"}', "invalid_frame"),
    (r'{"type": "ping", "\ud800": 1}', "invalid_frame"),
    (r'{"type": "subscribe", "topics": ["me"], "\udfff": 1}', "invalid_frame"),
    ('{"type": "ping", "client_time": 1e999}', "invalid_frame"),
    ('{"type": "ping", "client_time": -1e999}', "invalid_frame"),
    ('{"type": "ping", "client_time": true}', "invalid_frame"),
    ('{"type": "ping", "client_time": null}', "invalid_frame"),
    ('{"type": "ping", "client_time": Infinity}', "bad_json"),
    ('{"type": "ping", "client_time": NaN}', "bad_json"),
    (r'{"type": "\ud800"}', "unknown_type"),
    ("[1e999]", "not_an_object"),
    ("[" * 100_000, "bad_json"),
    ("", "bad_json"),
])
def test_what_cannot_be_sent_back_is_refused_in_json(text: str, reason: str) -> None:
    with pytest.raises(Refusal) as found:
        read_message(text)
    assert (found.value.reason, found.value.closes) == (reason, False)
    sent = as_json(frame("error", None, found.value.data)).encode("utf-8")
    assert json.loads(sent)["data"]["reason"] == reason


@pytest.mark.parametrize("time", ["😀", "\x01", "", 0, -1.5, 10**300])
def test_every_other_time_is_taken_as_it_is(time: str | float) -> None:
    assert read_message(as_json({"type": "ping", "client_time": time}))["client_time"] == time
