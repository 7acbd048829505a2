"""Sentences about tickets: reporting, moving and reading them, and what is then true of them."""

from behave import given, then, when

from support.domain.tables import rows


@given("{person} has reported the ticket {string}")
@when("{person} reports the ticket {string}")
def reports(context, person, title):
    context.world.tickets.report(context.world.person(person), title)


@given("{person} has reported the ticket {string} of priority {priority}")
@when("{person} reports the ticket {string} of priority {priority}")
def reports_of_priority(context, person, title, priority):
    context.world.tickets.report(context.world.person(person), title, priority=priority)


@given("{person} has reported the ticket {string} of the category {string}")
@when("{person} reports the ticket {string} of the category {string}")
def reports_of_category(context, person, title, category):
    context.world.tickets.report(context.world.person(person), title, category=category)


@given("{person} has reported the ticket {string} at the site {string}")
def reports_at_site(context, person, title, site):
    context.world.tickets.report(context.world.person(person), title, site=site)


@given("{person} has reported the ticket {string} of priority {priority} at the site {string}")
def reports_of_priority_at_site(context, person, title, priority, site):
    context.world.tickets.report(context.world.person(person), title, priority=priority, site=site)


@when("{person} reports the ticket {string} of the category {string} at the site {string}, saying {string}")
def reports_all(context, person, title, category, site, words):
    world = context.world
    world.tickets.report(world.person(person), title, category=category, site=site, description=words)


@given("{person} has reported the ticket {string}, which is {ticket_state}")
def reports_in_state(context, person, title, state):
    context.world.tickets.in_state(context.world.person(person), title, state)


@when("{person} tries to report a ticket without a title")
def tries_without_title(context, person):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_report(world.person(person), description="Somewhere"))


@when("{person} tries to report a ticket with a title of {int} characters")
def tries_with_title_of(context, person, length):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_report(world.person(person), title="T" * length))


@when("{person} tries to report a ticket of priority {string}")
def tries_with_priority(context, person, priority):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_report(world.person(person), title="Leak", priority=priority))


@when("{person} tries to report the ticket {string}")
def tries_to_report(context, person, title):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_report(world.person(person), title=title))


@when("{names} report {int} tickets at the same moment")
def report_at_once(context, people, count):
    world = context.world
    world.outcomes.keep_only(world.tickets.report_at_once(list(map(world.person, people)), count))


@given("{person} {moves} {ticket}")
@when("{person} {moves} {ticket}")
def moves(context, person, state, ticket):
    context.world.tickets.move(context.world.tickets.ticket(ticket), context.world.person(person), state)


@given("{person} {moves} {ticket}, saying {string}")
@when("{person} {moves} {ticket}, saying {string}")
def moves_with_words(context, person, state, ticket, words):
    context.world.tickets.move(context.world.tickets.ticket(ticket), context.world.person(person), state, words)


@when("{person} tries to {move} {ticket}")
def tries_to_move(context, person, state, ticket):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_move(world.tickets.ticket(ticket), world.person(person), state, "So be it."))


@when("{person} tries to {move} {ticket} without a word")
def tries_to_move_silently(context, person, state, ticket):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_move(world.tickets.ticket(ticket), world.person(person), state))


@when("{person} tries to {move} {ticket}, saying {string}")
def tries_to_move_with_words(context, person, state, ticket, words):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_move(world.tickets.ticket(ticket), world.person(person), state, words))


@when("{person} tries to move {ticket} to {string}")
def tries_to_move_to(context, person, ticket, state):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_move(world.tickets.ticket(ticket), world.person(person), state, "So be it."))


@when("{person} tries to move a ticket that is {ticket_state} to every state there is")
def tries_every_move(context, person, state):
    context.world.tickets.try_every_move(context.world.person(person), state)


@given("{person} assigns {ticket} to {person}")
@when("{person} assigns {ticket} to {person}")
def assigns(context, person, ticket, other):
    world = context.world
    who = world.person(person)
    world.tickets.assign(world.tickets.ticket(ticket), who, world.person(other))
    world.now_acts(who)


@when("{person} tries to assign {ticket} to {person}")
def tries_to_assign(context, person, ticket, other):
    world = context.world
    who = world.person(person)
    world.outcomes.keep(world.tickets.try_to_assign(world.tickets.ticket(ticket), who, world.person(other)))
    world.now_acts(who)


@given("{person} gives {ticket} the priority {priority}")
@when("{person} gives {ticket} the priority {priority}")
def gives_priority(context, person, ticket, priority):
    world = context.world
    world.tickets.change(world.tickets.ticket(ticket), world.person(person), priority=priority)


@when("{person} tries to give {ticket} the priority {priority}")
def tries_to_give_priority(context, person, ticket, priority):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_change(world.tickets.ticket(ticket), world.person(person), priority=priority))


@when("{person} gives {ticket} the title {string}")
def gives_title(context, person, ticket, title):
    world = context.world
    world.tickets.change(world.tickets.ticket(ticket), world.person(person), title=title)


@when("{person} tries to give {ticket} the title {string}")
def tries_to_give_title(context, person, ticket, title):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_change(world.tickets.ticket(ticket), world.person(person), title=title))


@when("{person} says {string} on {ticket}")
def says(context, person, words, ticket):
    world = context.world
    world.tickets.say(world.tickets.ticket(ticket), world.person(person), words)


@when("{person} tries to read {ticket}")
def tries_to_read(context, person, ticket):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_read(world.tickets.ticket(ticket), world.person(person)))


@when("{person} tries to read, change and move {ticket} and to say something on it")
def tries_everything(context, person, ticket):
    world = context.world
    world.outcomes.keep_only(world.tickets.try_everything(world.tickets.ticket(ticket), world.person(person)))


@when("{person} tries every change of {ticket}")
def tries_all_changes(context, person, ticket):
    world = context.world
    world.outcomes.keep_only(world.tickets.try_all_changes(world.tickets.ticket(ticket), world.person(person)))


@when("{person} and {person} rename {ticket} from version {int} at the same moment")
def rename_at_once(context, one, other, ticket, version):
    world = context.world
    people = [world.person(one), world.person(other)]
    world.outcomes.keep_only(world.tickets.rename_at_once(world.tickets.ticket(ticket), people, version))


@when("{person} tries to rename {ticket} from version {int}")
def tries_to_rename_from(context, person, ticket, version):
    world = context.world
    world.outcomes.keep(world.tickets.rename_from(world.tickets.ticket(ticket), world.person(person), version))


@then("{ticket} is {ticket_state}")
@then("{ticket} is still {ticket_state}")
def is_in_state(context, ticket, state):
    context.world.tickets.require(context.world.tickets.ticket(ticket), status=state)


@then("{ticket} is {ticket_state}, and {person} has it")
def is_in_state_with(context, ticket, state, person):
    world = context.world
    world.tickets.require(world.tickets.ticket(ticket), status=state, assignee=world.person(person).name)


@then("{ticket} is resolved with {string}")
def is_resolved_with(context, ticket, words):
    world = context.world
    world.tickets.require(world.tickets.ticket(ticket), status="resolved", resolution=words)


@then("{ticket} is open, and nothing tells of a resolution any more")
def is_reopened(context, ticket):
    world = context.world
    world.tickets.require(world.tickets.ticket(ticket), status="open", resolution=None, resolved_at=None)


@then("{ticket} has the number {string}, is {ticket_state} and just as it was reported")
def is_as_reported(context, ticket, number, state):
    world = context.world
    world.tickets.require_as_reported(world.tickets.ticket(ticket), number, state)


@then("the history of {ticket} is")
def history_is(context, ticket):
    world = context.world
    expected = rows(context.table, "who", "what", "from", "to", "saying")
    world.tickets.require_history(world.tickets.ticket(ticket), expected)


@then("nothing about {ticket} has changed")
def nothing_changed(context, ticket):
    context.world.tickets.require_unchanged(context.world.tickets.ticket(ticket))


@then("from {ticket_state} only {ticket_states} could be reached, and what was refused left nothing behind")
def could_be_reached(context, state, possible):
    context.world.tickets.require_moves(state, possible)


@then("{person} finds all that was said on {ticket}")
def finds_all_said(context, person, ticket):
    world = context.world
    world.tickets.require_said(world.tickets.ticket(ticket), world.person(person))


@then("{person} is refused, since a/an {ticket_state} ticket can only become {ticket_states}")
def is_refused_from(context, person, state, possible):
    context.world.tried(person).require_refused_from(state, possible)


@then("{person}'s tickets are numbered {string}")
def are_numbered(context, person, numbers):
    context.world.tickets.require_numbers(context.world.person(person), numbers.split(", "))


@then("{person}'s tickets are numbered from TKT-{int} to TKT-{int} without a gap")
def are_numbered_without_gap(context, person, first, last):
    world = context.world
    world.tickets.require_numbers(world.person(person), [f"TKT-{number:05}" for number in range(first, last + 1)])


@then("{person} finds the ticket(s) {string} and no other")
def finds_tickets(context, person, titles):
    context.world.tickets.require_found(context.world.person(person), titles.split(", "))


@then("{person} finds no ticket")
def finds_no_ticket(context, person):
    context.world.tickets.require_found(context.world.person(person), [])


@then("{person} is answered as follows on asking for tickets")
def finds_by_filter(context, person):
    world = context.world
    for row in rows(context.table, "asked for", "found"):
        filters = dict(part.split(" ", 1) for part in row["asked for"].split(", "))
        world.tickets.require_found(world.person(person), row["found"].split(", ") if row["found"] else [], **filters)


@then("{ticket} is as the one who was accepted left it")
def is_as_left(context, ticket):
    world = context.world
    world.tickets.require_as_left(world.tickets.ticket(ticket), world.outcomes.all)


@when("{person} tries to find the tickets of priority {string}")
def tries_to_find(context, person, priority):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_find(world.person(person), priority=priority))


@given("{person} has become a/an {role}")
def has_become(context, person, role):
    context.world.tickets.let_become(context.world.person(person), role)
