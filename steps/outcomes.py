"""Sentences about what became of an attempt, in whatever area."""

from behave import then


@then("{person} is refused as {refusal}")
@then("that is refused as {refusal}")
def is_refused(context, *words):
    context.world.tried().require_refused(words[-1])


@then("{person} is refused as incomplete, since {word} is required")
def is_refused_as_incomplete(context, person, field):
    context.world.tried().require_fault(field, "required")


@then("{person} succeeds")
def succeeds(context, person):
    context.world.tried().require_accepted()


@then("exactly {int} of them is accepted")
def so_many_accepted(context, count):
    context.world.require_accepted_at_once(count)


@then("the other {int} are refused as {refusal}")
def others_refused(context, count, refusal):
    context.world.require_refused_at_once(count, refusal)
