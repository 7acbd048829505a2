"""Sentences about the review of attendance: what is made of a record, and until when."""

from behave import given, then, when


@given("the record of {person} is {record_state}, as far as {person} decides")
def is_brought_to(context, person, state, reviewer):
    world = context.world
    world.record_review.bring_to(world.person(person), state, world.person(reviewer))


@given("the record of {person} is noted")
def is_noted(context, person):
    context.world.record_review.note(context.world.person(person))


@given("{person} {reviews} the record of {person}")
@when("{person} {reviews} the record of {person}")
def reviews(context, person, verb, whose):
    world = context.world
    owner = world.person(whose)
    world.record_review.review(world.person(person), verb, owner).require_accepted(200)


@when("{person} rejects the record of {person} with the words {string}")
def rejects_with_words(context, person, whose, words):
    world = context.world
    world.record_review.review(world.person(person), "reject", world.person(whose), comment=words).require_accepted(200)


@when("{person} adjusts the record of {person} to {duration} of work, since {string}")
def adjusts_to(context, person, whose, worked, words):
    world = context.world
    world.record_review.adjust_to(world.person(person), world.person(whose), worked, words).require_accepted(200)


@when("{person} tries to adjust the record of {person} so that he left before he came")
def tries_to_adjust_backwards(context, person, whose):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep(world.record_review.adjust_backwards(world.person(person), owner))


@when("{person} tries to {review_verb} the record of {person}")
def tries_to_review(context, person, verb, whose):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep(world.record_review.review(world.person(person), verb, owner))


@when("{person} tries to {review_verbs} the record of {person}, one after the other")
def tries_all(context, person, verbs, whose):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep_only(world.record_review.review_in_all_ways(world.person(person), verbs, owner))


@when("{person}, a/an {role} at {tenant}, tries to {review_verb} the record of {person}")
def somebody_tries(context, person, role, tenant, verb, whose):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep(world.record_review.review(world.accounts.in_role(person, role, tenant), verb, owner))


@when("{person} tries to {review_verb} the record of {person} without saying why")
def tries_without_words(context, person, verb, whose):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep(world.record_review.review_without_words(world.person(person), verb, owner, None))


@when("{person} tries to {review_verb} the record of {person} with nothing but spaces for words")
def tries_with_spaces(context, person, verb, whose):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep(world.record_review.review_without_words(world.person(person), verb, owner, "   "))


@when("{person} approves and {person} rejects the record of {person} at the same moment")
def review_at_once(context, one, other, whose):
    world = context.world
    deciders = [(world.person(one), "approve"), (world.person(other), "reject")]
    world.outcomes.keep_only(world.record_review.review_at_once(deciders, world.person(whose)))


@when("{person} tries to {review_verb} the record of {person} as it was noted")
def tries_as_noted(context, person, verb, whose):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep(world.record_review.review_as_noted(world.person(person), verb, owner))


@given("the payroll of {tenant} is closed on day {int}, by the clocks of {string}")
def payroll_is_closed(context, tenant, day, timezone):
    world = context.world
    world.record_review.close_payroll(world.accounts.tenant(tenant), day, timezone)


@given("the payroll of {tenant} is closed on the day on which clocks are changed in {string}")
def payroll_is_closed_on_change(context, tenant, timezone):
    world = context.world
    world.record_review.close_payroll_on_change_of_clocks(world.accounts.tenant(tenant), timezone)


@given("day {int} of month {int} has come")
def day_has_come(context, day, month):
    context.world.operations.go_to_day(month, day)


@given("the last minute before the payroll of {person} is closed has begun")
@when("the last minute before the payroll of {person} is closed has begun")
def last_minute_before_payroll(context, person):
    world = context.world
    world.record_review.go_to_last_minute_before_payroll(world.person(person))


@then("the record of {person} is {record_state}")
def record_is(context, person, state):
    context.world.record_review.require_state(context.world.person(person), state)


@then("the record of {person} is {record_state}, as {person} decided")
def record_is_decided(context, person, state, reviewer):
    world = context.world
    world.record_review.require_reviewed(world.person(person), state, world.person(reviewer), "")


@then("the record of {person} is {record_state}, as {person} decided with the words {string}")
def record_is_decided_with_words(context, person, state, reviewer, words):
    world = context.world
    world.record_review.require_reviewed(world.person(person), state, world.person(reviewer), words)


@then("the record of {person} is {record_state}, as if nobody had reviewed it")
def record_is_as_unreviewed(context, person, state):
    world = context.world
    world.record_review.require_reviewed(world.person(person), state, None, "")


@then("the record of {person} is as it was")
def record_is_as_it_was(context, person):
    context.world.record_review.require_unchanged(context.world.person(person))


@then("the record of {person} counts {int} regular minutes and {int} of overtime")
def record_counts(context, person, regular, overtime):
    world = context.world
    world.record_review.require_minutes(world.person(person), regular, overtime)


@then("all of it is refused, since from {record_state} it can only become {record_states}")
def all_refused_from(context, state, states):
    context.world.outcomes.require_all_refused_from(state, states)
