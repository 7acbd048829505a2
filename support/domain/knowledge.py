"""The knowledge of a tenant: the rules that surveys apply, what people do with them, and what is then true of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from support.data import plain
from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items, in_pages
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

RULES = f"{V2}/knowledge/rules"

# What is wrong with a rule that should not be taken, in the words of a feature -> what is sent instead.
FAULTY: dict[str, dict[str, Any]] = {
    "no title": {"title": None},
    "a title of 201 characters": {"title": "x" * 201},
    "a severity of its own": {"severity": "dreadful"},
    "a status of 99": {"check": {"kind": "status_is", "path": "/", "value": 99}},
    "a status of 600": {"check": {"kind": "status_is", "path": "/", "value": 600}},
    "a check of its own kind": {"check": {"kind": "smells_of", "path": "/", "text": "fish"}},
    "a pattern that is none": {"check": {"kind": "header_matches", "path": "/", "name": "Server", "pattern": "(dock"}},
}

# What a rule may check, in the words of a feature; the groups are what the check looks for.
_CHECKS = (
    (re.compile(r"for the status (\d+)"), "status_is", ("value",)),
    (re.compile(r"for a missing header (\S+)"), "header_missing", ("name",)),
    (re.compile(r"for a header (\S+) like (.+)"), "header_matches", ("name", "pattern")),
    (re.compile(r"for the text (.+)"), "body_contains", ("text",)),
)


def check_of(words: str) -> dict[str, Any]:
    """The check that these words of a feature stand for, at the path /.

    :raises WrongScenario: when they stand for none.
    """
    for form, kind, names in _CHECKS:
        match = form.fullmatch(words)
        if match:
            found = dict(zip(names, match.groups(), strict=True))
            return {"kind": kind, "path": "/"} | {name: int(value) if name == "value" else value
                                                  for name, value in found.items()}
    raise WrongScenario(f'no check is worded "{words}"')


@dataclass
class Rule:
    """A rule as a scenario knows it. Each has a path of its own, so that its questions can be told from others."""

    title: str
    path: str
    record: dict = field(default_factory=dict)  # as the platform answered it last
    read: dict = field(default_factory=dict)  # as somebody read it, and will refer to it

    @property
    def address(self) -> str:
        return f"{RULES}/{self.record['id']}"


class Knowledge:
    """The rules that a scenario adds. At a target that answers as it should each finds something: its path is there."""

    def __init__(self, world: World):
        self._world = world
        self._rules: dict[str, Rule] = {}

    def rule(self, title: str) -> Rule:
        """The rule of that title.

        :raises WrongScenario: when the scenario has added none.
        """
        if title not in self._rules:
            raise WrongScenario(f'no rule is called "{title}" here; known are {list(self._rules)}')
        return self._rules[title]

    @property
    def rules(self) -> list[Rule]:
        """All rules that the scenario has added."""
        return list(self._rules.values())

    # Doing

    def add(self, title: str, by: Person, **fields: Any) -> Rule:
        """A new rule of the person's tenant, of medium severity and low risk unless ``fields`` say otherwise."""
        rule = Rule(title, f"/{plain(title)}")
        sent = {"title": title, "category": "gates", "severity": "medium", "description": f"{title}: seen on a round",
                "recommendation": "Send somebody", "risk": "low"} | fields
        sent.setdefault("check", {"kind": "status_is", "path": rule.path, "value": 200})
        rule.path = sent["check"]["path"]
        rule.record = self._send(by, f"add the rule {title}", "POST", RULES, sent).record
        self._rules[title] = rule
        return rule

    def try_to_add(self, by: Person, what: str) -> Outcome:
        """Try to add a rule that has something wrong with it."""
        sent = {"title": "Gate left open", "category": "gates", "severity": "medium", "risk": "low",
                "description": "", "recommendation": "",
                "check": {"kind": "status_is", "path": "/", "value": 200}} | FAULTY.get(what, {})
        return self._send(by, f"add a rule with {what}", "POST", RULES,
                          {name: value for name, value in sent.items() if value is not None})

    def change(self, rule: Rule, by: Person, **fields: Any) -> None:
        """Change these fields."""
        rule.record = self._send(by, f"change the rule {rule.title}", "PATCH", rule.address, fields).record

    def note_read(self, rule: Rule, by: Person) -> None:
        """The person reads the rule, and goes by what is read from then on."""
        rule.read = self._send(by, f"read the rule {rule.title}", "GET", rule.address).record

    def try_to_rename_as_read(self, rule: Rule, by: Person) -> Outcome:
        """Try to change the rule as it was when the person read it."""
        return self._send(by, f"rename the rule {rule.title}", "PATCH", rule.address,
                          {"title": f"{rule.title}, renamed", "version": rule.read["version"]})

    def try_everything(self, rule: Rule, by: Person) -> list[Outcome]:
        """Try to read, change and delete a rule by its id."""
        return [self._send(by, f"read the rule {rule.title}", "GET", rule.address),
                self._send(by, f"change the rule {rule.title}", "PATCH", rule.address, {"enabled": False}),
                self.try_to_delete(rule, by)]

    def try_to_delete(self, rule: Rule, by: Person) -> Outcome:
        return self._send(by, f"delete the rule {rule.title}", "DELETE", rule.address)

    def attempt(self, what: str, by: Person) -> Outcome:
        """Try to add a rule, or to change or delete one of the first ones."""
        if what == "add":
            return self.try_to_add(by, "nothing wrong")
        first = self.listed(by.tenant.administrator)[0]
        method, body = {"change": ("PATCH", {"enabled": False}), "delete": ("DELETE", None)}[what]
        return self._send(by, f"{what} a rule", method, f"{RULES}/{first['id']}", body)

    def listed(self, person: Person, **filters: Any) -> list[dict]:
        """All rules in the person's list."""
        return all_items(self._world.http, person, RULES, **filters)

    # What must be true

    def require_pages(self, person: Person, size: int, count: int) -> None:
        """In pages of ``size`` the list shows so many rules, each exactly once, and every page the whole's number.

        :raises Finding: naming what the pages show.
        """
        in_pages(self._world.http, person, RULES, size).require_each_once(count)

    def require_found(self, person: Person, filters: dict[str, str], titles: list[str]) -> None:
        """What a search gives are exactly the rules of these titles.

        :raises Finding: naming what it gives instead.
        """
        seen = sorted(rule["title"] for rule in self.listed(person, **filters))
        if seen != sorted(titles):
            raise Finding(f"asking the knowledge for {filters} should give {sorted(titles)}, and gives {seen}")

    def require_known(self, person: Person, title: str) -> None:
        """:raises Finding: when the list of the person's tenant has no rule of this title."""
        self._require_titles(person, {title}, set())

    def require_unknown(self, person: Person, title: str) -> None:
        """:raises Finding: when it has one, or the rule can be read by its id."""
        self._require_titles(person, set(), {title})
        rule = self.rule(title)
        self._send(person, f"read the deleted rule {title}", "GET", rule.address).require_refused("unknown")

    def require_count(self, person: Person, count: int) -> None:
        """:raises Finding: when the tenant has more or fewer rules."""
        titles = [rule["title"] for rule in self.listed(person)]
        if len(titles) != count:
            raise Finding(f"{person.tenant.name} should know {count} rules, and knows {titles}")

    def require_code(self, title: str, code: str) -> None:
        """:raises Finding: when the rule was given another number."""
        seen = self.rule(title).record["code"]
        if seen != code:
            raise Finding(f'the rule "{title}" should be numbered {code}, and is numbered {seen}')

    def require_reads(self, rule: Rule, by: Person, **expected: Any) -> None:
        """:raises Finding: naming the fields in which the rule reads otherwise."""
        seen = self._send(by, f"read the rule {rule.title}", "GET", rule.address).record
        different = differences(expected, seen)
        if different:
            raise Finding(f'of the rule "{rule.title}" {different}')

    def require_as(self, person: Person, before: list[dict]) -> None:
        """:raises Finding: when the tenant's rules are not exactly these."""
        now = self.listed(person)
        if now != before:
            raise Finding(f"the knowledge of {person.tenant.name} should be as it was, and is "
                          f"{[rule for rule in now if rule not in before]} in place of "
                          f"{[rule for rule in before if rule not in now]}")

    def _require_titles(self, person: Person, wanted: set[str], unwanted: set[str]) -> None:
        titles = {rule["title"] for rule in self.listed(person)}
        if not wanted <= titles or unwanted & titles:
            raise Finding(f"{person.tenant.name} should know {sorted(wanted) or 'none of'}"
                          f"{f' {sorted(unwanted)}' if unwanted else ''}, and knows {sorted(titles)}")

    def _send(self, who: Person, what: str, method: str, path: str, body: Any = None) -> Outcome:
        return Outcome(who.name, what, self._world.http.ask(method, path, token=who.access_token, json_body=body))
