"""Work orders in the suite's own words: what can follow what, what a verb needs, and how a table describes an order."""

from __future__ import annotations

import re
from typing import Any

from support.findings import WrongScenario

# The suite's own copy of the business's table: state -> what an order can become.
MOVES = {
    "draft": ("submitted", "cancelled"),
    "submitted": ("approved", "draft", "cancelled"),
    "approved": ("in_progress", "cancelled"),
    "in_progress": ("completed", "cancelled"),
    "completed": ("closed", "in_progress"),
    "closed": (),
    "cancelled": (),
}
STATES = tuple(MOVES)
# How an order of its author's comes into a state: the verbs, each with who does it.
WAY = {
    "draft": (),
    "submitted": (("submit", "author"),),
    "approved": (("submit", "author"), ("approve", "administrator")),
    "in_progress": (("submit", "author"), ("approve", "administrator"), ("start", "administrator")),
    "completed": (("submit", "author"), ("approve", "administrator"), ("start", "administrator"),
                  ("complete", "administrator")),
    "closed": (("submit", "author"), ("approve", "administrator"), ("start", "administrator"),
               ("complete", "administrator"), ("close", "administrator")),
    "cancelled": (("submit", "author"), ("cancel", "administrator")),
}
NEED_WORDS = ("reject", "complete", "close", "cancel", "reopen")
DOES = {"submits": "submit", "approves": "approve", "rejects": "reject", "starts": "start", "completes": "complete",
        "closes": "close", "reopens": "reopen", "cancels": "cancel", "verifies": "verify"}
DOES_AS_VENDOR = {"accepts": "accept", "declines": "decline"}
DECISIONS = ("pending", "approved", "rejected")
USUAL_WORDS = "Tide is out"

_ITEM = re.compile(r"([^,(][^(]*) \(([^)]*)\)")
_RANGE = re.compile(r"(-?[\d.]+)? ?to ?(-?[\d.]+)?")


def items(text: str) -> list[dict[str, Any]]:
    """The lines of a checklist: ``Pressure (number, required, 1 to 5), Colour (text)``."""
    found = []
    for name, said in _ITEM.findall(text):
        kind, *more = said.split(", ")
        item: dict[str, Any] = {"text": name.strip(), "kind": kind.replace(" or ", "_")}
        for each in more:
            if each == "required":
                item["required"] = True
            elif (match := _RANGE.fullmatch(each)) is not None:
                item |= {end: float(value) for end, value in zip(("low", "high"), match.groups(), strict=True) if value}
            else:
                raise WrongScenario(f"a line of a checklist has a kind, may be required, and has a range, not {each!r}")
        found.append(item)
    return found


def answer(text: str) -> Any:
    """What somebody answers: yes or no, a number, else a text."""
    if text in ("yes", "no"):
        return text == "yes"
    return float(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text


def answers(text: str) -> dict[str, Any]:
    """Several of them: ``Pressure 3.5, Colour red``."""
    parts = [each.rpartition(" ") for each in text.split(", ")] if text else []
    return {name: answer(value) for name, _, value in parts}
