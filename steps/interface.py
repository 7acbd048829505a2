"""Sentences about the interface as a whole, as the platform describes it."""

from behave import then, when


@when("everything that the description lists is asked for, by nobody, in vain, and by {person} for what there is")
def everything_is_asked_for(context, person):
    world = context.world
    world.interface.ask_for_everything(world.person(person))


@then("each answer is as the description says")
def each_is_as_described(context):
    context.world.interface.require_as_described()
