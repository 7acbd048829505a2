"""Rules of the reference platform that no scenario reaches: bounds, orders, and tables that must fit together."""

from __future__ import annotations

from ipaddress import IPv4Network

import pytest

from reference.core import permissions
from reference.missions import rules
from reference.realtime.rules import FLOOD_FRAMES, Flood, Refusal, read_topics

LOOPBACK = [IPv4Network("127.0.0.0/8")]


def test_each_permission_has_one_word_a_role() -> None:
    assert {len(row) for row in permissions.PERMISSIONS.values()} == {len(permissions.ROLES)}
    assert set("".join(permissions.PERMISSIONS.values())) <= {"A", "O", "-"}


def test_verbs_only_go_where_the_table_of_states_allows() -> None:
    for sources, goal in rules.VERBS.values():
        assert all(goal in rules.TRANSITIONS[source] for source in sources)
    assert set(rules.TRANSITIONS) == set(rules.STATUSES)


@pytest.mark.parametrize("entry, code", [
    ("127.0.0.1:0", "format"), ("127.0.0.1:65536", "format"), ("127.1", "format"), ("0x7f.0.0.1", "format"),
    ("2130706433", "format"), ("a b", "format"), ("http://[::1]/", "format"), ("http://user@127.0.0.1/", "format"),
    ("127.0.0.0/23", "out_of_range"), ("169.254.1.1", "not_allowed"), ("http://10.0.0.1/", "not_allowed"),
    ("126.255.255.0/24", "not_allowed"), ("ftp://127.0.0.1/", "format"), ("127.0.0.1/99", "format"),
])
def test_scope_entries_that_are_refused(entry: str, code: str) -> None:
    with pytest.raises(rules.ScopeFault) as found:
        rules.targets_of(entry, LOOPBACK)
    assert found.value.code == code


def test_link_local_is_refused_even_where_the_setting_allows_it() -> None:
    with pytest.raises(rules.ScopeFault):
        rules.targets_of("169.254.169.254", [IPv4Network("0.0.0.0/0")])


def test_a_range_is_all_of_its_addresses_in_order() -> None:
    targets = rules.targets_of("127.0.3.0/24", LOOPBACK)
    assert [target.address for target in targets] == [f"127.0.3.{last}" for last in range(256)]


@pytest.mark.parametrize("done, skipped, total, percent", [(0, 0, 9, 0), (1, 0, 9, 10), (4, 1, 9, 50), (8, 0, 9, 80),
                                                           (6, 3, 9, 90), (1, 0, 7, 12)])
def test_progress_is_rounded_down(done: int, skipped: int, total: int, percent: int) -> None:
    assert rules.progress(done, skipped, total) == percent


def test_risk_counts_what_is_open_or_confirmed_and_ends_at_100() -> None:
    assert rules.risk_score([("critical", "open"), ("high", "fixed"), ("medium", "confirmed"), ("low", "open")]) == 50
    assert rules.risk_score([("critical", "open")] * 3) == 100


def test_the_third_frame_too_many_closes() -> None:
    flood = Flood()
    answers = [flood.count(moment=0.0) for _ in range(FLOOD_FRAMES + 3)]
    assert answers[:FLOOD_FRAMES] == [None] * FLOOD_FRAMES
    assert [answer.closes for answer in answers[FLOOD_FRAMES:] if answer] == [False, False, True]
    assert flood.count(moment=60.0) is None


def test_ill_formed_topics_close_and_a_faulty_list_does_not() -> None:
    for topics, closes in ((["mission:1"], True), (["planet:x"], True), ([3], True), ([], False), ("me", False)):
        with pytest.raises(Refusal) as found:
            read_topics({"type": "subscribe", "topics": topics})
        assert found.value.closes is closes
