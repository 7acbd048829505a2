"""Sentences about who watches a ticket, and what they see of it."""

from behave import given, then, when

from support.domain.tables import rows


@given("{person} watches {ticket}")
@when("{person} watches {ticket}")
def watches(context, person, ticket):
    world = context.world
    world.ticket_updates.watch(world.person(person), world.tickets.ticket(ticket))


@when("{person} tries to watch {ticket}")
def tries_to_watch(context, person, ticket):
    world = context.world
    world.ticket_updates.try_to_watch(world.person(person), world.tickets.ticket(ticket))


@then("{person} is turned away and disconnected, exactly as from a ticket that nobody has")
def is_turned_away(context, person):
    world = context.world
    world.ticket_updates.require_turned_away(world.person(person), world.tickets.ticket(""))


@then("{person} is shown {ticket} first, as it was")
def is_shown_first(context, person, ticket):
    world = context.world
    world.ticket_updates.require_state_first(world.person(person), world.tickets.ticket(ticket))


@then("{person} sees of {ticket} exactly these changes, in this order")
def sees_changes(context, person, ticket):
    world = context.world
    expected = [row["what changed"] for row in rows(context.table, "what changed")]
    world.ticket_updates.require_told(world.person(person), world.tickets.ticket(ticket), expected)


@then("{person} sees no change of {ticket}")
def sees_no_change(context, person, ticket):
    world = context.world
    world.ticket_updates.require_told(world.person(person), world.tickets.ticket(ticket), [])


@then("{person} watches {ticket} no longer, since it is {word}")
def watches_no_longer(context, person, ticket, reason):
    world = context.world
    world.ticket_updates.require_over(world.person(person), world.tickets.ticket(ticket), reason)


@then("{person} sees nothing more of {ticket}")
def sees_nothing_more(context, person, ticket):
    world = context.world
    world.ticket_updates.require_told(world.person(person), world.tickets.ticket(ticket), [])
