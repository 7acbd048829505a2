"""The kinds of records that a tenant can be filled with, in the order in which they are made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from support.data import Data

V2 = "/api/v2"
SEVERITIES = ("critical", "high", "medium", "low", "info")
ROLES = ("worker", "operator", "supervisor", "viewer", "sales", "verifier")
CURRENCIES = ("USD", "EUR", "SGD")
DOMAINS = ("audio-dsp", "ai-ml", "music-theory", "performance", "ui-ux", "infrastructure", "other")

Of = Mapping[str, str]  # for each kind that it belongs to the id of one of these
Record = Callable[[Data, int, Of], dict[str, Any]]


@dataclass(frozen=True)
class Kind:
    """Where records of a kind are made, what is sent for each, and to which other kinds each belongs."""

    path: str  # may name such a kind: the id of one stands there
    record: Record
    belongs_to: tuple[str, ...] = ()
    removed_at: str = ""  # where that is another place
    kept_in: str = ""  # the table, of what the platform keeps for good: only who has its database takes that away


def _site(data: Data, number: int, _of: Of) -> dict[str, Any]:
    return {"code": f"S-{number:05d}", "name": data.full_name(f"Site {number}")}


def _person(data: Data, number: int, _of: Of) -> dict[str, Any]:
    """Invited: who has accepted stays for good."""
    name = data.full_name(data.first_name())
    return {"full_name": name, "email": data.email(name), "role": ROLES[number % len(ROLES)]}


def _rule(data: Data, number: int, _of: Of) -> dict[str, Any]:
    return {"title": data.full_name(f"Rule {number}"), "category": "gates", "severity": SEVERITIES[number % len(SEVERITIES)],
            "check": {"kind": "status_is", "path": f"/gate/{number}", "value": 500}}


def _mission(data: Data, number: int, _of: Of) -> dict[str, Any]:
    return {"name": data.full_name(f"Survey {number}"), "scope": [f"127.0.0.1:{1 + number % 65535}"], "goals": ["report"]}


def _template(data: Data, number: int, of: Of) -> dict[str, Any]:
    return {"name": data.full_name(f"Round {number}"), "site_id": of["sites"], "plan_minutes": 15 + number % 60,
            "expiry_minutes": 240}


def _project(data: Data, number: int, _of: Of) -> dict[str, Any]:
    return {"name": data.full_name(f"Project {number}"), "owner": data.first_name()}


def _repository(_data: Data, number: int, of: Of) -> dict[str, Any]:
    return {"project_id": of["projects"], "owner": "harbour", "name": f"yard-{number}"}


def _technology(data: Data, number: int, of: Of) -> dict[str, Any]:
    return {"project_id": of["projects"], "title": data.full_name(f"Technology {number}"),
            "domain": DOMAINS[number % len(DOMAINS)], "relevance_score": number % 101, "priority": 1 + number % 5}


def _analysis(data: Data, number: int, _of: Of) -> dict[str, Any]:
    dependencies = [{"name": f"part-{each}", "current_version": f"1.{each}", "latest_version": f"1.{number % 9}"}
                    for each in range(9)]
    return {"detected_technologies": [{"name": data.full_name("Tool"), "confidence": number % 101}],
            "dependencies": dependencies, "research_gaps": [{"title": data.full_name(f"Gap {number}")}]}


def _job(data: Data, number: int, of: Of) -> dict[str, Any]:
    """For an outside runner: nothing of the platform's begins it."""
    return {"project_id": of["projects"], "job_type": "analysis", "runner": "external",
            "tags": {"batch": str(number), "by": data.full_name("Runner")}}


def _client(data: Data, number: int, _of: Of) -> dict[str, Any]:
    name = data.full_name(f"Client {number}")
    return {"name": name, "email": data.email(name), "phone": f"+{4900000000 + number}"}


def _deal(data: Data, number: int, of: Of) -> dict[str, Any]:
    return {"name": data.full_name(f"Deal {number}"), "client_id": of["clients"], "value": f"{number * 137}.50",
            "currency": CURRENCIES[number % len(CURRENCIES)], "payment_method": "bank", "source": "referral"}


def _conversation(data: Data, number: int, _of: Of) -> dict[str, Any]:
    return {"title": data.full_name(f"Talk {number}"), "visibility": ("private", "shared")[number % 2]}


def _task(data: Data, number: int, of: Of) -> dict[str, Any]:
    return {"name": data.full_name(f"Task {number}"), "site_id": of["sites"], "plan_minutes": 15 + number % 60,
            "planned_at": f"2040-01-{day(number)}T08:00:00Z", "expiry_minutes": 240}


def _work_order(data: Data, number: int, of: Of) -> dict[str, Any]:
    return {"title": data.full_name(f"Order {number}"), "site_id": of["sites"],
            "priority": ("low", "medium", "high")[number % 3]}


def _ticket(data: Data, number: int, of: Of) -> dict[str, Any]:
    return {"title": data.full_name(f"Trouble {number}"), "site_id": of["sites"], "priority": f"P{number % 4}"}


def _payment(_data: Data, number: int, _of: Of) -> dict[str, Any]:
    return {"amount": "1.00", "paid_on": f"2026-01-{day(number)}", "method": "cash"}


def _device(data: Data, number: int, _of: Of) -> dict[str, Any]:
    return {"device_id": data.slug(f"tablet {number}"), "type": "tablet", "name": data.full_name("Tablet")}


def day(number: int) -> str:
    """One that every month has."""
    return f"{1 + number % 28:02d}"


# Each where it is made. Removed in the reverse order: what is made later may need the earlier.
KINDS = {
    "sites": Kind(f"{V2}/sites", _site),
    "people": Kind(f"{V2}/invitations", _person),
    "rules": Kind(f"{V2}/knowledge/rules", _rule),
    "missions": Kind(f"{V2}/missions", _mission),
    "templates": Kind(f"{V2}/task-templates", _template, ("sites",)),
    "projects": Kind(f"{V2}/projects", _project),
    "repositories": Kind(f"{V2}/repositories", _repository, ("projects",)),
    "technologies": Kind(f"{V2}/technologies", _technology, ("projects",)),
    "analyses": Kind(f"{V2}/projects/{{projects}}/analyses", _analysis, ("projects",), removed_at=f"{V2}/analyses"),
    "jobs": Kind(f"{V2}/jobs", _job, ("projects",)),
    "clients": Kind(f"{V2}/clients", _client),
    "deals": Kind(f"{V2}/deals", _deal, ("clients",)),
    "conversations": Kind(f"{V2}/conversations", _conversation),
    "tasks": Kind(f"{V2}/tasks", _task, ("sites",), kept_in="tasks"),
    "work_orders": Kind(f"{V2}/work-orders", _work_order, ("sites",), kept_in="work_orders"),
    "tickets": Kind(f"{V2}/tickets", _ticket, ("sites",), kept_in="tickets"),
    "payments": Kind(f"{V2}/deals/{{deals}}/payments", _payment, ("deals",), removed_at=f"{V2}/payments",
                     kept_in="payments"),
    "devices": Kind(f"{V2}/devices", _device, kept_in="devices"),
}
KEPT = {kind.removed_at or kind.path: kind.kept_in for kind in KINDS.values() if kind.kept_in}
