"""Sentences about tenants: in whose name somebody speaks, and what belongs to whom."""

from uuid import uuid4

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
    world.await_quiet()
    world.noted[tenant] = world.stored.of_tenant(world.accounts.tenant(tenant).id)


@given("what {tenant} has apart from sign-ins is noted")
def note_all_but_sign_ins(context, tenant):
    world = context.world
    world.await_quiet()
    world.noted[tenant] = world.stored.of_tenant_apart_from_sign_ins(world.accounts.tenant(tenant).id)


@then("what {tenant} has apart from sign-ins is as it was")
def all_but_sign_ins_as_it_was(context, tenant):
    world = context.world
    world.await_quiet()
    world.stored.require_apart_from_sign_ins_as(world.accounts.tenant(tenant).id, world.noted[tenant])


@given("what everybody has is noted")
def note_everything(context):
    context.world.await_quiet()
    context.world.noted["everybody"] = context.world.stored.everything()


@then("what everybody has is as it was")
def everything_as_it_was(context):
    context.world.await_quiet()
    context.world.stored.require_everything_as(context.world.noted["everybody"])


@then("what {tenant} has is as it was")
def it_has_what_it_had(context, tenant):
    world = context.world
    world.await_quiet()
    world.stored.require_tenant_as(world.accounts.tenant(tenant).id, world.noted[tenant])


@given("{person}, a worker at {tenant}, works at {string}")
def works_at(context, person, tenant, site):
    world = context.world
    world.tenant_people.place(world.accounts.in_role(person, "worker", tenant), world.sites.site(site))


@given("{person}, a worker at {tenant}, works at no site")
def works_at_none(context, person, tenant):
    context.world.accounts.in_role(person, "worker", tenant)


@then("{person} finds exactly the people of {tenant}")
def finds_people_of(context, person, tenant):
    world = context.world
    world.tenant_people.require_all_of(world.person(person), world.accounts.tenant(tenant))


@then("at {string} {person} finds {person} and nobody else")
def finds_one_at(context, site, person, other):
    world = context.world
    world.tenant_people.require_at(world.person(person), world.sites.site(site).id, [world.people[other]])


@then("at {string} {person} finds nobody")
def finds_nobody_at(context, site, person):
    world = context.world
    world.tenant_people.require_at(world.person(person), world.sites.site(site).id, [])


@then("at a site that nobody has {person} finds nobody")
def finds_nobody_at_nowhere(context, person):
    world = context.world
    world.tenant_people.require_at(world.person(person), str(uuid4()), [])
