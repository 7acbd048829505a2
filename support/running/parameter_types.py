"""The words that a sentence may have in its changing places: who, what, in which state, how long."""

from __future__ import annotations

import re
from datetime import timedelta

from behave.cucumber_expression import StepMatcher4CucumberExpressions, define_parameter_type_with

from support.domain.analyses import FAULTY as FAULTY_ANALYSES
from support.domain.analyses import KINDS as ANALYSIS_KINDS
from support.domain.analyses import PARTS as ANALYSIS_PARTS
from support.domain.attendance import CONSENTS, LOCATION_FAULTS, TRANSPORT, WEEKDAYS
from support.domain.attendance_promises import ALERTS, LEVELS, PLACE_REFUSALS, SIGNALS
from support.domain.audit import TAMPERING
from support.domain.broken_off import STORED
from support.domain.clients import STATES as CLIENT_STATES
from support.domain.commissions import LEADS_TO as COMMISSION_VERBS
from support.domain.commissions import STATES as COMMISSION_STATES
from support.domain.conversations import ITS_CHAT, UNKNOWN
from support.domain.deals import STATES as DEAL_STATES
from support.domain.devices import TYPES as DEVICE_TYPES
from support.domain.enrolments import PHOTOS, photos
from support.domain.exports import WISH, Wish
from support.domain.faces import FACE_FAULTS, ODD_ANSWERS
from support.domain.fences import FENCE_KINDS
from support.domain.fraud_alerts import ALERT_STATES
from support.domain.job_states import STATES as JOB_STATES
from support.domain.language_model import MODEL_TROUBLES
from support.domain.outcomes import REFUSALS
from support.domain.overrides import DECISIONS, OVERRIDE_STATES, WISHES
from support.domain.payments import LEADS_TO as PAYMENT_DECISIONS
from support.domain.payments import STATES as PAYMENT_STATES
from support.domain.plugins import NAMES as PLUGIN_NAMES
from support.domain.projects import KINDS as PROJECT_KINDS
from support.domain.projects import PLURALS as PROJECT_PLURALS
from support.domain.record_review import RECORD_STATES, REVIEWS
from support.domain.task_states import DOES as TASK_DOES
from support.domain.task_states import STATES as TASK_STATES
from support.domain.tickets import MOVES, STATES
from support.domain.token_budgets import SPANS
from support.domain.versions import KINDS as VERSIONED
from support.domain.work_order_words import DOES as ORDER_DOES
from support.domain.work_order_words import DOES_AS_VENDOR as VENDOR_DOES
from support.domain.work_order_words import STATES as ORDER_STATES
from support.running import words
from support.running.step_definitions import use_sentences

SIGNAL_WORDS = tuple(code.replace("_", " ") for code in SIGNALS)
_ORDINAL = words.either(words.ORDINALS)

# name, what it matches, the type that a step gets, how it is made of the text
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
    ("thing", rf'the (?:{words.either(PROJECT_KINDS)})(?: "[^"]*")?', tuple, words.thing),
    ("things", words.either(PROJECT_PLURALS), str, PROJECT_PLURALS.get),
    ("analysis", r'the analysis(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("analysis_kind", words.either(ANALYSIS_KINDS), str, str),
    ("analysis_part", words.either(ANALYSIS_PARTS), str, str),
    ("faulty_analysis", words.either(FAULTY_ANALYSES), dict, FAULTY_ANALYSES.get),
    ("export", WISH, Wish, Wish.of),
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
    ("tampering", words.either(TAMPERING), str, str),
    ("address", r"the base domain|localhost:\d+|[\d.]+(?::\d+)?|\[[\d:]+\](?::\d+)?", str, str),
    ("stored", words.either(STORED), str, STORED.get),
    ("faulty", words.either(words.FAULTY_REGISTRATIONS), dict, words.FAULTY_REGISTRATIONS.get),
    ("naming", r"at a host that|at a foreign host that|in a name that", str, str),
    ("method", r"GET|POST|PUT|PATCH|DELETE", str, str),
    ("way", rf"{words.LEG}(?: and {words.LEG})?", tuple, words.way),
    ("wish", words.either(WISHES), str, str),
    ("wish_state", words.either(sorted(OVERRIDE_STATES, key=len, reverse=True)), str, str),
    ("wish_decision", words.either(DECISIONS), str, str),
    ("record_state", words.either(RECORD_STATES), str, str),
    ("record_states", rf"nothing|{words.series(RECORD_STATES)}", list, words.names_or_none),
    ("reviews", words.either(REVIEWS), str, REVIEWS.get),
    ("review_verb", words.either(REVIEWS.values()), str, str),
    ("review_verbs", words.series(REVIEWS.values(), 2), list, words.names),
    ("alert_state", words.either(ALERT_STATES), str, str),
    ("alert_states", rf"nothing|{words.series(ALERT_STATES)}", list, words.names_or_none),
    ("photos", re.sub(r"\?P<\w+>", "?:", PHOTOS), list, photos),
    ("inside", r"inside|outside", bool, lambda text: text == "inside"),
    ("fence_kind", words.either(FENCE_KINDS), str, FENCE_KINDS.get),
    ("order", r'the order(?: "[^"]+")?', str, lambda text: text.removeprefix("the order").strip(' "')),
    ("order_state", words.either(ORDER_STATES), str, str),
    ("order_states", rf"nothing|{words.series(ORDER_STATES)}", list, words.names_or_none),
    ("order_does", words.either(ORDER_DOES), str, ORDER_DOES.get),
    ("order_verb", words.either(ORDER_DOES.values()), str, str),
    ("order_verbs", words.series(ORDER_DOES.values()), list, words.names),
    ("vendor_does", words.either(VENDOR_DOES), str, VENDOR_DOES.get),
    ("vendor_verb", words.either((*VENDOR_DOES.values(), "open")), str, str),
    ("ticket", r'the ticket(?: "[^"]+")?', str, lambda text: text.removeprefix("the ticket").strip(' "')),
    ("ticket_state", words.either(STATES), str, str),
    ("ticket_states", rf"nothing|{words.series(STATES)}", list, words.names_or_none),
    ("move", words.either(MOVES), str, MOVES.get),
    ("moves", words.either(f"{each}s" for each in MOVES), str, lambda text: MOVES[text[:-1]]),
    ("priority", r"P\d", str, str),
    ("weekday", words.either(WEEKDAYS), str, str),
    ("clock", r"\d\d:\d\d", str, str),
    ("transport", words.either(TRANSPORT), str, TRANSPORT.get),
    ("consents", words.either(CONSENTS), tuple, CONSENTS.get),
    ("located", words.either(LOCATION_FAULTS), str, LOCATION_FAULTS.get),
    ("decimal", r"-?\d+(?:\.\d+)?", float, float),
    ("unlikely", words.either(PLACE_REFUSALS), str, PLACE_REFUSALS.get),
    ("alert", words.either(ALERTS), str, ALERTS.get),
    ("signals", rf"no signal|the signals? {words.series(SIGNAL_WORDS)}", list, words.signals),
    ("warnings", r"no warning|poor accuracy|a jump of its accuracy", list, words.warnings),
    ("level", words.either(LEVELS), str, str),
    ("face_faults", words.series(FACE_FAULTS), list, lambda text: [FACE_FAULTS[each] for each in words.names(text)]),
    ("odd_answer", words.either(ODD_ANSWERS), tuple, ODD_ANSWERS.get),
    ("task", r'the task(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("task_does", words.either(TASK_DOES), str, TASK_DOES.get),
    ("task_deed", words.either([*TASK_DOES.values(), "reopen"]), str, str),
    ("task_state", words.either(TASK_STATES), str, str),
    ("task_states", rf"nothing|{words.series(TASK_STATES)}", list, words.names_or_none),
    ("device_type", words.either(DEVICE_TYPES), str, str),
    ("talk", rf'the conversation(?: "[^"]+")?|{ITS_CHAT}', str,
     lambda text: text if text == ITS_CHAT else text.partition('"')[2].rstrip('"')),
    ("span", words.either(SPANS), str, SPANS.get),
    ("unknown_talk", words.either(UNKNOWN), str, UNKNOWN.get),
    ("model_trouble", words.either(MODEL_TROUBLES), tuple, MODEL_TROUBLES.get),
    ("client", r'the client(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("client_state", words.either(CLIENT_STATES), str, str),
    ("client_states", words.series(CLIENT_STATES), list, words.names),
    ("deal", r'the deal(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("deal_state", words.either(DEAL_STATES), str, str),
    ("deal_states", rf"nothing|{words.series(DEAL_STATES)}", list, words.names_or_none),
    ("payment", r'the payment(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("payment_state", words.either(PAYMENT_STATES), str, str),
    ("payment_states", rf"nothing|{words.series(PAYMENT_STATES)}", list, words.names_or_none),
    ("payment_decisions", rf"nothing|{words.series(PAYMENT_DECISIONS)}", list, words.names_or_none),
    ("commission", r"the commission(?: of [A-Z]\w+)?", str, lambda text: text.partition(" of ")[2]),
    ("commission_state", words.either(COMMISSION_STATES), str, str),
    ("commission_states", rf"nothing|{words.series(COMMISSION_STATES)}", list, words.names_or_none),
    ("commission_verb", words.either(COMMISSION_VERBS), str, str),
    ("versioned", words.either(VERSIONED), str, str),
    ("moved", r"before|after", int, {"before": -1, "after": 1}.get),
    ("money", r"-?\d+(?:\.\d+)?", str, str),
    ("plugin", words.either(PLUGIN_NAMES), str, PLUGIN_NAMES.get),
    ("job", r'the job(?: "[^"]+")?', str, lambda text: text.partition('"')[2].rstrip('"')),
    ("job_state", words.either(JOB_STATES), str, str),
    ("refusal", words.either(sorted(REFUSALS, key=len, reverse=True)), str, str),
)


def define_parameter_types() -> None:
    """Let steps be written as Cucumber Expressions with these types. Once before the steps are loaded."""
    use_sentences()
    StepMatcher4CucumberExpressions.TYPE_REGISTRY.clear()
    for name, regexp, kind, transformer in _TYPES:
        define_parameter_type_with(name, regexp, kind, transformer)
