"""Sentences about what is posted to a tenant's webhook."""

from behave import given, then


@given("the receiver of webhooks answers that it is broken")
def receiver_is_broken(context):
    context.world.plugins.receiver.answer_with(500)


@given("the receiver of webhooks answers that it is broken {int} time(s)")
def receiver_is_broken_for_a_while(context, times):
    context.world.plugins.receiver.answer_with(500, times=times)


@then("{string} is posted for {tenant} once, and nothing else")
def is_posted(context, title, tenant):
    world = context.world
    world.webhooks.require_posted(world.accounts.tenant(tenant), [title])


@then("{string} and {string} are posted for {tenant} once each, and nothing else")
def are_posted(context, one, other, tenant):
    world = context.world
    world.webhooks.require_posted(world.accounts.tenant(tenant), [one, other])


@then("nothing is posted for {tenant}")
def nothing_is_posted(context, tenant):
    world = context.world
    world.webhooks.require_posted(world.accounts.tenant(tenant), [])


@then("what was posted for {tenant} is what {person} was notified of, for no channel")
def is_as_notified(context, tenant, person):
    world = context.world
    world.webhooks.require_as_notified(world.accounts.tenant(tenant), world.person(person), None)


@then("what was posted for {tenant} is what {person} was notified of, for the channel {string}")
def is_as_notified_for(context, tenant, person, channel):
    world = context.world
    world.webhooks.require_as_notified(world.accounts.tenant(tenant), world.person(person), channel)


@then("what was posted for {tenant} is signed with {string}")
def is_signed(context, tenant, secret):
    world = context.world
    world.webhooks.require_signed(world.accounts.tenant(tenant), secret)


@then("what was posted for {tenant} is not signed")
def is_unsigned(context, tenant):
    world = context.world
    world.webhooks.require_unsigned(world.accounts.tenant(tenant))


@then("it was posted for {tenant} {int} times, each time the same, after ever longer pauses")
def was_tried(context, tenant, times):
    world = context.world
    world.webhooks.require_tried(world.accounts.tenant(tenant), times)
    world.webhooks.require_pauses_grow(world.accounts.tenant(tenant))
