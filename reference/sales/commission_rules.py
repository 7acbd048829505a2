"""The arithmetic of commissions: exact decimals, rounded half up at each step."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from decimal import Decimal

from reference.core.money import LARGEST, NOTHING, rounded


@dataclass(frozen=True)
class Terms:
    """What a commission is computed by."""

    rate: Decimal
    exchange_rate: Decimal
    bonus: Decimal
    penalty: Decimal


@dataclass(frozen=True)
class Computed:
    """What comes of it. Of a penalty above the commission the rest is uncovered."""

    commission_amount: Decimal
    total_commission: Decimal
    total_receivable: Decimal
    uncovered_penalty: Decimal


def compute(total_sales: Decimal, terms: Terms) -> Computed:
    commission_amount = rounded(total_sales * terms.rate / 100)
    total_commission = rounded(commission_amount * terms.exchange_rate) + terms.bonus
    return Computed(commission_amount, total_commission, max(total_commission - terms.penalty, NOTHING),
                    max(terms.penalty - total_commission, NOTHING))


def too_large(total_sales: Decimal, computed: Computed) -> list[str]:
    """The amounts that are larger than an amount can be."""
    amounts = {"total_sales": total_sales, **asdict(computed)}
    return [name for name, amount in amounts.items() if amount > LARGEST]
