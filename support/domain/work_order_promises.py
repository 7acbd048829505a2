"""What must be true of a work order: its state, how it came there, who has decided what, and who sees it."""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import TYPE_CHECKING, Any

from support.domain import work_order_words as words
from support.domain.comparing import differences
from support.domain.live_update_promises import FRAME_WITHIN
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.websocket import Frame
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.work_orders import WorkOrder


class WorkOrderPromises:
    """Each method raises a Finding, in the product's words, when its promise is not kept."""

    def require_state(self, order: WorkOrder, expected: str) -> dict:
        """:raises Finding: when the order is in another state."""
        record = self.record(order)
        if record["status"] != expected:
            last = record["history"][-1]
            raise Finding(f"{order.title} should be {expected}, and is {record['status']} (since {last['at']}, by "
                          f"{last['by']['full_name'] or last['by']['kind']})")
        return record

    def require_fields(self, order: WorkOrder, **expected: Any) -> None:
        """:raises Finding: naming each of these fields that is another."""
        different = differences(expected, self.record(order))
        if different:
            raise Finding(f"of {order.title} {different}")

    def require_unchanged(self, order: WorkOrder) -> None:
        """It is exactly as it was before the last attempt.

        :raises Finding: naming what differs.
        """
        different = differences(self._world.noted[order.title], self.record(order))
        if different:
            raise Finding(f"nothing about {order.title} should have changed: {different}")

    def require_started(self, order: WorkOrder) -> None:
        """In progress, with the time at which that began, which is the time of the step in its history.

        :raises Finding: when one of them is otherwise.
        """
        record = self.require_state(order, "in_progress")
        begun = [step["at"] for step in record["history"] if step["to"] == "in_progress"]
        if not record["started_at"] or abs(_moment(record["started_at"]) - _moment(begun[0])).total_seconds() > 1:
            raise Finding(f"{order.title} should say that it was started at {begun[0]}, and says {record['started_at']}")

    def require_history(self, order: WorkOrder, expected: list[dict[str, str]]) -> None:
        """Its history has these steps and no other, in order of time: from what to what, by whom, with which words.

        :raises Finding: naming the first that differs.
        """
        steps = self.record(order)["history"]
        seen = [{"from": step["from"] or "", "to": step["to"], "by": self._name_of(step["by"]), "words": step["comment"]}
                for step in steps]
        if seen != expected:
            raise Finding(f"the history of {order.title} should be\n  {_lines(expected)}\nand is\n  {_lines(seen)}")
        times = [_moment(step["at"]) for step in steps]
        if times != sorted(times):
            raise Finding(f"the history of {order.title} should be in order of time, and is {[s['at'] for s in steps]}")

    def _name_of(self, by: dict) -> str:
        """The scenario's name for whom a record says did something: kind, id and name must all be that one's."""
        for name, person in self._world.people.items():
            is_vendor = person.role == "vendor"
            if by == {"kind": "vendor" if is_vendor else "person", "id": None if is_vendor else person.id,
                      "full_name": person.full_name}:
                return name
        return f"nobody of this scenario: {by}"

    def require_decisions(self, order: WorkOrder, expected: list[dict[str, str]]) -> None:
        """Exactly these decisions stand in its record, those of former rounds too.

        :raises Finding: showing all that do.
        """
        names = {person.id: name for name, person in self._world.people.items() if person.id}
        found = self.record(order)["decisions"]
        seen = [{"round": str(each["round"]), "person": names.get(each["person_id"], each["person_id"]),
                 "part": each["part"], "decision": each["decision"], "words": each["comment"]} for each in found]

        def place(row: dict) -> tuple:
            return row["round"], row["part"] != "verifier", row["person"]

        if sorted(seen, key=place) != sorted(expected, key=place):
            raise Finding(f"the decisions on {order.title} should be\n  {_lines(expected)}\nand are\n  {_lines(seen)}")
        undated = [each for each in found if (each["at"] is None) != (each["decision"] == "pending")]
        if undated:
            raise Finding(f"each decision that was made on {order.title}, and no other, should have its time: {undated}")

    def require_items(self, order: WorkOrder, expected: list[dict[str, str]]) -> None:
        """The checklist reads so: each line, its answer, whether that is marked, and who gave it.

        :raises Finding: showing how it reads.
        """
        seen = []
        for item in self.record(order)["line_items"]:
            by = self._name_of(item["answered_by"]) if item["answered_by"] else ""
            given = {True: "yes", False: "no"}.get(item["answer"]) if isinstance(item["answer"], bool) else item["answer"]
            given = f"{given:g}" if isinstance(given, (int, float)) else given or ""
            seen.append({"item": item["text"], "answer": given, "marked": "yes" if item["flagged"] else "", "by": by})
            if bool(by) != bool(item["answered_at"]):
                raise Finding(f"an answer should have its time: {item}")
        if seen != expected:
            raise Finding(f"the checklist of {order.title} should read\n  {_lines(expected)}\nand reads\n  {_lines(seen)}")

    def require_to_be_answered(self, order: WorkOrder, outcome: Outcome, names: list[str]) -> None:
        """Refused since exactly these lines are to be answered first.

        :raises Finding: when it was accepted, or others were named.
        """
        outcome.require_refused("incomplete")
        fields = [(fault["field"], fault["code"]) for fault in outcome.answer.json["errors"]]
        expected = [(f"line_items.{self.item_of(order, name)['id']}", "required") for name in names]
        if sorted(fields) != sorted(expected):
            raise Finding(f"{outcome.who} should be told that {', '.join(names)} of {order.title} must be answered first, "
                          f"and is told {fields}")

    def require_numbers(self, orders: list[WorkOrder], first: int) -> None:
        """They have the numbers from this one on, each its own, without a gap.

        :raises Finding: showing the numbers.
        """
        numbers = sorted(self.record(order)["number"] or "none" for order in orders)
        expected = [f"WO-{first + place:05d}" for place in range(len(orders))]
        if numbers != expected:
            raise Finding(f"{len(orders)} orders should have the numbers {expected[0]} to {expected[-1]}, each one, and "
                          f"have {', '.join(numbers)}")

    def require_listed(self, person: Person, titles: list[str]) -> None:
        """The person finds these orders and no other.

        :raises Finding: showing what is found.
        """
        found = sorted(record["title"] for record in self.listed(person))
        if found != sorted(titles):
            raise Finding(f"{person.name} should find exactly the orders {sorted(titles)}, and finds {found}")

    def require_states_known(self, person: Person) -> None:
        """Whatever the list and the histories of orders show as a state is one of the business's table.

        :raises Finding: naming another.
        """
        shown = {state for record in self.listed(person)
                 for state in (record["status"], *(step[end] for step in record["history"] for end in ("from", "to")))}
        strange = shown - {None, *words.STATES}
        if strange or len(shown) < len(words.STATES):
            raise Finding(f"orders should be shown in the states {', '.join(words.STATES)} and no others, and are in "
                          f"{sorted(filter(None, shown))}")

    def require_seen(self, order: WorkOrder, person: Person, states: list[str]) -> None:
        """The person was told of these states of the order, each once and in this order, the last of it as it is now.

        :raises Finding: when one does not come in time, or something else was told.
        """
        socket = self._world.live_updates.connect(person)
        record = self.record(order)
        socket.await_frame(f"that {order.title} is {states[-1]}, version {record['version']}",
                           lambda frame: _tells_of(frame, order) and frame.data["version"] == record["version"],
                           FRAME_WITHIN)
        seen = [frame.data for frame in socket.frames if _tells_of(frame, order)]
        told = [state for state, _ in itertools.groupby(data["status"] for data in seen)]
        versions = [data["version"] for data in seen]
        last = {name: seen[-1][name] for name in ("id", "number", "status", "version")}
        if told != states or versions != sorted(set(versions)) or last != {name: record[name] for name in last}:
            raise Finding(f"{person.name} should see {order.title} become {', '.join(states)}, each version once, and saw "
                          f"{[(data['status'], data['version']) for data in seen]}")

    def require_not_seen(self, order: WorkOrder, person: Person) -> None:
        """:raises Finding: when the person was told of a change of the order."""
        self._world.live_updates.ping(person)  # whatever was sent before has come now
        seen = [frame.data for frame in self._world.live_updates.connect(person).frames if _tells_of(frame, order)]
        if seen:
            raise Finding(f"{person.name} should be told nothing of {order.title}, and was told {seen}")

    def require_refused_as_unknown(self, order: WorkOrder, outcome: Outcome) -> None:
        """Refused in exactly the words in which the same attempt on an id that nobody has is refused.

        :raises Finding: when the two differ.
        """
        verb, person = outcome.what.split(" ")[0], self._world.people[outcome.who]
        outcome.require_unknown_like(self.attempt(verb, self.nobodys(order), person))


def _tells_of(frame: Frame, order: WorkOrder) -> bool:
    return frame.type == "work_order.changed" and frame.data.get("id") == order.id


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _lines(rows: list[dict[str, str]]) -> str:
    return "\n  ".join(" | ".join(row.values()) for row in rows) or "none"
