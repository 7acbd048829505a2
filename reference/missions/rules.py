"""The rules of missions, apart from HTTP and SQL: states, scope, progress, checks, risk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address, IPv4Network
from typing import Any
from urllib.parse import urlsplit

from reference.core.networks import is_allowed
from reference.missions import patterns

STATUSES = ("created", "running", "paused", "awaiting_approval", "stopped", "completed", "failed")
PHASES = ("surveying", "analysing", "reporting")
TARGET_STATUSES = ("pending", "surveying", "surveyed", "unreachable", "skipped")
SEVERITIES = ("critical", "high", "medium", "low", "info")  # most severe first
FINDING_STATUSES = ("open", "confirmed", "false_positive", "fixed")
APPROVAL_STATUSES = ("pending", "approved", "rejected", "expired")
GOALS = ("reach_all_targets", "no_critical_findings", "no_high_findings", "report")
RISKS = ("low", "medium", "high")

# from each status, where it can go
TRANSITIONS: dict[str, tuple[str, ...]] = {
    "created": ("running",),
    "running": ("paused", "awaiting_approval", "stopped", "completed", "failed"),
    "paused": ("running", "stopped"),
    "awaiting_approval": ("running", "stopped", "failed"),
    "failed": ("running",),
    "stopped": (),
    "completed": (),
}

# each verb: from which statuses, to which
VERBS: dict[str, tuple[tuple[str, ...], str]] = {
    "start": (("created",), "running"),
    "pause": (("running",), "paused"),
    "resume": (("paused",), "running"),
    "stop": (("running", "paused", "awaiting_approval"), "stopped"),
    "retry": (("failed",), "running"),
}

# of findings: from each status, what can be decided
FINDING_TRANSITIONS: dict[str, tuple[str, ...]] = {
    "open": ("confirmed", "false_positive"),
    "confirmed": ("fixed", "false_positive"),
    "false_positive": ("open",),
    "fixed": ("open",),
}
DELETABLE = ("created", "stopped", "completed", "failed")
ALWAYS_CHANGEABLE = ("name", "description")  # the rest before the start only
FINAL = ("completed", "stopped")  # live updates of a mission end with these
ENDED = ("completed", "stopped", "failed")
COUNTED_AS_RUNNING = ("running", "awaiting_approval")  # against the tenant's missions_running
REPORTED = ("paused", "stopped", "completed", "failed")  # where a report can be asked for
ASKED_FIRST = ("high",)  # the risks of rules that are applied only when somebody approves

MOST_TARGETS = 256
RISK_WEIGHTS = {"critical": 40, "high": 20, "medium": 8, "low": 2, "info": 0}
RISKY_FINDINGS = ("open", "confirmed")
EVIDENCE_LIMIT = 4096

FIRST_KNOWLEDGE_RULES: tuple[dict[str, Any], ...] = (
    {"title": "No X-Content-Type-Options header", "category": "headers", "severity": "low",
     "description": "Browsers may guess the kind of content, and run what was meant as text.",
     "recommendation": "Send X-Content-Type-Options: nosniff.",
     "check": {"kind": "header_missing", "path": "/", "name": "X-Content-Type-Options"}},
    {"title": "No Content-Security-Policy header", "category": "headers", "severity": "medium",
     "description": "Nothing limits which scripts a page may load.",
     "recommendation": "Send a Content-Security-Policy that names the allowed sources.",
     "check": {"kind": "header_missing", "path": "/", "name": "Content-Security-Policy"}},
    {"title": "Server header shows a version", "category": "disclosure", "severity": "info",
     "description": "The version tells which known weaknesses to try.",
     "recommendation": "Send the Server header without a version, or none.",
     "check": {"kind": "header_matches", "path": "/", "name": "Server", "pattern": r"\d+(\.\d+)*"}},
)


@dataclass(frozen=True)
class ScopeFault(Exception):
    """What is wrong with a scope entry: a code and words."""

    code: str
    message: str


@dataclass(frozen=True)
class TargetAddress:
    """A target as it was declared, and the address that is asked."""

    address: str
    url: str


_LABEL = r"(?!-)[a-z0-9_-]{1,63}(?<!-)"
_HOST = re.compile(rf"(?=.{{1,253}}$){_LABEL}(\.{_LABEL})*", re.IGNORECASE)
_NUMBER_LIKE = re.compile(r"([0-9]+|0x[0-9a-f]*)", re.IGNORECASE)


def targets_of(entry: str, allowed: Iterable[IPv4Network]) -> list[TargetAddress]:
    """The targets of one scope entry: host[:port], IPv4[:port], IPv4 range, or http(s) URL; raises ScopeFault."""
    if re.match(r"[a-z][a-z0-9+.-]*://", entry, re.IGNORECASE):
        return [_url_target(entry, allowed)]
    if "/" in entry:
        return _range_targets(entry, allowed)
    host = _host_and_port(entry)
    _refuse_forbidden(host, allowed)
    return [TargetAddress(entry, f"http://{entry}")]


def _url_target(entry: str, allowed: Iterable[IPv4Network]) -> TargetAddress:
    parts = urlsplit(entry)
    if parts.scheme not in ("http", "https") or parts.username or parts.password or parts.fragment \
            or re.search(r"[\s\x00-\x20\x7f]", entry) or not entry.isascii() or parts.query:
        raise ScopeFault("format", "This is no address that can be surveyed.")
    _refuse_forbidden(_host_and_port(parts.netloc), allowed)
    return TargetAddress(entry, entry)


def _range_targets(entry: str, allowed: Iterable[IPv4Network]) -> list[TargetAddress]:
    try:
        network = IPv4Network(entry)
    except ValueError:
        raise ScopeFault("format", "This is no range of IPv4 addresses.") from None
    if network.num_addresses > MOST_TARGETS:
        raise ScopeFault("out_of_range", f"A range holds at most {MOST_TARGETS} addresses.")
    for address in network:
        refuse_address(address, allowed)
    return [TargetAddress(str(address), f"http://{address}") for address in network]


def _host_and_port(text: str) -> str:
    host, colon, port = text.partition(":")
    if colon and not (port.isascii() and port.isdigit() and len(port) <= 5 and 1 <= int(port) <= 65535):
        raise ScopeFault("format", "The port is no number from 1 to 65535.")
    if not _HOST.fullmatch(host):
        raise ScopeFault("format", "This is no host name and no IPv4 address.")
    return host


def _refuse_forbidden(host: str, allowed: Iterable[IPv4Network]) -> None:
    """An address must be allowed; a name is looked up when it is asked."""
    try:
        address = IPv4Address(host)
    except AddressValueError:
        if _NUMBER_LIKE.fullmatch(host.rsplit(".")[-1] or "0"):
            raise ScopeFault("format", "This is no host name and no IPv4 address.") from None
        return
    refuse_address(address, allowed)


def refuse_address(address: IPv4Address, allowed: Iterable[IPv4Network]) -> None:
    if not is_allowed(address, allowed):
        raise ScopeFault("not_allowed", "This address lies in a network that is not allowed.")


def all_targets(scope: Iterable[str], allowed: Iterable[IPv4Network]) -> list[TargetAddress]:
    """The targets of a checked scope, in declared order, each once."""
    found = {target.url: target for entry in scope for target in targets_of(entry, allowed)}
    return list(found.values())


def progress(steps_done: int, steps_skipped: int, steps_total: int) -> int:
    """Percent of a mission that is surveying."""
    return 90 * (steps_done + steps_skipped) // steps_total if steps_total else 90


PROGRESS_OF_PHASE = {"analysing": 95, "reporting": 98}


def risk_score(findings: Iterable[tuple[str, str]]) -> int:
    """0 to 100, from (severity, status) of each finding."""
    return min(100, sum(RISK_WEIGHTS[severity] for severity, status in findings if status in RISKY_FINDINGS))


def judge_goal(name: str, unreachable: int, severities: Mapping[str, int]) -> bool:
    """Whether a goal is achieved, from the number of unreachable targets and of findings by severity."""
    if name == "reach_all_targets":
        return unreachable == 0
    if name == "no_critical_findings":
        return severities["critical"] == 0
    if name == "no_high_findings":
        return severities["high"] == 0
    return True  # report: it is asked when the report is written


def evidence(check: Mapping[str, Any], status: int, headers: Mapping[str, str], body: str) -> str | None:
    """What shows that a check is true of an answer, None where it is not. Header names are in lower case."""
    kind = check["kind"]
    found: str | None = None
    if kind == "status_is" and status == check["value"]:
        found = f"GET {check['path']} answered {status}."
    elif kind == "header_missing" and check["name"].lower() not in headers:
        found = f"GET {check['path']} answered {status} without the header {check['name']}."
    elif kind == "header_matches":
        value = headers.get(check["name"].lower())
        if value is not None and patterns.is_in(check["pattern"], value):
            found = f"GET {check['path']} answered {status} with {check['name']}: {value}"
    elif kind == "body_contains" and check["text"] in body:
        found = f"GET {check['path']} answered {status} with a body that contains: {check['text']}"
    return found[:EVIDENCE_LIMIT].replace("\x00", "?") if found else None


def address_of_step(url: str, check: Mapping[str, Any]) -> str:
    """What a step asks: the target's address and, below it, the check's path."""
    return url.rstrip("/") + check["path"]


def code(number: int) -> str:
    """The code of a tenant's so-manieth knowledge rule: KB-001 on."""
    return f"KB-{number:03d}"


def action(url: str, rule: Mapping[str, Any]) -> str:
    """What is asked for in an approval, in words."""
    return f"{rule['code']} {rule['title']}: GET {address_of_step(url, rule['check'])}"
