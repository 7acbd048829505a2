"""The rules of sales, apart from HTTP and SQL: states, numbers, what follows from verified money."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from decimal import Decimal

from reference.core.money import rounded

CLIENTS: dict[str, tuple[str, ...]] = {
    "pending": ("clear", "bad_debt"),
    "clear": ("pending", "bad_debt"),
    "bad_debt": ("pending", "clear"),
}
DEALS: dict[str, tuple[str, ...]] = {
    "open": ("part_paid", "paid", "cancelled"),
    "part_paid": ("open", "paid"),
    "paid": ("open", "part_paid"),
    "cancelled": (),
}
PAYMENTS: dict[str, tuple[str, ...]] = {
    "pending": ("verified", "rejected"),
    "verified": ("refunded",),
    "rejected": (),
    "refunded": (),
}
COMMISSIONS: dict[str, tuple[str, ...]] = {
    "draft": ("approved",),
    "approved": ("paid", "draft"),
    "paid": (),
}
INVOICE_OF = {"pending": "pending", "verified": "verified", "rejected": "rejected", "refunded": "void"}

METHODS = ("wallet", "bank", "cheque", "cash")
SOURCES = ("linkedin", "instagram", "google", "referral", "others")
FAILURES = ("insufficient_funds", "bank_decline", "technical_error", "cheque_bounce", "payment_received_not_reflected")
OWNERS = ("sales", "supervisor", "admin")  # roles of which somebody may own a client or a deal

NUMBERS = {"deal": "DLID{:04}", "payment": "TXN-{:04}", "invoice": "INV-{:04}"}
LONGEST_PERIOD = 366  # days
USUAL_RATE = Decimal("5.00")  # percent
NO_EXCHANGE = Decimal("1.000000")


def number(kind: str, count: int) -> str:
    return NUMBERS[kind].format(count)


def deal_status(value: Decimal, paid_total: Decimal) -> str:
    """Where a deal stands that is not cancelled."""
    if paid_total >= value:
        return "paid"
    return "part_paid" if paid_total else "open"


def client_status(deals: Collection[str]) -> str:
    """Where a client stands whose deals are in these states, and who is no bad debtor."""
    is_clear = "paid" in deals and set(deals) <= {"paid", "cancelled"}
    return "clear" if is_clear else "pending"


def progress(value: Decimal, paid_total: Decimal) -> Decimal:
    """How much of the value is paid, in percent."""
    return rounded(100 * paid_total / value)


def is_period(start: date, end: date) -> bool:
    """Whether the days from the one to the other, both counted, are a period of a commission."""
    return 1 <= (end - start).days + 1 <= LONGEST_PERIOD
