"""Sentences about live updates: who watches, and what they see."""

from behave import given, then, when


@given("{person} watches {mission}")
def watches(context, person, mission):
    context.world.live_updates.watch(context.world.person(person), context.world.mission(mission))


@given("{person}, a viewer at {tenant}, watches {mission}")
def viewer_watches(context, person, tenant, mission):
    world = context.world
    world.live_updates.watch(world.accounts.viewer(person, tenant), world.mission(mission))


@when("{person} stops watching {mission}")
def stops_watching(context, person, mission):
    context.world.live_updates.stop_watching(context.world.person(person), context.world.mission(mission))


@then("{person} saw {mission} pass the phases {names}")
def saw_phases(context, person, mission, phases):
    context.world.live_updates.require_phases(context.world.person(person), context.world.mission(mission), phases)


@then("{person} sees {mission} change from")
def sees_changes(context, person, mission):
    expected = [(row["from"], row["to"]) for row in context.table]
    context.world.live_updates.require_status_changes(context.world.person(person), context.world.mission(mission),
                                                      expected)


@then("{person} saw each change once and in order")
def saw_each_once(context, person):
    context.world.live_updates.require_no_gap(context.world.person(person), context.world.mission("it"))


@then("{person} sees that {mission} has completed")
def sees_completion(context, person, mission):
    context.world.live_updates.await_change(context.world.person(person), context.world.mission(mission),
                                            "mission.status", new_status="completed")


@then("{person} saw nothing of {mission}")
def saw_nothing(context, person, mission):
    context.world.live_updates.require_nothing_of(context.world.person(person), context.world.mission(mission))


@then("{person} saw no change of {mission}")
def saw_no_change(context, person, mission):
    context.world.live_updates.require_no_change_of(context.world.person(person), context.world.mission(mission))


@then("her connection is still answered")
def ping_is_answered(context):
    context.world.live_updates.ping(context.world.person("she"))


@when("{person} pings three times, the second time with a time of her own")
def pings_three_times(context, person):
    context.world.live_updates.ping_three_times(context.world.person(person))


@then("each ping is answered with the server's time, and the second with her own time too")
def pings_are_answered(context):
    context.world.live_updates.require_pongs(context.world.person("she"))
