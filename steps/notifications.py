"""Sentences about what people are told."""

from behave import given, then, when

from support.domain.tables import rows


@then("{person} is notified of {string}")
def is_notified(context, person, title):
    world = context.world
    world.inboxes.await_notification(world.person(person), title)


@then("{person} is mailed {string}")
def is_mailed(context, person, title):
    world = context.world
    world.inboxes.await_mail(world.person(person), title)


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


@given("{person} looks at her own affairs")
def looks_at_own_affairs(context, person):
    world = context.world
    world.inboxes.watch(world.person(person))


@given("{person} looks at her own affairs on a second connection too")
def looks_at_own_affairs_elsewhere(context, person):
    world = context.world
    world.inboxes.watch(world.person(person))


@then("within {int} seconds {person} is told {string}")
def is_told_within(context, seconds, person, title):
    world = context.world
    world.inboxes.require_told(world.person(person), title, seconds)


@then("the newest notification of {person} is just that, unread")
def newest_is_that(context, person):
    world = context.world
    world.inboxes.require_newest_as_told(world.person(person))


@then("{person}'s inbox is, newest first")
def inbox_is(context, person):
    world = context.world
    world.inboxes.require_listed(world.person(person), rows(context.table, "title", "unread"))


@when("{person} reads {string} in her inbox")
def reads(context, person, title):
    world = context.world
    world.inboxes.read(world.person(person), title)


@when("{person} reads all of her inbox")
def reads_all(context, person):
    world = context.world
    world.inboxes.read_all(world.person(person))


@then("it was {int} that {person} had not read")
def so_many_had_not_been_read(context, count, person):
    world = context.world
    world.inboxes.require_marked(world.person(person), count)


@then("{person} has {int} unread notification(s)")
def has_unread(context, person, count):
    world = context.world
    world.inboxes.require_unread(world.person(person), count)


@then("{person} has no unread notification")
def has_nothing_unread(context, person):
    world = context.world
    world.inboxes.require_unread(world.person(person), 0)


@then("{person}'s unread notifications are {string} alone")
def unread_are(context, person, title):
    world = context.world
    world.inboxes.require_unread_titles(world.person(person), [title])


@then("{person} is told {string} once on each connection")
def is_told_on_each(context, person, title):
    world = context.world
    world.inboxes.require_told_on_each(world.person(person), title)


@then("on each connection {person} is told that it is read and that nothing is unread")
def is_told_of_reading(context, person):
    world = context.world
    world.inboxes.require_told_of_reading(world.person(person), unread=0)


@when("{person} tries to read {person}'s newest notification")
def tries_to_read(context, person, other):
    world = context.world
    other = world.person(other)
    world.outcomes.keep(world.inboxes.try_to_read(world.person(person), other))


@when("{person} tries to mark {person}'s newest notification as read")
def tries_to_mark(context, person, other):
    world = context.world
    other = world.person(other)
    world.outcomes.keep(world.inboxes.try_to_mark(world.person(person), other))


@then("{person} is sent one mail, {string}")
def is_sent_one_mail(context, person, subject):
    world = context.world
    world.mailboxes.require_only(world.person(person).email, subject)


@then("{person} is notified of {string}, and no mail is sent")
def is_notified_without_mail(context, person, title):
    world = context.world
    world.inboxes.require_without_mail(world.person(person), title)


@then("{person}'s newest notification, opened by itself, is as in the list")
def is_opened_as_listed(context, person):
    world = context.world
    world.inboxes.require_opened_as_listed(world.person(person))


@then("{person} is told why with {string}: {string}")
def is_told_why(context, person, title, reason):
    world = context.world
    world.inboxes.require_reason(world.person(person), title, reason)


@then("the notification {string} of {person} is unread, of just now, and about")
def is_about(context, title, person):
    world = context.world
    (expected,) = rows(context.table, "kind", "object_type", "number", "amount", "currency")
    world.inboxes.require_about(world.person(person), title, expected)


@then("it names {deal}")
def names_deal(context, deal):
    found = context.world.deals.named(deal)
    context.world.inboxes.require_names(found.id, found.name)


@then("it names {payment}")
def names_payment(context, payment):
    found = context.world.payments.named(payment)
    context.world.inboxes.require_names(found.id, found.name)


@given("{names} look at all that they may be told")
def look_at_all(context, people):
    world = context.world
    for each in map(world.person, people):
        world.inboxes.watch_all(each)


@then("{names} are told nothing at all")
def are_told_nothing(context, people):
    world = context.world
    for each in map(world.person, people):
        world.inboxes.require_told_nothing(each)
