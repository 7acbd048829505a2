"""The words that a sentence may have in its changing places: who, what, in which state, how long."""

from __future__ import annotations

import re
from datetime import timedelta
from importlib import import_module
from typing import Any

from behave.cucumber_expression import StepMatcher4CucumberExpressions
from cucumber_expressions.parameter_type import ParameterType
from cucumber_expressions.parameter_type_registry import ParameterTypeRegistry

from support.running import words
from support.running.step_definitions import use_sentences

_ORDINAL = words.either(words.ORDINALS)

# name, what it matches, the type that a step gets, how it is made of the text; or name, the area whose words they are, and
# the same of that area's module in support.domain
_TYPES = (
    ("person", r"[A-Z]\w+|she|he|they", str, str),
    ("tenant", r'[A-Z]\w+|"[^"]+"', str, words.unquoted),
    ("mission", r'"[^"]+"|it|the mission', str, words.unquoted),
    ("state", words.either(words.MISSION_STATES), str, str),
    ("goal", r"reach_all_targets|no_critical_findings|no_high_findings|report", str, str),
    ("names", r"\w+(?:, \w+)*(?: and \w+)?", list, words.names),
    ("positions", rf"(?:{_ORDINAL})(?:(?:,| and) its (?:{_ORDINAL}))*", list, words.positions),
    ("does", words.either(words.DOES), str, words.DOES.get),
    ("verb", words.either(words.VERBS), str, str),
    ("verbs", words.series(words.VERBS, 2), list, words.names),
    ("role", words.either(words.ROLES), str, words.ROLES.get),
    ("severity", r"critical|high|medium|low|info", str, str),
    ("decides", r"approves|rejects", str, lambda text: text[:-1]),
    ("decide", r"approve|reject", str, str),
    ("approval_state", r"pending|approved|rejected|expired", str, str),
    ("finding_state", words.either(words.FINDING_STATES), str, words.FINDING_STATES.get),
    ("finding_states", words.series(words.FINDING_STATES), list,
     lambda text: [words.FINDING_STATES[each] for each in words.names(text)]),
    ("shown", r"the status \d+|no header \S+|the header \S+: .+|the text .+", dict, words.shown),
    ("states", rf"nothing|{words.series(words.MISSION_STATES)}", list, words.names_or_none),
    ("scope", r"\S[^\"]*", list, words.scope),
    ("check", r"for (?:the status|a missing header|a header|the text) .+", str, str),
    ("code", r"[A-Z]{2}-\d{3,}", str, str),
    ("thing", "projects", lambda it: (rf'the (?:{words.either(it.KINDS)})(?: "[^"]*")?', tuple, words.thing)),
    ("things", "projects", lambda it: (words.either(it.PLURALS), str, it.PLURALS.get)),
    ("analysis", r'the analysis(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("analysis_kind", "analyses", lambda it: (words.either(it.KINDS), str, str)),
    ("analysis_part", "analyses", lambda it: (words.either(it.PARTS), str, str)),
    ("faulty_analysis", "analyses", lambda it: (words.either(it.FAULTY), dict, it.FAULTY.get)),
    ("export", "exports", lambda it: (it.WISH, it.Wish, it.Wish.of)),
    ("form", r"json|html|csv", str, str),
    ("media_type", r"[\w.+-]+/[\w.+-]+", str, str),
    ("anything", r".+", str, str),
    ("duration", rf"\d+ (?:{words.either(words.SECONDS)})s?", timedelta, words.duration),
    ("place", rf"its (?:{_ORDINAL}) entry|[\w.-]+", str, words.places),
    ("fault", words.either(words.FAULTS), str, words.FAULTS.get),
    ("store", words.either(words.STORES), str, words.STORES.get),
    ("password", r"of \d+ characters|like (?:her|the) e-mail", str, str),
    ("named", words.either(words.NAMED_IN_A_TOKEN), str, words.NAMED_IN_A_TOKEN.get),
    ("deed", r"[a-z_]+\.[a-z_]+", str, str),
    ("deeds", r"nothing|[a-z_]+\.[a-z_]+(?:, [a-z_]+\.[a-z_]+)*", list,
     lambda text: [] if text == "nothing" else text.split(", ")),
    ("tampering", "audit", lambda it: (words.either(it.TAMPERING), str, str)),
    ("address", r"the base domain|localhost:\d+|[\d.]+(?::\d+)?|\[[\d:]+\](?::\d+)?", str, str),
    ("stored", "broken_off", lambda it: (words.either(it.STORED), str, it.STORED.get)),
    ("faulty", words.either(words.FAULTY_REGISTRATIONS), dict, words.FAULTY_REGISTRATIONS.get),
    ("naming", r"at a host that|at a foreign host that|in a name that", str, str),
    ("method", r"GET|POST|PUT|PATCH|DELETE", str, str),
    ("way", rf"{words.LEG}(?: and {words.LEG})?", tuple, words.way),
    ("wish", "overrides", lambda it: (words.either(it.WISHES), str, str)),
    ("wish_state", "overrides", lambda it: (words.either(sorted(it.OVERRIDE_STATES, key=len, reverse=True)), str, str)),
    ("wish_decision", "overrides", lambda it: (words.either(it.DECISIONS), str, str)),
    ("record_state", "record_review", lambda it: (words.either(it.RECORD_STATES), str, str)),
    ("record_states", "record_review", lambda it: (rf"nothing|{words.series(it.RECORD_STATES)}", list, words.names_or_none)),
    ("reviews", "record_review", lambda it: (words.either(it.REVIEWS), str, it.REVIEWS.get)),
    ("review_verb", "record_review", lambda it: (words.either(it.REVIEWS.values()), str, str)),
    ("review_verbs", "record_review", lambda it: (words.series(it.REVIEWS.values(), 2), list, words.names)),
    ("alert_state", "fraud_alerts", lambda it: (words.either(it.ALERT_STATES), str, str)),
    ("alert_states", "fraud_alerts", lambda it: (rf"nothing|{words.series(it.ALERT_STATES)}", list, words.names_or_none)),
    ("photos", "enrolments", lambda it: (re.sub(r"\?P<\w+>", "?:", it.PHOTOS), list, it.photos)),
    ("inside", r"inside|outside", bool, lambda text: text == "inside"),
    ("fence_kind", "fences", lambda it: (words.either(it.FENCE_KINDS), str, it.FENCE_KINDS.get)),
    ("order", r'the order(?: "[^"]+")?', str, lambda text: text.removeprefix("the order").strip(' "')),
    ("order_state", "work_order_words", lambda it: (words.either(it.STATES), str, str)),
    ("order_states", "work_order_words", lambda it: (rf"nothing|{words.series(it.STATES)}", list, words.names_or_none)),
    ("order_does", "work_order_words", lambda it: (words.either(it.DOES), str, it.DOES.get)),
    ("order_verb", "work_order_words", lambda it: (words.either(it.DOES.values()), str, str)),
    ("order_verbs", "work_order_words", lambda it: (words.series(it.DOES.values()), list, words.names)),
    ("vendor_does", "work_order_words", lambda it: (words.either(it.DOES_AS_VENDOR), str, it.DOES_AS_VENDOR.get)),
    ("vendor_verb", "work_order_words", lambda it: (words.either((*it.DOES_AS_VENDOR.values(), "open")), str, str)),
    ("ticket", r'the ticket(?: "[^"]+")?', str, lambda text: text.removeprefix("the ticket").strip(' "')),
    ("ticket_state", "tickets", lambda it: (words.either(it.STATES), str, str)),
    ("ticket_states", "tickets", lambda it: (rf"nothing|{words.series(it.STATES)}", list, words.names_or_none)),
    ("move", "tickets", lambda it: (words.either(it.MOVES), str, it.MOVES.get)),
    ("moves", "tickets", lambda it: (words.either(f"{each}s" for each in it.MOVES), str, lambda text: it.MOVES[text[:-1]])),
    ("priority", r"P\d", str, str),
    ("weekday", "attendance", lambda it: (words.either(it.WEEKDAYS), str, str)),
    ("clock", r"\d\d:\d\d", str, str),
    ("transport", "attendance", lambda it: (words.either(it.TRANSPORT), str, it.TRANSPORT.get)),
    ("consents", "attendance", lambda it: (words.either(it.CONSENTS), tuple, it.CONSENTS.get)),
    ("located", "attendance", lambda it: (words.either(it.LOCATION_FAULTS), str, it.LOCATION_FAULTS.get)),
    ("decimal", r"-?\d+(?:\.\d+)?", float, float),
    ("unlikely", "attendance_promises", lambda it: (words.either(it.PLACE_REFUSALS), str, it.PLACE_REFUSALS.get)),
    ("alert", "attendance_promises", lambda it: (words.either(it.ALERTS), str, it.ALERTS.get)),
    ("signals", "attendance_promises", lambda it: (
        rf"no signal|the signals? {words.series(code.replace('_', ' ') for code in it.SIGNALS)}", list, words.signals)),
    ("warnings", r"no warning|poor accuracy|a jump of its accuracy", list, words.warnings),
    ("level", "attendance_promises", lambda it: (words.either(it.LEVELS), str, str)),
    ("face_faults", "faces",
     lambda it: (words.series(it.FACE_FAULTS), list, lambda text: [it.FACE_FAULTS[each] for each in words.names(text)])),
    ("odd_answer", "faces", lambda it: (words.either(it.ODD_ANSWERS), tuple, it.ODD_ANSWERS.get)),
    ("task", r'the task(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("task_does", "task_states", lambda it: (words.either(it.DOES), str, it.DOES.get)),
    ("task_deed", "task_states", lambda it: (words.either([*it.DOES.values(), "reopen"]), str, str)),
    ("task_state", "task_states", lambda it: (words.either(it.STATES), str, str)),
    ("task_states", "task_states", lambda it: (rf"nothing|{words.series(it.STATES)}", list, words.names_or_none)),
    ("device_type", "devices", lambda it: (words.either(it.TYPES), str, str)),
    ("talk", "conversations", lambda it: (
        rf'the conversation(?: "[^"]+")?|{it.ITS_CHAT}', str,
        lambda text: text if text == it.ITS_CHAT else text.partition('"')[2].rstrip('"'))),
    ("span", "token_budgets", lambda it: (words.either(it.SPANS), str, it.SPANS.get)),
    ("unknown_talk", "conversations", lambda it: (words.either(it.UNKNOWN), str, it.UNKNOWN.get)),
    ("model_trouble", "language_model", lambda it: (words.either(it.MODEL_TROUBLES), tuple, it.MODEL_TROUBLES.get)),
    ("client", r'the client(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("client_state", "clients", lambda it: (words.either(it.STATES), str, str)),
    ("client_states", "clients", lambda it: (words.series(it.STATES), list, words.names)),
    ("deal", r'the deal(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("deal_state", "deals", lambda it: (words.either(it.STATES), str, str)),
    ("deal_states", "deals", lambda it: (rf"nothing|{words.series(it.STATES)}", list, words.names_or_none)),
    ("payment", r'the payment(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("payment_state", "payments", lambda it: (words.either(it.STATES), str, str)),
    ("payment_states", "payments", lambda it: (rf"nothing|{words.series(it.STATES)}", list, words.names_or_none)),
    ("payment_decisions", "payments", lambda it: (rf"nothing|{words.series(it.LEADS_TO)}", list, words.names_or_none)),
    ("commission", r"the commission(?: of [A-Z]\w+)?", str, lambda text: text.partition(" of ")[2]),
    ("commission_state", "commissions", lambda it: (words.either(it.STATES), str, str)),
    ("commission_states", "commissions", lambda it: (rf"nothing|{words.series(it.STATES)}", list, words.names_or_none)),
    ("commission_verb", "commissions", lambda it: (words.either(it.LEADS_TO), str, str)),
    ("versioned", "versions", lambda it: (words.either(it.KINDS), str, str)),
    ("moved", r"before|after", int, {"before": -1, "after": 1}.get),
    ("money", r"-?\d+(?:\.\d+)?", str, str),
    ("plugin", "plugins", lambda it: (words.either(it.NAMES), str, it.NAMES.get)),
    ("job", r'the job(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("job_state", "job_states", lambda it: (words.either(it.STATES), str, str)),
    ("refusal", "outcomes", lambda it: (words.either(sorted(it.REFUSALS, key=len, reverse=True)), str, str)),
)


class _WhenSpoken(ParameterTypeRegistry):
    """Makes a type when a sentence that is spoken has a place for it, and loads an area when its words are spoken: there
    are some thirty areas, and who runs one scenario speaks of two."""

    def lookup_by_type_name(self, name: str) -> ParameterType | None:
        if name in _BY_NAME and name not in self.parameter_type_by_name:
            self.define_parameter_type(_made(name, *_BY_NAME[name]))
        return super().lookup_by_type_name(name)


_BY_NAME = {name: rest for name, *rest in _TYPES}


def _made(name: str, *rest: Any) -> ParameterType:
    if len(rest) == 2:
        area, of_area = rest
        rest = of_area(import_module(f"support.domain.{area}"))
    regexp, kind, transformer = rest
    return ParameterType(name, regexp, kind, transformer)


def define_parameter_types() -> None:
    """Let steps be written as Cucumber Expressions with these types. Once before the steps are loaded."""
    use_sentences()
    StepMatcher4CucumberExpressions.TYPE_REGISTRY.parameter_types = _WhenSpoken()
