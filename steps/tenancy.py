"""Sentences about tenants: in whose name somebody speaks, and what belongs to whom."""

from behave import given, then, when


@then("{person}'s answers name {tenant} as their tenant")
def answers_name(context, person, tenant):
    world = context.world
    world.accounts.require_answers_name(world.person(person), world.accounts.tenant(tenant))


@when("{person} asks for anything at all at the host of {tenant}")
def asks_at_host(context, person, tenant):
    world = context.world
    world.outcomes.keep_only(world.accounts.everything_under_host(world.person(person), world.accounts.tenant(tenant)))


@when("{person} asks for anything at all in the name of a tenant that nobody has")
def asks_in_no_ones_name(context, person):
    world = context.world
    world.outcomes.keep_only(world.accounts.everything_under_no_ones_name(world.person(person)))


@when("{person} tries to read the person {person}")
def tries_to_read_person(context, reader, person):
    world = context.world
    other = world.people[person]
    world.outcomes.keep_only([world.accounts.try_to_read_person(world.person(reader), other)])


@when("{person} asks for anything at all in the name of {tenant}")
def asks_in_name(context, person, tenant):
    world = context.world
    world.outcomes.keep_only(world.accounts.everything_under_name(world.person(person), world.accounts.tenant(tenant)))


@given("what {tenant} has is noted")
def note_what_it_has(context, tenant):
    world = context.world
    world.noted[tenant] = world.stored.of_tenant(world.accounts.tenant(tenant).id)


@then("what {tenant} has is as it was")
def it_has_what_it_had(context, tenant):
    world = context.world
    world.stored.require_tenant_as(world.accounts.tenant(tenant).id, world.noted[tenant])
