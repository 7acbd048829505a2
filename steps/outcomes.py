"""Sentences about what became of an attempt, in whatever area."""

from behave import then


@then("{person} is refused as {refusal}")
def is_refused(context, person, refusal):
    context.world.tried(person).require_refused(refusal)


@then("that is refused as {refusal}")
def that_is_refused(context, refusal):
    context.world.outcomes.of("somebody").require_refused(refusal)


@then("that is refused as incomplete, since {place} is {fault}")
def that_is_refused_as_incomplete(context, field, code):
    context.world.outcomes.of("somebody").require_fault(field, code)


@then("that succeeds")
def that_succeeds(context):
    context.world.outcomes.of("somebody").require_accepted()


@then("all of it is refused as {refusal}")
def all_is_refused(context, refusal):
    context.world.outcomes.require_all_refused(refusal)


@then("{person} is refused as incomplete, since {place} is {fault}")
def is_refused_as_incomplete(context, person, field, code):
    context.world.tried(person).require_fault(field, code)


@then("{person} is refused as incomplete, since {word} and {word} are {fault}")
def is_refused_as_incomplete_twice(context, person, field, other, code):
    context.world.tried(person).require_faults([(field, code), (other, code)])


@then("{person} is refused, since the {word} is taken")
def is_refused_as_taken(context, person, field):
    context.world.tried(person).require_taken(field)


@then("{person} is refused as outdated, since there is version {int} now")
def is_refused_as_outdated(context, person, version):
    context.world.tried(person).require_outdated(version)


@then("{person} succeeds")
def succeeds(context, person):
    context.world.tried(person).require_accepted()


@then("exactly {int} of them is/are accepted")
def so_many_accepted(context, count):
    context.world.outcomes.require_accepted(count)


@then("the other {int} is/are refused as {refusal}")
def others_refused(context, count, refusal):
    context.world.outcomes.require_refused(count, refusal)
