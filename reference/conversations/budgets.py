"""How many tokens a tenant may use and has used: a day and a month, each counted anew at its end in UTC."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from reference.conversations import rules
from reference.conversations.records import TokenBudget
from reference.core import clock
from reference.core.database import TenantSession
from reference.core.errors import Problem
from reference.tenancy.records import Tenant

SPANS = {"daily": rules.day_after, "monthly": rules.month_after}


def add_first(session: TenantSession, tenant: Tenant) -> None:
    """What a new tenant may use."""
    moment = clock.now()
    session.add(TokenBudget(tenant_id=tenant.id, **{f"{span}_resets_at": after(moment) for span, after in SPANS.items()}))


def of(session: TenantSession, *, locked: bool = False) -> TokenBudget:
    """The tenant's budget; ``locked``: for this transaction alone."""
    query = select(TokenBudget)
    return session.scalars(query.with_for_update() if locked else query).one()


def now(budget: TokenBudget) -> dict[str, Any]:
    """What is used of the present day and month, and until when that counts: the time may have come since it was stored."""
    moment, found = clock.now(), {}
    for span, after in SPANS.items():
        used, resets_at = getattr(budget, f"{span}_used"), getattr(budget, f"{span}_resets_at")
        is_over = moment >= resets_at
        found |= {f"{span}_used": 0 if is_over else used, f"{span}_resets_at": after(moment) if is_over else resets_at}
    return found


def refuse_used_up(session: TenantSession) -> None:
    """429 where nothing is left of the day or the month, until there is something again of both."""
    budget = of(session)
    present = now(budget)
    over = [present[f"{span}_resets_at"] for span in SPANS if present[f"{span}_used"] >= getattr(budget, f"{span}_limit")]
    if over:
        raise Problem(429, "Token budget used up", "The tenant has used all its tokens.",
                      headers={"Retry-After": str(rules.seconds_until(max(over), clock.now()))})


def use(session: TenantSession, tokens: int) -> None:
    """Count what a turn has used."""
    budget = of(session, locked=True)
    for name, value in now(budget).items():
        setattr(budget, name, value + tokens if name.endswith("_used") else value)
