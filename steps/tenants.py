"""Sentences about tenants as a whole: how they come to be, and their suspension by whoever provides the platform."""

from behave import given, then, when


@given("{tenant} is suspended for the reason {string}")
@when("{tenant} is suspended for the reason {string}")
def is_suspended(context, tenant, reason):
    world = context.world
    world.tenants_above.suspend(world.accounts.tenant(tenant), reason)


@given("{tenant} is activated again")
@when("{tenant} is activated again")
def is_activated(context, tenant):
    world = context.world
    world.tenants_above.activate(world.accounts.tenant(tenant))


@when("the provider tries to suspend {tenant} for the reason {string}")
def tries_to_suspend(context, tenant, reason):
    world = context.world
    world.outcomes.keep(world.tenants_above.try_to_suspend(world.accounts.tenant(tenant), reason))


@when("the provider tries to activate {tenant}")
def tries_to_activate(context, tenant):
    world = context.world
    world.outcomes.keep(world.tenants_above.try_to_activate(world.accounts.tenant(tenant)))


@when("the provider suspends {tenant} {int} times at the same moment")
def suspends_at_once(context, tenant, times):
    world = context.world
    world.outcomes.keep_only(world.tenants_above.suspend_at_once(world.accounts.tenant(tenant), "Payment overdue", times))


@when("the provider tries to create a tenant under the slug {string}")
def tries_to_create(context, slug):
    world = context.world
    world.outcomes.keep(world.tenants_above.try_to_create(slug))


@when("the provider tries to create a tenant under the slug of {tenant}")
def tries_to_create_again(context, tenant):
    world = context.world
    world.outcomes.keep(world.tenants_above.try_to_create(world.accounts.tenant(tenant).slug))


@when("the provider creates {int} tenants under one slug at the same moment")
def creates_at_once(context, times):
    world = context.world
    world.outcomes.keep_only(world.tenants_above.create_at_once(world.data.slug("harbour"), times))


@when("{person} tries to register a tenant under the slug {string}")
def tries_to_register(context, person, slug):
    world = context.world
    world.outcomes.keep(world.accounts.try_to_register(person, "Harbour", tenant_slug=slug))


@when("{person} tries to register a tenant under the slug of {tenant}")
def tries_to_register_again(context, person, tenant):
    world = context.world
    world.outcomes.keep(world.accounts.try_to_register(person, "Harbour", tenant_slug=world.accounts.tenant(tenant).slug))


@when("somebody without the platform's key tries everything that is above tenants on {tenant}")
def tries_without_key(context, tenant):
    world = context.world
    world.outcomes.keep_only(world.tenants_above.everything_above(world.accounts.tenant(tenant), "somebody", {}))


@when("somebody with a wrong platform's key tries everything that is above tenants on {tenant}")
def tries_with_wrong_key(context, tenant):
    world = context.world
    world.outcomes.keep_only(world.tenants_above.everything_above(
        world.accounts.tenant(tenant), "somebody", {"X-Platform-Key": world.data.password()}))


@when("{person} tries everything that is above tenants on {tenant}")
def tries_as_person(context, person, tenant):
    world = context.world
    who = world.person(person)
    world.outcomes.keep_only(world.tenants_above.everything_above(
        world.accounts.tenant(tenant), who.name, {}, who.access_token))


@then("the provider is refused, since it is {word} and can only become {word}")
def provider_is_refused_from(context, state, other):
    context.world.outcomes.of("the provider").require_refused_from(state, [other])


@then("the provider is refused as {refusal}")
def provider_is_refused(context, refusal):
    context.world.outcomes.of("the provider").require_refused(refusal)


@then("the provider is refused as incomplete, since {place} is {fault}")
def provider_is_refused_as_incomplete(context, field, code):
    context.world.outcomes.of("the provider").require_fault(field, code)


@then("the provider succeeds")
def provider_succeeds(context):
    context.world.outcomes.of("the provider").require_accepted(201)


@then("{person} has registered it")
def has_registered(context, person):
    context.world.outcomes.of(person).require_accepted(201)


@then("{person}'s registration is refused as {refusal}")
def registration_of_person_is_refused(context, person, refusal):
    context.world.outcomes.of(person).require_refused(refusal)


@then("{person}'s registration is refused as incomplete, since {place} is {fault}")
def registration_is_refused_as_incomplete(context, person, field, code):
    context.world.outcomes.of(person).require_fault(field, code)


@then("there is no tenant with the slug {string}")
def no_tenant_is_called(context, slug):
    context.world.tenants_above.require_none_called(slug)


@then("{tenant} is active, with neither date nor reason of a suspension")
def is_active(context, tenant):
    world = context.world
    world.tenants_above.require_active(world.accounts.tenant(tenant))


@then("{tenant} is suspended since that moment, for the reason {string}")
def is_suspended_for(context, tenant, reason):
    world = context.world
    world.tenants_above.require_suspended(world.accounts.tenant(tenant), reason)
