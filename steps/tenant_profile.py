"""Sentences about the profile of the own tenant, and where an answer came from."""

from behave import given, then, when


@given("{person}, a viewer at {tenant}, reads the profile of her tenant")
def viewer_reads(context, person, tenant):
    world = context.world
    world.tenant_profile.read(world.accounts.viewer(person, tenant))


@when("{person} reads the profile of her/his tenant again")
def reads_again(context, person):
    world = context.world
    world.tenant_profile.read(world.person(person))


@when("{person} renames her tenant to {string}")
def renames(context, person, name):
    world = context.world
    world.tenant_profile.try_to_change(world.person(person), name=name).require_accepted(200)


@when("{person} tries to make the payroll of her tenant end on day {int}")
def tries_to_end_payroll(context, person, day):
    world = context.world
    world.outcomes.keep(world.tenant_profile.try_to_change(world.person(person), settings={"payroll_cutoff_day": day}))


@given("the profile of {tenant} is cached as nothing")
def is_cached_as_nothing(context, tenant):
    world = context.world
    world.tenant_profile.cache_as(world.accounts.tenant(tenant), "")


@given("the profile of {tenant} is cached as {string}")
def is_cached_as(context, tenant, text):
    world = context.world
    world.tenant_profile.cache_as(world.accounts.tenant(tenant), text)


@then("it came from the {word}, and is the same")
def came_from_and_is_same(context, source):
    profile = context.world.tenant_profile
    profile.require_from(source)
    profile.require_same()


@then("it came from the {word}, and its name is {string}")
def came_from_and_is_called(context, source, name):
    profile = context.world.tenant_profile
    profile.require_from(source)
    profile.require(name=name)


@then("it came from the {word}, and its payroll ends on day {int}")
def came_from_and_ends_on(context, source, day):
    profile = context.world.tenant_profile
    profile.require_from(source)
    profile.require(payroll_cutoff_day=day)


@then("it is the profile of {tenant}")
def is_profile_of(context, tenant):
    world = context.world
    expected = world.accounts.tenant(tenant)
    world.tenant_profile.require(id=expected.id, slug=expected.slug)


@then("the profile of {tenant} is cached for 300 seconds at the most")
def is_cached_briefly(context, tenant):
    world = context.world
    world.tenant_profile.require_cached_briefly(world.accounts.tenant(tenant))
