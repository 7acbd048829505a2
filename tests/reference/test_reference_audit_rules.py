"""The trail's rules by themselves: how long events are kept, what is hidden, and where a chain breaks."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from reference.audit import rules

MOMENT = datetime(2026, 11, 28, 21, 0, tzinfo=UTC)


def chain(count, first=1):
    """So many events that hang together, and where they end."""
    previous, events = rules.NOTHING_BEFORE, []
    for sequence in range(first, first + count):
        event = dict.fromkeys(rules.HASHED) | {"id": uuid4(), "at": MOMENT, "sequence": sequence,
                                               "previous_hash": previous, "changes": [], "metadata": {}}
        event["hash"] = previous = rules.hash_of(event)
        events.append(event)
    return rules.Head(first, first + count - 1, previous), events


@pytest.mark.parametrize(("object_type", "at", "until"), [
    ("mission", MOMENT, datetime(2027, 2, 26, 21, 0, tzinfo=UTC)),
    (None, MOMENT, datetime(2027, 2, 26, 21, 0, tzinfo=UTC)),
    ("attendance_record", MOMENT, datetime(2032, 11, 28, 21, 0, tzinfo=UTC)),
    ("attendance_record", datetime(2028, 2, 29, tzinfo=UTC), datetime(2034, 2, 28, tzinfo=UTC)),
])
def test_events_are_kept_for_ninety_days_and_those_on_attendance_for_six_years(object_type, at, until):
    assert rules.kept_until(rules.chain_of(object_type), at) == until


@pytest.mark.parametrize(("field", "secret", "value", "told"), [
    ("password_hash", False, "x", "***"), ("secret_of_ours", True, 5, "***"), ("api_key", False, None, None),
    ("settings", False, {"smtp_password": "x", "port": 25, "token": None},
     {"smtp_password": "***", "port": 25, "token": None}),
    ("picture", False, b"\x89PNG", "***"), ("started_at", False, MOMENT, "2026-11-28T21:00:00Z"), ("name", False, "x", "x"),
])
def test_what_is_secret_is_told_without_its_value(field, secret, value, told):
    assert rules.change(field, None, value, secret=secret) == {"field": field, "before": None, "after": told}


def test_a_whole_chain_is_whole_also_when_its_old_end_was_purged():
    head, events = chain(4)
    assert rules.first_break(head, events) == (4, None)
    assert rules.first_break(rules.Head(3, head.sequence, head.hash), events[2:]) == (2, None)
    assert rules.first_break(rules.Head(5, head.sequence, head.hash), []) == (0, None)
    assert rules.first_break(None, []) == (0, None)


@pytest.mark.parametrize(("gone", "sequence"), [(0, 1), (1, 2), (3, 4)], ids=["oldest", "in the middle", "newest"])
def test_an_event_that_is_gone_is_missed(gone, sequence):
    head, events = chain(4)
    del events[gone]
    assert rules.first_break(head, events) == (gone, rules.Break(sequence, None))


def test_an_event_that_was_written_anew_with_its_hash_is_found():
    """In the middle the next does not hang on it; at the end it is not the one that the head knows."""
    for place, broken in ((1, 2), (3, 3)):
        head, events = chain(4)
        events[place]["role"] = "viewer"
        events[place]["hash"] = rules.hash_of(events[place])
        assert rules.first_break(head, events)[1] == rules.Break(broken + 1, events[broken]["id"])


def test_events_without_a_head_and_beyond_it_are_broken():
    _, events = chain(3)
    assert rules.first_break(None, events) == (0, rules.Break(1, events[0]["id"]))
    assert rules.first_break(rules.Head(1, 2, events[1]["hash"]), events) == (2, rules.Break(3, events[2]["id"]))
