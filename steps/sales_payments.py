"""Sentences about payments and their invoices: recording, deciding and reading them, and what is then true."""

from behave import given, then, when

from support.domain.tables import rows


@given("{person} has recorded a payment of {money} on {deal}")
@when("{person} records a payment of {money} on {deal}")
def records(context, person, amount, deal):
    world = context.world
    world.payments.record(world.deals.named(deal), world.person(person), amount=amount)


@given("{person} has recorded a payment on {deal} with")
@when("{person} records a payment on {deal} with")
def records_with(context, person, deal):
    world = context.world
    fields = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    world.payments.record(world.deals.named(deal), world.person(person), **fields)


@given("{person} has recorded a payment of {money} on {deal}, which {person} has verified")
def has_recorded_verified(context, person, amount, deal, verifier):
    has_recorded_in_state(context, person, amount, deal, "verified", verifier)


@given("{person} has recorded a payment of {money} on {deal}, which is {payment_state} by {person}")
def has_recorded_in_state(context, person, amount, deal, state, verifier):
    world = context.world
    who = world.person(person)
    world.payments.record_in_state(world.deals.named(deal), who, amount, state, world.person(verifier))


@when("{person} tries to record a payment of {money} on {deal}")
def tries_to_record(context, person, amount, deal):
    world = context.world
    world.outcomes.keep(world.payments.try_to_record(world.deals.named(deal), world.person(person), amount=amount))


@when("{person} tries to record a payment on {deal} with the {word} {string}")
def tries_to_record_with(context, person, deal, field, value):
    world = context.world
    world.outcomes.keep(world.payments.try_to_record(world.deals.named(deal), world.person(person), **{field: value}))


@when("{person} tries to record a payment by cheque on {deal} with the number {string}")
def tries_cheque(context, person, deal, number):
    world = context.world
    world.outcomes.keep(world.payments.try_to_record(world.deals.named(deal), world.person(person), method="cheque",
                                                     cheque_number=number))


@when("{names} record {int} payments of {money} on {deal} at the same moment")
def record_at_once(context, people, count, amount, deal):
    world = context.world
    world.outcomes.keep_only(world.payments.record_at_once(world.deals.named(deal), list(map(world.person, people)), count,
                                                           amount))


@given("{person} has verified {payment}")
@when("{person} verifies {payment}")
def verifies(context, person, payment):
    world = context.world
    found = world.payments.named(payment)
    world.payments.done(found, world.payments.try_to_verify(found, world.person(person)))


@when("{person} verifies {money} of {payment}")
def verifies_part(context, person, amount, payment):
    world = context.world
    found = world.payments.named(payment)
    world.payments.done(found, world.payments.try_to_verify(found, world.person(person), amount))


@when("{person} tries to verify {payment}")
def tries_to_verify(context, person, payment):
    world = context.world
    world.outcomes.keep(world.payments.try_to_verify(world.payments.named(payment), world.person(person)))


@when("{person} tries to verify {money} of {payment}")
def tries_to_verify_part(context, person, amount, payment):
    world = context.world
    world.outcomes.keep(world.payments.try_to_verify(world.payments.named(payment), world.person(person), amount))


@given("{person} has rejected {payment}")
@when("{person} rejects {payment}")
def rejects(context, person, payment):
    world = context.world
    found = world.payments.named(payment)
    world.payments.done(found, world.payments.try_to_reject(found, world.person(person)))


@when("{person} rejects {payment} for the reason {string}")
def rejects_for(context, person, payment, reason):
    world = context.world
    found = world.payments.named(payment)
    world.payments.done(found, world.payments.try_to_reject(found, world.person(person), reason))


@when("{person} tries to reject {payment}")
def tries_to_reject(context, person, payment):
    world = context.world
    world.outcomes.keep(world.payments.try_to_reject(world.payments.named(payment), world.person(person)))


@when("{person} tries to reject {payment} for the reason {string}")
def tries_to_reject_for(context, person, payment, reason):
    world = context.world
    world.outcomes.keep(world.payments.try_to_reject(world.payments.named(payment), world.person(person), reason))


@when("{person} tries to reject {payment} for no reason")
def tries_to_reject_for_none(context, person, payment):
    world = context.world
    world.outcomes.keep(world.payments.try_to_do(world.payments.named(payment), world.person(person), "reject"))


@when("{person} refunds {payment}, saying {string}")
def refunds(context, person, payment, reason):
    world = context.world
    found = world.payments.named(payment)
    world.payments.done(found, world.payments.try_to_refund(found, world.person(person), reason))


@when("{person} tries to refund {payment}")
def tries_to_refund(context, person, payment):
    world = context.world
    world.outcomes.keep(world.payments.try_to_refund(world.payments.named(payment), world.person(person)))


@when("{person} tries to refund {payment} for no reason")
def tries_to_refund_for_none(context, person, payment):
    world = context.world
    world.outcomes.keep(world.payments.try_to_do(world.payments.named(payment), world.person(person), "refund"))


@when("{person} tries to read {payment}")
def tries_to_read(context, person, payment):
    world = context.world
    world.outcomes.keep(world.payments.try_to_read(world.payments.named(payment), world.person(person)))


@when("{person} tries to read, verify and reject {payment}")
def tries_everything(context, person, payment):
    world = context.world
    found, who = world.payments.named(payment), world.person(person)
    world.outcomes.keep_only([world.payments.try_to_read(found, who), world.payments.try_to_verify(found, who),
                              world.payments.try_to_reject(found, who)])


@when("{names} verify {payment} at the same moment")
def verify_at_once(context, people, payment):
    world = context.world
    world.outcomes.keep_only(world.payments.decide_at_once(world.payments.named(payment),
                                                           list(map(world.person, people))))


@when("{names} verify every payment at the same moment")
def verify_all_at_once(context, people):
    world = context.world
    world.outcomes.keep_only(world.payments.verify_all_at_once(list(map(world.person, people))))


@when("every decision is tried on payments of {person} on {deal} that are {payment_state} by {person}")
def tries_every_decision(context, person, deal, state, verifier):
    world = context.world
    world.payments.try_every_decision(world.deals.named(deal), world.person(person), state, world.person(verifier))


@then("{payment_decisions} could be done to them, and what was refused left nothing behind")
def could_be_done(context, possible):
    context.world.payments.require_decisions(possible)


@then("{payment} is {payment_state}, and so is its invoice")
@then("{payment} is still {payment_state}, and so is its invoice")
def is_in_state(context, payment, state):
    context.world.payments.require_state(context.world.payments.named(payment), state)


@then("{payment} is verified with {money} by {person}, and so is its invoice")
def is_verified(context, payment, amount, person):
    world = context.world
    world.payments.require_verified(world.payments.named(payment), world.person(person), amount)


@then("{payment} is rejected by {person} for the reason {string}, and so is its invoice")
def is_rejected(context, payment, person, reason):
    world = context.world
    world.payments.require_rejected(world.payments.named(payment), world.person(person), reason)


@then("{payment}, which {person} had verified, is refunded for the reason {string}, and its invoice is void")
def is_refunded(context, payment, person, reason):
    world = context.world
    world.payments.require_refunded(world.payments.named(payment), world.person(person), reason)


@then("{payment} on {deal} was recorded by {person}, just as it was sent")
def is_as_sent(context, payment, deal, person):
    world = context.world
    world.payments.require_as_sent(world.payments.named(payment), world.person(person), world.deals.named(deal))


@then("nothing about {payment} has changed")
def nothing_changed(context, payment):
    context.world.payments.require_unchanged(context.world.payments.named(payment))


@then("{person} is refused, since no more than {money} is outstanding")
def refused_with_outstanding(context, person, outstanding):
    world = context.world
    world.payments.require_refused_with_outstanding(world.tried(person), outstanding)


@then("{person} is refused, since a/an {payment_state} payment can only become {payment_states}")
def refused_from(context, person, state, possible):
    context.world.tried(person).require_refused_from(state, possible)


@then("{person} finds the payment(s) {string} and no other")
def finds(context, person, names):
    context.world.payments.require_found(context.world.person(person), names.split(", "))


@then("{person} finds no payment")
def finds_none(context, person):
    context.world.payments.require_found(context.world.person(person), [])


@then("{person} finds {int} payment(s)")
def finds_count(context, person, count):
    context.world.payments.require_count(context.world.person(person), count)


@then("{person} is answered as follows on asking for payments")
def finds_by_filter(context, person):
    world = context.world
    for row in rows(context.table, "asked for", "found"):
        filters = dict(part.split(" ", 1) for part in row["asked for"].split(", "))
        world.payments.require_found(world.person(person), row["found"].split(", ") if row["found"] else [], **filters)


@then("{person}'s payments are numbered {string}, and the invoices {string}")
def are_numbered(context, person, numbers, invoices):
    world = context.world
    world.payments.require_numbers(world.person(person), numbers.split(", "))
    world.payments.require_invoice_numbers(world.person(person), invoices.split(", "))
