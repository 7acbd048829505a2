"""Sentences about the interface as a whole, as the platform describes it."""

from behave import then, when


@when("everything that the description lists is asked for, by nobody, in vain, and by {person} for what there is")
def everything_is_asked_for(context, person):
    world = context.world
    world.interface.ask_for_everything(world.person(person))


@then("each answer is as the description says")
def each_is_as_described(context):
    context.world.interface.require_as_described()


@when("requests that nobody thought of are sent in the names of {names}")
def requests_are_made_up(context, names):
    world = context.world
    world.probing.send(world.target.settings.probes, [world.person(name) for name in names])


@then("none of them meets an internal error, gets an answer that is not described, or sees anything of {person}'s tenant")
def kept_whatever_was_sent(context, person):
    world = context.world
    world.probing.require_kept(world.person(person))
