"""Sentences about tokens that are not as they should be, in the words of who tests them."""

from behave import then, when


@when("{person} comes with a token that expired {duration} ago")
def comes_too_late(context, person, time):
    world = context.world
    world.outcomes.keep(world.tokens.come_expiring(world.person(person), -time.total_seconds()))


@when("{person} comes with a token that expires in {duration}")
def comes_in_time(context, person, time):
    world = context.world
    world.outcomes.keep(world.tokens.come_expiring(world.person(person), time.total_seconds()))


@when("{person} comes with a token that is signed with another key")
def comes_with_another_key(context, person):
    world = context.world
    world.outcomes.keep(world.tokens.come_with_another_key(world.person(person)))


@when("{person} comes with a token that was altered after its signing")
def comes_altered(context, person):
    context.world.outcomes.keep(context.world.tokens.come_altered(context.world.person(person)))


@when("{person} comes with a token that has lost its signature")
def comes_unsigned(context, person):
    context.world.outcomes.keep(context.world.tokens.come_unsigned(context.world.person(person)))


@when("{person} comes with a token that is signed by {word}")
def comes_signed_by(context, person, algorithm):
    world = context.world
    world.outcomes.keep(world.tokens.come_with(world.person(person), algorithm=algorithm))


@when("{person} comes with a token that lacks {word}")
def comes_without(context, person, claim):
    world = context.world
    world.outcomes.keep(world.tokens.come_with(world.person(person), without=claim))


@when("{person} comes with a token in which {word} is {anything}")
def comes_saying(context, person, claim, value):
    world = context.world
    world.outcomes.keep(world.tokens.come_saying(world.person(person), claim, value))


@when("{person} comes with a token that names {named} that there is not")
def comes_for_nobody(context, person, claim):
    world = context.world
    world.outcomes.keep(world.tokens.come_for_nobody(world.person(person), claim))


@when("{person} comes with {string}")
def comes_with(context, person, header):
    world = context.world
    world.outcomes.keep(world.tokens.come_as(world.person(person), header))


@when("{person} asks who she is {int} times at the same moment")
def asks_at_once(context, person, times):
    world = context.world
    world.outcomes.keep_only(world.tokens.ask_at_once(world.person(person), times))


@then("each time she is told who she is")
def told_each_time(context):
    context.world.tokens.require_told_each_time(context.world.person("she"), context.world.outcomes.all)


@then("is told to come with a bearer token")
def told_to_bring_a_token(context):
    context.world.outcomes.last()[0].require_header("WWW-Authenticate", "Bearer")
