"""Sentences about what people are told."""

from behave import then


@then("{person} is notified of {string}")
def is_notified(context, person, title):
    world = context.world
    world.inboxes.await_notification(world.person(person), title)


@then("{person} got exactly {int} notification(s) {string}")
def got_exactly(context, person, count, title):
    world = context.world
    world.inboxes.require_exactly(world.person(person), count, title)


@then("{person} got no notification {string}")
def got_none(context, person, title):
    world = context.world
    world.inboxes.require_exactly(world.person(person), 0, title)


@then("{person} got no notification at all")
def got_none_at_all(context, person):
    world = context.world
    world.inboxes.require_exactly(world.person(person), 0)
