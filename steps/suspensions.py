"""Sentences about what a suspension means to the people of a tenant, and to work that waits for it."""

from behave import given, then, when


@given("the platform runs in two processes")
def runs_in_two_processes(context):
    context.world.operations.begin_second_process()


@when("{person} tries everything that is for people, at each process")
def tries_everything_everywhere(context, person):
    world = context.world
    world.outcomes.keep_only(world.suspensions.everything(world.person(person)))


@when("somebody asks with {person}'s password for all that comes before signing in, in the name of {tenant}")
def asks_before_sign_in_in_name(context, person, tenant):
    world = context.world
    headers = {"X-Tenant": world.accounts.tenant(tenant).slug}
    world.outcomes.keep_only(world.tenant_names.before_sign_in(world.person(person), headers))


@then("{person} is known at each process")
def is_known_everywhere(context, person):
    world = context.world
    world.suspensions.require_known(world.person(person))


@then("{person} is known with the token that was given before")
def is_known_with_the_same_token(context, person):
    world = context.world
    world.suspensions.require_known(world.person(person))


@when("{person} asks who she is")
def asks_who_she_is(context, person):
    world = context.world
    world.outcomes.keep(world.accounts.profile(world.person(person)))


@given("{person}, a/an {role} at {tenant}, watches the tenant at the second process")
def watches_tenant_elsewhere(context, person, role, tenant):
    world = context.world
    world.live_updates.watch_tenant(world.accounts.in_role(person, role, tenant), world.operations.second_websocket_url)


@when("{person} tries to connect")
def tries_to_connect(context, person):
    world = context.world
    world.live_updates.try_to_connect(world.person(person))


@then("{person} is turned away and disconnected, since her tenant is suspended")
def is_turned_away_as_suspended(context, person):
    world = context.world
    world.live_updates.require_turned_away_as_suspended(world.person(person))


@then("{person} is disconnected within 5 seconds, since the tenant is suspended")
def is_disconnected(context, person):
    world = context.world
    world.live_updates.require_suspended(world.person(person))


@then("{person} got no mail")
def got_no_mail(context, name):
    context.world.suspensions.require_no_mail(name)


@then("{person} is still connected")
def is_still_connected(context, person):
    world = context.world
    world.live_updates.require_still_connected(world.person(person))
