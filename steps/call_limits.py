"""Sentences about how often somebody may call."""

from datetime import timedelta

from behave import given, then, when


@when("{person} calls in every way that there is")
def calls_in_every_way(context, person):
    context.world.call_limits.call_in_every_way(context.world.person(person))


@when("{person} calls every operation that needs a sign-in")
def calls_everything(context, person):
    context.world.call_limits.call_everything(context.world.person(person))


@given("{person} has made all the calls that she may make")
@when("{person} makes all the calls that she may make")
def makes_all_calls(context, person):
    context.world.call_limits.use_up(context.world.person(person))


@when("{person} calls {int} times, each time from another address and as if forwarded for yet another")
def calls_forwarded(context, person, times):
    context.world.call_limits.call_forwarded(context.world.person(person), times)


@when("{person} calls {int} times at the same moment")
def calls_at_once(context, person, times):
    context.world.call_limits.call_at_once(context.world.person(person), times)


@then("the {int} answers say that {int} to {int} calls are left, each another number")
def counted_one_by_one(context, times, least, most):
    context.world.call_limits.require_each_number(times, least, most)


@when("the health is asked for {int} times, between two other calls")
def health_is_asked(context, times):
    context.world.call_limits.watch_between(times)


@when("{person} signs in {int} times from {string}")
def signs_in_from(context, person, times, place):
    world = context.world
    world.outcomes.keep_only(world.call_limits.sign_in(world.person(person), place, times))


@when("{person} signs in {int} times from {string}, each time as if forwarded for another address")
def signs_in_forwarded(context, person, times, place):
    world = context.world
    world.outcomes.keep_only(world.call_limits.sign_in(world.person(person), place, times, forwarded=True))


@when("{person} tries to sign in from {string}")
def tries_to_sign_in_from(context, person, place):
    world = context.world
    world.outcomes.keep(*world.call_limits.sign_in(world.person(person), place))


@when("{person} tries to sign in from {string} as if forwarded for another address")
def tries_to_sign_in_forwarded(context, person, place):
    world = context.world
    world.outcomes.keep(*world.call_limits.sign_in(world.person(person), place, forwarded=True))


@when("all but {duration} of the time that {person} was told passes")
def nearly_all_passes(context, rest, person):
    world = context.world
    world.call_limits.wait_as_told(world.tried(person), rest)


@when("the last {duration} pass")
def rest_passes(context, time: timedelta):
    context.world.operations.move_clock(time)


@then("each answer says how many of {int} calls are left, each another number")
def all_counted(context, limit):
    context.world.call_limits.require_all_counted(limit)


@then("each answer says how many of {int} calls are left, one less each time")
def counted_down(context, limit):
    context.world.call_limits.require_counted_down(limit)


@then("each says that they are counted anew within {int} seconds")
def counted_anew(context, seconds):
    context.world.call_limits.require_reset_within(seconds)


@then("{person} is refused as calling too often, and told when to try again")
def refused_with_time(context, person):
    world = context.world
    world.call_limits.require_told_to_wait(world.tried(person))


@then("{person} is served, and has {int} calls left")
def is_served(context, person, left):
    context.world.call_limits.require_left(context.world.person(person), left)


@then("the health says nothing of a limit, and was not counted")
def health_is_free(context):
    context.world.call_limits.require_watching_is_free()
