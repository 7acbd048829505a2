"""What the words in a sentence's changing places mean: which there are, and what each stands for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

ORDINALS = ("first", "second", "third", "fourth", "fifth")
MISSION_STATES = ("created", "running", "paused", "awaiting_approval", "stopped", "completed", "failed")
VERBS = ("read", "start", "pause", "resume", "stop", "retry", "rename", "delete")
FINDING_STATES = {"open": "open", "confirmed": "confirmed", "fixed": "fixed", "a false positive": "false_positive"}
FAULTS = {
    "required": "required", "of the wrong kind": "type", "malformed": "format", "too short": "too_short",
    "too long": "too_long", "out of range": "out_of_range", "not allowed": "not_allowed", "not known": "unknown",
    "no field of it": "unknown_field", "read-only": "read_only", "not right": "precondition",
}
ROLES = {"administrator": "admin", "supervisor": "supervisor", "operator": "operator", "worker": "worker",
         "salesperson": "sales", "verifier": "verifier", "viewer": "viewer"}
NAMED_IN_A_TOKEN = {"a person": "sub", "a tenant": "tenant_id", "a sign-in": "sid"}
DOES = {"starts": "start", "pauses": "pause", "resumes": "resume", "stops": "stop", "retries": "retry",
        "deletes": "delete"}
STORES = {"PostgreSQL": "postgres", "Redis": "redis"}
LEG = r"\d+ metres? (?:north|south|east|west)"
SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}

FAULTY_REGISTRATIONS = {"a slug in capitals": {"tenant_slug": "HARBOUR"}, "an address that is none": {"email": "nadia"},
                        "a password too short": {"password": "Aa1!Aa1!Aa1"}}


def either(words: Iterable[str]) -> str:
    """The expression that matches one of these words."""
    return "|".join(words)


def series(words: Iterable[str], least: int = 1) -> str:
    """The expression that matches several of these words: "start, pause and stop"."""
    one = f"(?:{either(words)})"
    return rf"{one}(?:(?:,| and) {one}){{{least - 1},}}"


def unquoted(text: str) -> str:
    """What stands between quotation marks."""
    return text.strip('"')


def names(text: str) -> list[str]:
    """Each of "one, two and three"."""
    return text.replace(" and ", ", ").replace(",,", ",").split(", ")


def names_or_none(text: str) -> list[str]:
    """The same; none of "nothing"."""
    return [] if text == "nothing" else names(text)


def positions(text: str) -> list[int]:
    """The numbers, from 1, of "first, its second and its third"."""
    return [ORDINALS.index(word.removeprefix("its ")) + 1 for word in names(text)]


def places(text: str) -> str:
    """Where "its second entry" of the scope, stands, as the platform counts it; any other field by its own name."""
    words = text.split()
    return f"scope.{ORDINALS.index(words[1])}" if words[0] == "its" else text


def shown(text: str) -> dict[str, Any]:
    """What a target answers that others do not: a status, a header more or less, a text."""
    what, rest = text.removeprefix("the ").split(" ", 1)
    if what == "header":
        return {"header": tuple(rest.split(": ", 1))}
    return {"no_header": rest.split()[1]} if what == "no" else {what: int(rest) if what == "status" else rest}


def scope(text: str) -> list[str]:
    """The entries of a scope; "nothing" is none."""
    return [] if text == "nothing" else text.split(" and ")


def duration(text: str) -> timedelta:
    """The time that "24 hours" is."""
    number, unit = text.split()
    return timedelta(seconds=int(number) * SECONDS[unit.removesuffix("s")])


def way(text: str) -> tuple[int, int]:
    """The metres to the east and to the north of "20 metres west and 30 metres north"."""
    legs = [leg.split() for leg in text.split(" and ")]
    went = {direction: int(metres) for metres, _, direction in legs}
    return went.get("east", 0) - went.get("west", 0), went.get("north", 0) - went.get("south", 0)


def signals(text: str) -> list[str]:
    """The codes of "the signals short rest and unusual hour"; "no signal" is none."""
    if text == "no signal":
        return []
    return [each.replace(" ", "_") for each in names(text.removeprefix("the ").split(" ", 1)[1])]


def warnings(text: str) -> list[str]:
    """The codes of what a device's place is warned of."""
    return {"poor accuracy": ["poor_accuracy"], "a jump of its accuracy": ["accuracy_jump"]}.get(text, [])


def thing(text: str) -> tuple[str, str]:
    """The kind and the name of 'the project "Lamps"'; no name where none is said."""
    kind, _, name = text.removeprefix("the ").partition(" ")
    return kind, name.strip('"')
