"""Sentences about who may be connected for live updates."""

from behave import given, then, when


@when("{person} connects with her token")
def connects(context, person):
    world = context.world
    who = world.person(person)
    world.connections.try_to_connect(who, who.access_token)


@then("{person} is greeted, and nothing of her token is sent back")
def is_greeted(context, person):
    context.world.connections.require_greeted(context.world.person(person))


@when("{person} connects without a token")
def connects_without(context, person):
    context.world.connections.try_to_connect(context.world.person(person), None)


@when("{person} connects with a token that cannot be read")
def connects_with_garbage(context, person):
    context.world.connections.try_to_connect(context.world.person(person), "garbage")


@when("{person} connects with a token that is signed with another key")
def connects_with_another_key(context, person):
    world = context.world
    who = world.person(person)
    world.connections.try_to_connect(who, world.tokens.signed_with_another_key(who))


@when("{person} connects with a token that expired {duration} ago")
def connects_too_late(context, person, time):
    world = context.world
    who = world.person(person)
    world.connections.try_to_connect(who, world.tokens.expiring(who, -time.total_seconds()))


@when("{person} connects with the token of a sign-in that was ended")
def connects_with_an_ended_sign_in(context, person):
    world = context.world
    who = world.person(person)
    world.accounts.sign_out(who).require_accepted(204)
    world.connections.try_to_connect(who, who.access_token)


@then("{person} is told that she is not signed in and nothing else, and is disconnected")
def is_told_not_signed_in(context, person):
    world = context.world
    world.person(person)
    world.connections.require_not_signed_in()


@given("{person} holds {int} connection(s)")
def holds(context, person, count):
    context.world.connections.hold(context.world.person(person), count)


@then("{person} is told that this is one too many, and the others go on")
def one_too_many(context, person):
    context.world.connections.require_one_too_many(context.world.person(person))


@when("{person} pings {int} times without a pause")
def pings_without_pause(context, person, times):
    world = context.world
    world.person(person)
    world.connections.ping_without_pause(times)


@then("{int} pings are answered, {int} are refused as too many, and the next disconnects her")
def flood_is_ended(context, answered, warned):
    context.world.connections.require_flood_ended(answered, warned)
