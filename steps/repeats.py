"""Sentences about calls that are sent again with the key of the first."""

from behave import given, then, when


@given("{person} has sent the mission {string} with the key {string}")
@when("{person} sends the mission {string} with the key {string}")
@when("{person} sends the mission {string} again with the key {string}")
def sends_mission(context, person, name, key):
    world = context.world
    world.outcomes.keep(world.repeats.create(world.person(person), name, key))


@when("{person} sends a mission without a name, {int} times with the key {string}")
def sends_without_name(context, person, times, key):
    world = context.world
    world.outcomes.keep(*(world.repeats.create(world.person(person), None, key) for _ in range(times)))


@when("{person} sends the mission {string} with a key of {int} characters")
def sends_with_key_of_length(context, person, name, length):
    world = context.world
    world.outcomes.keep(world.repeats.create(world.person(person), name, ("Key no. 7 ~ " * 30)[:length - 1] + "!"))


@when("{person} sends the mission {string} {int} times at the same moment with the key {string}")
def sends_at_once(context, person, name, times, key):
    world = context.world
    world.outcomes.keep_only(world.repeats.create_at_once(world.person(person), name, key, times))


@when("{person} starts {mission} with the key {string}")
def starts_with_key(context, person, mission, key):
    world = context.world
    world.outcomes.keep(world.repeats.start(world.person(person), world.mission(mission), key))


@given("counting {tenant}'s missions is held up")
def is_held_up(context, tenant):
    world = context.world
    world.repeats.hold_up(world.accounts.tenant(tenant))


@when("{person} sends the mission {string} with the key {string}, and has no answer yet")
def sends_and_waits(context, person, name, key):
    world = context.world
    world.repeats.create_in_background(world.person(person), name, key)


@when("counting goes on again")
def goes_on_again(context):
    context.world.repeats.let_go()


@when("the platform is killed with what it has in hand, and begun again")
def is_killed(context):
    context.world.repeats.lose_platform()


@then("what she sent first is carried out")
def first_is_carried_out(context):
    world = context.world
    first = world.repeats.first()
    first.require_accepted(201)
    world.repeats.require_carried_out(first)


@then("both answers are the same, and only the second is marked as a replay")
def is_replay(context):
    context.world.repeats.require_replay(*context.world.outcomes.last(2))


@then("the answer is the first one once more, marked as a replay")
def is_replay_of_first(context):
    outcomes = context.world.outcomes
    context.world.repeats.require_replay(outcomes.all[0], outcomes.last()[0])


@then("that is carried out, not replayed")
def is_carried_out(context):
    outcome = context.world.outcomes.last()[0]
    outcome.require_accepted()
    context.world.repeats.require_carried_out(outcome)


@then("exactly one of them is carried out, and each other replays it or is told that it is still running")
def is_done_once(context):
    context.world.repeats.require_once(context.world.outcomes.all)
