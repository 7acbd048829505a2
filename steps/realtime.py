"""Sentences about live updates: who watches, and what they see."""

from behave import given, then, when

from support.domain.tables import rows


@given("{person} watches {mission}")
def watches(context, person, mission):
    context.world.live_updates.watch(context.world.person(person), context.world.mission(mission))


@given("{person} watches what is {tenant}'s")
def watches_what_is_the_tenants(context, person, _tenant):
    world = context.world
    world.live_updates.watch_tenant(world.person(person))


@given("{person} watches {mission} a second time")
def watches_again(context, person, mission):
    context.world.live_updates.watch(context.world.person(person), context.world.mission(mission))


@given("{person} watches {mission} on a second connection too")
def watches_elsewhere(context, person, mission):
    context.world.live_updates.watch_elsewhere(context.world.person(person), context.world.mission(mission))


@given("{person}, a/an {role} at {tenant}, watches the tenant")
def watches_tenant(context, person, role, tenant):
    world = context.world
    world.live_updates.watch_tenant(world.accounts.in_role(person, role, tenant))


@when("{person} tries to watch {mission}")
def tries_to_watch(context, person, mission):
    context.world.live_updates.try_to_watch(context.world.person(person), context.world.mission(mission))


@when("{person}, a/an {role} at {tenant}, tries to watch {mission}")
def somebody_tries_to_watch(context, person, role, tenant, mission):
    world = context.world
    world.live_updates.try_to_watch(world.accounts.in_role(person, role, tenant), world.mission(mission))


@then("{person} is turned away and disconnected, exactly as from a mission that nobody has")
def is_turned_away(context, person):
    world = context.world
    world.live_updates.require_turned_away(world.person(person), world.mission("it"))


@given("{person}, a viewer at {tenant}, watches {mission}")
@when("{person}, a viewer at {tenant}, watches {mission}")
def viewer_watches(context, person, tenant, mission):
    world = context.world
    world.live_updates.watch(world.accounts.viewer(person, tenant), world.mission(mission))


@given("{person}, a viewer at {tenant}, watches {mission} and looks whenever she is told something")
def viewer_watches_and_looks(context, person, tenant, mission):
    world = context.world
    world.live_updates.watch_and_look(world.accounts.viewer(person, tenant), world.mission(mission))


@then("each time what she was told was already so")
def what_she_was_told_was_so(context):
    world = context.world
    world.live_updates.require_already_so(world.person("she"), world.mission("it"))


@when("{person} stops watching {mission}")
def stops_watching(context, person, mission):
    context.world.live_updates.stop_watching(context.world.person(person), context.world.mission(mission))


@then("{person} saw {mission} pass the phases {names}")
def saw_phases(context, person, mission, phases):
    context.world.live_updates.require_phases(context.world.person(person), context.world.mission(mission), phases)


@then("{person} sees {mission} change from")
def sees_changes(context, person, mission):
    expected = [(row["from"], row["to"]) for row in rows(context.table, "from", "to")]
    context.world.live_updates.require_status_changes(context.world.person(person), context.world.mission(mission),
                                                      expected)


@then("{person} and {person} both see {mission} change from")
def both_see_changes(context, one, other, mission):
    world, expected = context.world, [(row["from"], row["to"]) for row in rows(context.table, "from", "to")]
    for name in (one, other):
        world.live_updates.require_status_changes(world.person(name), world.mission(mission), expected)


@then("both saw each change once and in order")
def both_saw_each_once(context):
    world = context.world
    for person in world.live_updates.watchers:
        world.live_updates.require_no_gap(person, world.mission("it"))


@then("{person} sees of {mission}, in this order")
def sees_in_order(context, person, mission):
    world = context.world
    expected = [(row["what"], row["how it stands"]) for row in rows(context.table, "what", "how it stands")]
    world.live_updates.require_told(world.person(person), world.mission(mission), expected)


@then("what {person} saw last of each record is what it says now")
def saw_last_what_it_says(context, person):
    world = context.world
    world.live_updates.require_as_read(world.person(person), world.mission("it"))


@then("{person} saw its progress rise from 0 to 100 without ever going back")
def saw_progress_rise(context, person):
    world = context.world
    world.live_updates.require_rising_progress(world.person(person), world.mission("it"))


@then("{person} sees that {mission} was deleted, and watches it no longer")
def sees_deletion(context, person, mission):
    world = context.world
    world.live_updates.await_change(world.person(person), world.mission(mission), "mission.deleted")
    world.live_updates.require_watching_over(world.person(person), world.mission(mission), "deleted")


@then("{person} sees that {mission} has completed, and watches it no longer")
def sees_completion_and_no_more(context, person, mission):
    sees_completion(context, person, mission)
    context.world.live_updates.require_watching_over(context.world.person(person), context.world.mission(mission), "final")


@then("{person} is shown that {mission} is {state}, and watches it no longer")
def is_shown_and_no_more(context, person, mission, state):
    world = context.world
    world.live_updates.require_shown(world.person(person), world.mission(mission), state)
    world.live_updates.require_watching_over(world.person(person), world.mission(mission), "final")


@then("her second connection showed each change of {mission} up to its end, once and in order")
def second_showed_each(context, mission):
    world = context.world
    world.live_updates.require_all_seen_elsewhere(world.person("she"), world.mission(mission))


@then("{person} sees {mission} change at {tenant} from")
def sees_changes_at_tenant(context, person, mission, tenant):
    world, expected = context.world, [(row["from"], row["to"]) for row in rows(context.table, "from", "to")]
    world.live_updates.require_told_at_tenant(world.person(person), world.mission(mission), expected)


@then("{person} was told nothing of {mission}")
def was_told_nothing(context, person, mission):
    world = context.world
    world.live_updates.require_told_nothing_at_tenant(world.person(person), world.mission(mission))


@then("her connection is closed, since she is not signed in any more")
def connection_is_closed(context):
    context.world.live_updates.require_signed_out(context.world.person("she"))


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


@when("{person} pings with the time {int} of her own")
def pings_at(context, person, time):
    context.world.live_updates.ping_at(context.world.person(person), time)


@then("the ping is answered with the server's time, and with her own time too")
@then("each ping is answered with the server's time, and the second with her own time too")
def pings_are_answered(context):
    context.world.live_updates.require_pongs(context.world.person("she"))
