"""Sentences about what the platform does while a part of it is away."""

from behave import given, then, when

from support.domain.tables import rows


@given("{store} is away")
@when("{store} is taken away")
def store_is_taken_away(context, store):
    world = context.world
    world.noted["the platform's process"] = world.operations.process_of_platform()
    world.operations.take_store_away(store)


@when("{store} comes back")
def store_comes_back(context, store):
    context.world.operations.bring_store_back(store)


@then("the platform is not ready, since {word} is down")
def not_ready(context, component):
    components = dict.fromkeys(("postgresql", "redis", "worker"), "up")
    context.world.outages.require_not_ready(components | {component: "down"})


@then("the platform is not ready, since {word} and {word} are down")
def not_ready_both(context, component, other):
    components = dict.fromkeys(("postgresql", "redis", "worker"), "up")
    context.world.outages.require_not_ready(components | {component: "down", other: "down"})


@then("whatever {person} asks for is refused as unavailable, naming {word} and nothing of the inside")
def nothing_is_served(context, person, component):
    context.world.outages.require_nothing_served(context.world.person(person), component)


@then("within {int} seconds {person} is served again")
def is_served_again(context, seconds, person):
    context.world.outages.await_served(context.world.person(person), seconds)


@when("the platform is told to leave while a call of {person}'s is on its way")
def told_to_leave(context, person):
    world = context.world
    world.outages.leave_with_call_on_its_way(world.person(person))


@then("that call is answered as if nothing had happened")
def call_is_answered(context):
    context.world.outages.require_call_answered()


@then("her connection is closed, since the platform leaves")
def connection_closed(context):
    context.world.live_updates.require_left(context.world.person("she"))


@then("the platform is gone within {int} seconds, and its port is free")
def is_gone(context, seconds):
    context.world.outages.require_gone_within(seconds)


@then("a platform whose mail server is away is ready within {int} seconds")
def ready_without_mail(context, seconds):
    world = context.world
    world.outages.require_ready_in(world.operations.begin_platform_without_mail(), seconds)


@then("the platform was not restarted")
def was_not_restarted(context):
    world = context.world
    world.operations.require_process_of_platform(world.noted["the platform's process"])


@then("each of these is refused to {person} as unavailable, and changes nothing")
def refused_and_unchanged(context, person):
    world = context.world
    tried = [(row["verb"], world.mission(row["mission"])) for row in rows(context.table, "verb", "mission")]
    world.outages.require_refused_and_unchanged(world.person(person), tried)
