"""Sentences about commissions: computing, approving and paying them, and what is then true."""

from behave import given, then, when

from support.domain.tables import rows


@given("{person} has made the commission of {person}")
@when("{person} makes the commission of {person}")
def makes(context, person, whose):
    world = context.world
    world.commissions.make(world.person(person), whose)


@given("{person} has made the commission of {person} at {money} percent")
@when("{person} makes the commission of {person} at {money} percent")
def makes_at(context, person, whose, rate):
    world = context.world
    world.commissions.make(world.person(person), whose, rate=rate)


@given("{person} has made the commission of {person} with")
@when("{person} makes the commission of {person} with")
def makes_with(context, person, whose):
    world = context.world
    fields = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    world.commissions.make(world.person(person), whose, **fields)


@given("{person} has made the commission of {person}, which is {commission_state}")
def makes_in_state(context, person, whose, state):
    world = context.world
    who = world.person(person)
    world.commissions.bring(world.commissions.make(who, whose), state, who)


@when("{person} makes the commission of {person} for the day on which {payment} was verified")
def makes_for_day(context, person, whose, payment):
    world = context.world
    world.commissions.make_for_day_of(world.payments.named(payment), world.person(person), whose, 0)


@when("{person} makes the commission of {person} for the day {moved} that on which {payment} was verified")
def makes_for_other_day(context, person, whose, days, payment):
    world = context.world
    world.commissions.make_for_day_of(world.payments.named(payment), world.person(person), whose, days)


@when("{person} tries to make the commission of {person}")
def tries_to_make(context, person, whose):
    world = context.world
    world.outcomes.keep(world.commissions.try_to_make(world.person(person), whose))


@when("{person} tries to make the commission of {person} with the {word} {string}")
def tries_to_make_with(context, person, whose, field, value):
    world = context.world
    world.outcomes.keep(world.commissions.try_to_make(world.person(person), whose, **{field: value}))


@when("{person} tries to make the commission of {person} for {int} days")
def tries_to_make_for(context, person, whose, days):
    world = context.world
    world.outcomes.keep(world.commissions.try_to_make_for_days(world.person(person), whose, days))


@when("{person} previews a commission of {money} percent on {money}")
def previews(context, person, rate, sales):
    world = context.world
    world.outcomes.keep(world.commissions.preview(world.person(person), rate=rate, total_sales=sales))


@when("{person} previews a commission with")
def previews_with(context, person):
    world = context.world
    fields = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    world.outcomes.keep(world.commissions.preview(world.person(person), **fields))


@when("{person} tries to preview a commission with the {word} {string}")
def tries_to_preview(context, person, field, value):
    world = context.world
    world.outcomes.keep(world.commissions.preview(world.person(person), **{field: value}))


@then("{person} previews {int} commissions one after another within {int} seconds")
def previews_quickly(context, person, count, seconds):
    took = context.world.commissions.preview_one_after_another(context.world.person(person), count)
    assert took <= seconds, f"{count} previews one after another should take {seconds} s at the most, and took {took:.2f} s"


@when("{person} changes the {word} of {commission} to {string}")
def changes(context, person, field, commission, value):
    world = context.world
    world.commissions.change(world.commissions.named(commission), world.person(person), **{field: value})


@when("{person} tries to change the {word} of {commission} to {string}")
def tries_to_change(context, person, field, commission, value):
    world = context.world
    world.outcomes.keep(world.commissions.try_to_change(world.commissions.named(commission), world.person(person),
                                                        **{field: value}))


@when("{person} has {commission} recalculated")
def recalculates(context, person, commission):
    world = context.world
    world.commissions.do(world.commissions.named(commission), world.person(person), "recalculate")


@given("{person} has approved {commission}")
@when("{person} approves {commission}")
def approves(context, person, commission):
    world = context.world
    world.commissions.do(world.commissions.named(commission), world.person(person), "approve")


@when("{person} pays {commission}")
def pays(context, person, commission):
    world = context.world
    world.commissions.do(world.commissions.named(commission), world.person(person), "pay")


@when("{person} reopens {commission}")
def reopens(context, person, commission):
    world = context.world
    world.commissions.do(world.commissions.named(commission), world.person(person), "reopen")


@when("{person} tries to {commission_verb} {commission}")
def tries_to_do(context, person, verb, commission):
    world = context.world
    world.outcomes.keep(world.commissions.try_(verb, world.commissions.named(commission), world.person(person)))


@when("{person} tries to read {commission}")
def tries_to_read(context, person, commission):
    world = context.world
    world.outcomes.keep(world.commissions.try_to_read(world.commissions.named(commission), world.person(person)))


@when("{person} tries to change, recalculate, approve and pay {commission}")
def tries_all(context, person, commission):
    world = context.world
    found, who = world.commissions.named(commission), world.person(person)
    world.outcomes.keep_only([world.commissions.try_(verb, found, who) for verb in ("change", "recalculate", "approve",
                                                                                      "pay")])


@when("{names} approve {commission} at the same moment")
def approve_at_once(context, people, commission):
    world = context.world
    world.outcomes.keep_only(world.commissions.do_at_once(world.commissions.named(commission),
                                                          list(map(world.person, people)), "approve"))


@when("{person} tries everything there is to do with a commission of {person} that is {commission_state}")
def tries_everything(context, person, whose, state):
    world = context.world
    world.commissions.try_every_verb(world.person(person), whose, state)


@then("what can be done with a/an {commission_state} commission was done, and what was refused left nothing behind")
def could_be_done(context, state):
    context.world.commissions.require_verbs(state)


@then("{commission} is {commission_state}")
@then("{commission} is still {commission_state}")
def is_in_state(context, commission, state):
    context.world.commissions.require(context.world.commissions.named(commission), status=state)


@then("{commission} has the {word} {string}")
def has_value(context, commission, field, value):
    context.world.commissions.require(context.world.commissions.named(commission), **{field: value})


@then("{commission} comes to {money} on sales of {money}")
def comes_to(context, commission, amount, sales):
    context.world.commissions.require(context.world.commissions.named(commission), commission_amount=amount,
                                      total_sales=sales)


@then("{commission} comes to")
def comes_to_all(context, commission):
    expected = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    context.world.commissions.require(context.world.commissions.named(commission), **expected)


@then("{person} sees a commission of {money}")
def sees_amount(context, person, amount):
    world = context.world
    world.commissions.require_previewed(world.tried(person), commission_amount=amount)


@then("{person} sees that it comes to")
def sees_all(context, person):
    expected = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    context.world.commissions.require_previewed(context.world.tried(person), **expected)


@then("{commission} is {person}'s, and just as it was sent")
def is_as_sent(context, commission, person):
    world = context.world
    found = world.commissions.named(commission)
    world.commissions.require_as_sent(found, world.person(person))


@then("{commission} is a draft, approved by nobody")
def is_draft_again(context, commission):
    world = context.world
    world.commissions.require(world.commissions.named(commission), status="draft", approved_by=None, approved_at=None,
                              paid_at=None)


@then("{commission} is approved by {person}, and not paid")
def is_approved(context, commission, person):
    world = context.world
    world.commissions.require_settled(world.commissions.named(commission), world.person(person), is_paid=False)


@then("{commission} is approved by {person}, and paid")
def is_paid(context, commission, person):
    world = context.world
    world.commissions.require_settled(world.commissions.named(commission), world.person(person), is_paid=True)


@then("nothing about {commission} has changed")
def nothing_changed(context, commission):
    context.world.commissions.require_unchanged(context.world.commissions.named(commission))


@then("{person} is refused, since a/an {commission_state} commission can only become {commission_states}")
def refused_from(context, person, state, possible):
    context.world.tried(person).require_refused_from(state, possible)


@then("{person} finds the commission(s) of {names} and no other")
def finds(context, person, people):
    context.world.commissions.require_found(context.world.person(person), people)


@then("{person} finds no commission")
def finds_none(context, person):
    context.world.commissions.require_found(context.world.person(person), [])


@then("{person} is answered as follows on asking for commissions")
def finds_by_filter(context, person):
    world = context.world
    for row in rows(context.table, "asked for", "found"):
        filters = dict(part.split(" ", 1) for part in row["asked for"].split(", "))
        world.commissions.require_found(world.person(person), row["found"].split(", ") if row["found"] else [], **filters)
