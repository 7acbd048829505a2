"""The rules of sales and of exact decimals, apart from HTTP and SQL."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from pydantic import TypeAdapter, ValidationError

from reference.core import money
from reference.sales import commission_rules, rules
from reference.sales.commission_rules import Terms

AMOUNT = TypeAdapter(money.Amount)
CURRENCY = TypeAdapter(money.Currency)


def code_of(adapter, value):
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(value)
    return refused.value.errors()[0]["type"]


@pytest.mark.parametrize("states", [rules.CLIENTS, rules.DEALS, rules.PAYMENTS, rules.COMMISSIONS])
def test_every_state_that_can_be_reached_is_a_state(states):
    assert {to for following in states.values() for to in following} <= set(states)


def test_an_invoice_has_a_state_for_each_of_its_payment():
    assert set(rules.INVOICE_OF) == set(rules.PAYMENTS)


@pytest.mark.parametrize(("paid", "status"), [("0.00", "open"), ("0.01", "part_paid"), ("99.99", "part_paid"),
                                              ("100.00", "paid")])
def test_a_deal_stands_where_its_verified_money_puts_it(paid, status):
    assert rules.deal_status(Decimal("100.00"), Decimal(paid)) == status


@pytest.mark.parametrize(("deals", "status"), [
    ([], "pending"), (["cancelled"], "pending"), (["paid"], "clear"), (["paid", "cancelled"], "clear"),
    (["paid", "open"], "pending"), (["paid", "part_paid"], "pending")])
def test_a_client_is_clear_with_a_paid_deal_and_nothing_to_be_paid(deals, status):
    assert rules.client_status(deals) == status


@pytest.mark.parametrize(("value", "paid", "percent"), [("3.00", "1.00", "33.33"), ("3.00", "2.00", "66.67"),
                                                        ("200.00", "0.01", "0.01"), ("999999999.99", "0.01", "0.00")])
def test_the_progress_is_rounded_half_up(value, paid, percent):
    assert rules.progress(Decimal(value), Decimal(paid)) == Decimal(percent)


@pytest.mark.parametrize(("kind", "count", "number"), [("deal", 1, "DLID0001"), ("deal", 12345, "DLID12345"),
                                                       ("payment", 7, "TXN-0007"), ("invoice", 10000, "INV-10000")])
def test_a_number_is_as_long_as_its_count_needs(kind, count, number):
    assert rules.number(kind, count) == number


@pytest.mark.parametrize(("start", "end", "is_one"), [
    (date(2024, 1, 1), date(2024, 1, 1), True), (date(2024, 1, 1), date(2024, 12, 31), True),
    (date(2023, 1, 1), date(2024, 1, 1), True), (date(2024, 1, 1), date(2025, 1, 1), False),
    (date(2024, 1, 2), date(2024, 1, 1), False)])
def test_a_period_has_at_most_the_days_of_a_leap_year(start, end, is_one):
    assert rules.is_period(start, end) == is_one


def test_no_step_of_a_commission_has_a_rounding_error():
    largest = Terms(Decimal("100.00"), Decimal("10000.000000"), money.LARGEST, Decimal("0.00"))

    assert commission_rules.compute(money.LARGEST, largest).total_commission == Decimal("10000999999899.99")
    assert commission_rules.too_large(money.LARGEST, commission_rules.compute(money.LARGEST, largest)) == [
        "total_commission", "total_receivable"]


@pytest.mark.parametrize(("text", "amount"), [("0.01", "0.01"), ("5", "5.00"), ("5.1", "5.10"),
                                              ("999999999.99", "999999999.99")])
def test_an_amount_is_kept_with_two_places(text, amount):
    assert str(AMOUNT.validate_python(text)) == amount


@pytest.mark.parametrize(("sent", "code"), [
    (5, "type"), (5.0, "type"), (True, "type"), (None, "type"), ("", "format"), ("5.", "format"), (".5", "format"),
    ("05.00", "format"), ("+5.00", "format"), (" 5.00", "format"), ("5.00\n", "format"), ("1e2", "format"),
    ("Infinity", "format"), ("5.001", "format"), ("5.00" + "0" * 5000, "format"), ("9" * 5000, "format"),
    ("0", "out_of_range"), ("-0.01", "out_of_range"), ("1000000000", "out_of_range")])
def test_what_is_no_amount_is_refused(sent, code):
    assert code_of(AMOUNT, sent) == code


@pytest.mark.parametrize(("sent", "code"), [("ZZZ", "not_allowed"), ("usd", "not_allowed"), ("", "not_allowed"),
                                            (1, "type")])
def test_what_is_no_currency_is_refused(sent, code):
    assert code_of(CURRENCY, sent) == code


@pytest.mark.parametrize("currency", ["USD", "EUR", "SGD", "JPY", "INR"])
def test_currencies_are_those_of_iso_4217(currency):
    assert CURRENCY.validate_python(currency) == currency
