"""Sentences about the tenant that somebody speaks to: by its host, or by its name."""

from behave import then, when


@when("{person} signs in at the host of {tenant}, as it is")
def signs_in_at_host(context, person, tenant):
    _sign_in(context.world, person, tenant, "as it is")


@when("{person} signs in at the host of {tenant}, with a port")
def signs_in_with_port(context, person, tenant):
    _sign_in(context.world, person, tenant, "with a port")


@when("{person} signs in at the host of {tenant}, in capitals")
def signs_in_in_capitals(context, person, tenant):
    _sign_in(context.world, person, tenant, "in capitals")


@when("{person} signs in at the host of {tenant}, in capitals, with a port")
def signs_in_in_capitals_with_port(context, person, tenant):
    _sign_in(context.world, person, tenant, "in capitals, with a port")


def _sign_in(world, person, tenant, written):
    headers = world.tenant_names.host_as_typed(world.accounts.tenant(tenant), written)
    world.accounts.sign_in(world.person(person), headers=headers).require_accepted(200)


@when("{person} signs in at the host of {tenant}, in the name of {tenant}")
def signs_in_under_both(context, person, tenant, other):
    world = context.world
    headers = world.tenant_names.of_two(world.accounts.tenant(tenant), world.accounts.tenant(other))
    world.accounts.sign_in(world.person(person), headers=headers).require_accepted(200)


@when("{person} tries to sign in at {address}, and names no tenant")
def tries_to_sign_in_at_address(context, person, address):
    world = context.world
    world.outcomes.keep(world.accounts.sign_in(world.person(person), headers=world.tenant_names.address(address)))


@when("{person} signs in at {address}, in the name of {tenant}")
def signs_in_at_address(context, person, address, tenant):
    world = context.world
    headers = world.tenant_names.address(address, world.accounts.tenant(tenant))
    world.accounts.sign_in(world.person(person), headers=headers).require_accepted(200)


@when("somebody asks with {person}'s password for all that comes before signing in, {naming} nobody has")
def asks_before_sign_in(context, person, where):
    world = context.world
    world.outcomes.keep_only(world.tenant_names.before_sign_in(world.person(person), world.tenant_names.nobodys(where)))


@when("somebody asks with {person}'s password for all that comes before signing in, "
      "at the host of {tenant} in the name of {tenant}")
def asks_before_sign_in_under_two(context, person, tenant, other):
    world = context.world
    headers = world.tenant_names.of_two(world.accounts.tenant(tenant), world.accounts.tenant(other))
    world.outcomes.keep_only(world.tenant_names.before_sign_in(world.person(person), headers))


@when("somebody asks for all that belongs to no tenant, under names that nobody has")
def asks_for_what_belongs_to_nobody(context):
    world = context.world
    world.outcomes.keep_only(world.tenant_names.what_belongs_to_no_tenant())


@then("all of it succeeds")
def all_of_it_succeeds(context):
    outcomes = context.world.outcomes
    outcomes.require_accepted(len(outcomes.all))
