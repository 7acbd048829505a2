"""Sentences about missions: planning and running them, and what is then true of them."""

from behave import given, then, when


@given("a mission {mission} over {int} target(s)")
def a_mission(context, name, target_count):
    missions = context.world.missions
    missions.create(missions.plan(name, context.world.person("she"), target_count))


@given("a mission {mission} over {int} target(s) with the goal {goal}")
def a_mission_with_goal(context, name, target_count, goal):
    missions = context.world.missions
    missions.create(missions.plan(name, context.world.person("she"), target_count), goals=[goal])


@given("{person} has a mission {mission} over {int} target(s)")
def has_a_mission(context, person, name, target_count):
    missions = context.world.missions
    missions.create(missions.plan(name, context.world.person(person), target_count))


@given("a mission {mission} as follows")
def a_mission_as_follows(context, name):
    fields = {row["field"]: row["value"] for row in context.table}
    context.world.missions.create_from_table(name, context.world.person("she"), fields)


@given("{person} has started {mission}")
def has_started(context, person, mission):
    context.world.missions.do("start", context.world.mission(mission), context.world.person(person))


@when("{person} {does} {mission}")
def does(context, person, verb, mission):
    context.world.missions.do(verb, context.world.mission(mission), context.world.person(person))


@when("{person} renames {mission} to {string}")
def renames(context, person, mission, name):
    context.world.missions.rename(context.world.mission(mission), name, context.world.person(person))


@when("{person} tries to {verb} {mission}")
@when("{person} tries to {verb} {mission} once more")
def tries(context, person, verb, mission):
    world = context.world
    world.outcomes.keep(world.missions.try_it(verb, world.mission(mission), world.person(person)))


@when("{person}, a viewer at {tenant}, tries to {verb} {mission}")
def viewer_tries(context, person, tenant, verb, mission):
    world = context.world
    world.outcomes.keep(world.missions.try_it(verb, world.mission(mission), world.accounts.viewer(person, tenant)))


@when("{person}, a viewer at {tenant}, tries to create a mission {string}")
def viewer_tries_to_create(context, person, tenant, name):
    world = context.world
    viewer = world.accounts.viewer(person, tenant)
    world.outcomes.keep(world.missions.try_to_create(world.missions.plan(name, viewer, 1), viewer))


@when("{int} starts of {mission} are sent at the same moment")
def starts_at_once(context, times, mission):
    world = context.world
    world.outcomes.keep_only(world.missions.start_at_once(world.mission(mission), times))


@then("{mission} is {state}")
@then("{mission} is still {state}")
def is_in_state(context, mission, state):
    context.world.missions.require_state(context.world.mission(mission), state)


@given("{mission} has completed")
@then("{mission} completes")
def completes(context, mission):
    context.world.missions.await_state(context.world.mission(mission), "completed")


@then("{mission} fails because no target could be reached")
def fails_unreached(context, mission):
    world = context.world
    world.missions.require_reason(world.missions.await_state(world.mission(mission), "failed"), "no_target_reachable")


@then("{mission} is stopped, with the time at which that was")
def is_stopped_with_time(context, mission):
    world = context.world
    world.missions.require_ended_at(world.missions.require_state(world.mission(mission), "stopped"))


@then("{mission} stands at {int} percent")
def stands_at(context, mission, percent):
    context.world.missions.require_progress(context.world.mission(mission), percent)


@then("{mission} is called {string}")
def is_called(context, mission, name):
    context.world.missions.require_name(context.world.mission(mission), name)


@then("{mission} is unknown")
def is_unknown(context, mission):
    context.world.missions.attempt("read", context.world.mission(mission)).require_refused("unknown")


@then("{person} is refused, since a stopped mission can become nothing else")
def is_refused_as_final(context, person):
    context.world.missions.require_final(context.world.mission("it"), context.world.tried(person))


@then("{person} is refused exactly as for a mission that nobody has")
def is_refused_as_unknown(context, person):
    context.world.missions.require_refused_as_unknown(context.world.mission("it"), context.world.tried(person))


@then("nothing about {mission} has changed")
def nothing_changed(context, mission):
    context.world.missions.require_unchanged(context.world.mission(mission))


@then("nothing about {mission} has changed for {person}")
def nothing_changed_for(context, mission, person):
    context.world.missions.require_unchanged(context.world.mission(mission), context.world.person(person))


@then("{person} finds {mission} among the missions")
def finds(context, person, mission):
    world = context.world
    world.missions.require_listed(world.person(person), [world.mission(mission)])


@then("{person} finds no missions at all")
def finds_none(context, person):
    context.world.missions.require_listed(context.world.person(person), [])


@then("{tenant} has no mission {string}")
def tenant_has_no_mission(context, tenant, name):
    world = context.world
    world.missions.require_not_listed(world.accounts.tenant(tenant).administrator, name)


@then("{person} has her answer within {int} seconds")
def answered_within(context, person, seconds):
    context.world.missions.require_answered_within(context.world.mission("it"), context.world.person(person), seconds)


@then("reading it back gives every field as it was sent")
def reads_as_sent(context):
    context.world.missions.require_as_sent(context.world.mission("it"))


@then("it shows an id, its description, its constraints and {person} as its creator")
def shows_its_fields(context, person):
    context.world.missions.require_shown(context.world.mission("it"), context.world.person(person))


@then("its times of creation, start, end and last change are in UTC and in this order")
def times_in_order(context):
    context.world.missions.require_times_in_order(context.world.mission("it"))
