"""Sentences about deals: making, changing and reading them, and what is then true of them."""

from behave import given, then, when

from support.domain.tables import rows


@given("{person} has the deal {string} of {money}")
@when("{person} makes the deal {string} of {money}")
def has(context, person, name, value):
    context.world.deals.have(context.world.person(person), name, value=value)


@given("{person} has the deal {string} of {money} with the client {string}")
@when("{person} makes the deal {string} of {money} with the client {string}")
def has_with_client(context, person, name, value, client):
    context.world.deals.have(context.world.person(person), name, value=value, client=client)


@given("{person} has the deal {string} with")
@when("{person} makes the deal {string} with")
def has_with_fields(context, person, name):
    fields = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    context.world.deals.have(context.world.person(person), name, **fields)


@given("{person} has the deal {string} of {money}, of which {person} has verified the payment")
def has_paid(context, person, name, value, verifier):
    world = context.world
    who = world.person(person)
    world.payments.record_in_state(world.deals.have(who, name, value=value), who, value, "verified", world.person(verifier))


@when("{person} tries to make a deal with the {word} {string}")
def tries_with(context, person, field, value):
    world = context.world
    world.outcomes.keep(world.deals.try_to_make(world.person(person), **{field: value}))


@when("{person} tries to make a deal of {money}")
def tries_of(context, person, value):
    world = context.world
    world.outcomes.keep(world.deals.try_to_make(world.person(person), value=value))


@when("{person} tries to make a deal whose value is sent as the number {int}")
def tries_with_number(context, person, value):
    world = context.world
    world.outcomes.keep(world.deals.try_to_make(world.person(person), value=value))


@when("{person} tries to make a deal for the client {string}")
def tries_with_client(context, person, client):
    world = context.world
    world.outcomes.keep(world.deals.try_to_make(world.person(person), client=client))


@when("{person} tries to make a deal of which nothing is said")
def tries_empty(context, person):
    world = context.world
    world.outcomes.keep(world.deals.try_to_make_empty(world.person(person)))


@when("{names} make {int} deals of {money} at the same moment")
def make_at_once(context, people, count, value):
    world = context.world
    world.outcomes.keep_only(world.deals.make_at_once(list(map(world.person, people)), count, value))


@when("{person} changes the {word} of {deal} to {string}")
def changes(context, person, field, deal, value):
    world = context.world
    world.deals.change(world.deals.named(deal), world.person(person), **{field: value})


@when("{person} tries to change the {word} of {deal} to {string}")
def tries_to_change(context, person, field, deal, value):
    world = context.world
    world.outcomes.keep(world.deals.try_to_change(world.deals.named(deal), world.person(person), **{field: value}))


@when("{person} tries to read {deal}")
def tries_to_read(context, person, deal):
    world = context.world
    world.outcomes.keep(world.deals.try_to_read(world.deals.named(deal), world.person(person)))


@when("{person} deletes {deal}")
@when("{person} tries to delete {deal}")
def tries_to_delete(context, person, deal):
    world = context.world
    world.outcomes.keep(world.deals.try_to_delete(world.deals.named(deal), world.person(person)))


@given("{person} has cancelled {deal}")
@when("{person} cancels {deal}")
def cancels(context, person, deal):
    world = context.world
    world.deals.cancel(world.deals.named(deal), world.person(person)).require_accepted(200)


@when("{person} tries to cancel {deal}")
def tries_to_cancel(context, person, deal):
    world = context.world
    world.outcomes.keep(world.deals.cancel(world.deals.named(deal), world.person(person)))


@when("{person} tries to read, change, cancel and delete {deal}, and to read what belongs to it")
def tries_everything(context, person, deal):
    world = context.world
    found, who = world.deals.named(deal), world.person(person)
    world.outcomes.keep_only([
        world.deals.try_to_read(found, who), world.deals.try_to_change(found, who, name="Mine"),
        world.deals.cancel(found, who), world.deals.try_to_delete(found, who),
        *world.deals.try_to_read_below(found, who), world.payments.try_to_record(found, who)])


@when("{person} tries to change, cancel and delete {deal}, and to record a payment on it")
def tries_all_changes(context, person, deal):
    world = context.world
    found, who = world.deals.named(deal), world.person(person)
    world.outcomes.keep_only([world.payments.try_to_record(found, who), world.deals.try_to_change(found, who, name="Mine"),
                              world.deals.cancel(found, who), world.deals.try_to_delete(found, who)])


@when("{names} cancel {deal} at the same moment")
def cancel_at_once(context, people, deal):
    world = context.world
    world.outcomes.keep_only(world.deals.do_at_once(world.deals.named(deal), list(map(world.person, people)), "cancel",
                                                    reason="They bought elsewhere"))


@then("{deal} is {deal_state}")
@then("{deal} is still {deal_state}")
def is_in_state(context, deal, state):
    context.world.deals.require(context.world.deals.named(deal), status=state)


@then("{deal} is {deal_state}, with {money} paid, {money} pending and {money} outstanding")
def stands(context, deal, state, paid, pending, outstanding):
    world = context.world
    world.deals.require_money(world.deals.named(deal), paid, pending, outstanding, status=state)


@then("its progress is {money} percent")
def progress_is(context, percent):
    context.world.deals.require(context.world.deals.named(), progress=percent)


@then("{deal} has the {word} {string}")
def has_value(context, deal, field, value):
    world = context.world
    world.deals.require(world.deals.named(deal), **world.deals.meant({field: value}))


@then("{deal} is {person}'s, and just as it was sent")
def is_as_sent(context, deal, person):
    world = context.world
    world.deals.require_as_sent(world.deals.named(deal), world.person(person))


@then("nothing about {deal} has changed")
def nothing_changed(context, deal):
    context.world.deals.require_unchanged(context.world.deals.named(deal))


@then("{deal} is gone")
def is_gone(context, deal):
    context.world.deals.require_gone(context.world.deals.named(deal))


@then("{person} is refused, since a/an {deal_state} deal can only become {deal_states}")
def refused_from(context, person, state, possible):
    context.world.tried(person).require_refused_from(state, possible)


@then("{person} finds the deal(s) {string} and no other")
def finds(context, person, names):
    context.world.deals.require_found(context.world.person(person), names.split(", "))


@then("{person} finds no deal")
def finds_none(context, person):
    context.world.deals.require_found(context.world.person(person), [])


@then("{person} finds {int} deal(s)")
def finds_count(context, person, count):
    context.world.deals.require_count(context.world.person(person), count)


@then("{person} is answered as follows on asking for deals")
def finds_by_filter(context, person):
    world = context.world
    for row in rows(context.table, "asked for", "found"):
        filters = dict(part.split(" ", 1) for part in row["asked for"].split(", "))
        world.deals.require_found(world.person(person), row["found"].split(", ") if row["found"] else [], **filters)


@then("{person}'s deals are numbered {string}")
def are_numbered(context, person, numbers):
    context.world.deals.require_numbers(context.world.person(person), numbers.split(", "))


@then("{person}'s deals are numbered from DLID{int} to DLID{int} without a gap")
def are_numbered_without_gap(context, person, first, last):
    world = context.world
    world.deals.require_numbers(world.person(person), [f"DLID{number:04}" for number in range(first, last + 1)])


@then("{person} finds as activity of {deal} exactly {deeds}")
def finds_activity(context, person, deal, deeds):
    world = context.world
    world.deals.require_activity(world.deals.named(deal), world.person(person), deeds)


@then("{person} finds on {deal} payments of {string} and no other")
def finds_payments(context, person, deal, amounts):
    world = context.world
    world.deals.require_payments(world.deals.named(deal), world.person(person), amounts.split(", "))
