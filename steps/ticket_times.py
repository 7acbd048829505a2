"""Sentences about what time does to tickets: due times, warnings, escalation."""

from behave import given, then, when

from support.domain.tables import rows


@when("{person} removes the escalation rule for {string}, level {int}")
def removes_rule(context, person, category, level):
    world = context.world
    world.escalations.remove_rule(world.person(person), category, level)


@then("the escalation rules of {tenant} are")
def rules_are(context, tenant):
    world = context.world
    expected = rows(context.table, "category", "level", "after", "person")
    world.escalations.require_rules(world.accounts.tenant(tenant), expected)


@given("{tenant} has these escalation rules")
def has_rules(context, tenant):
    world = context.world
    expected = rows(context.table, "category", "level", "after", "person")
    world.escalations.add_rules(world.accounts.tenant(tenant), expected)


@given("{tenant} has the site {string}, which {person} leads")
def has_site_that_somebody_leads(context, tenant, site, person):
    world = context.world
    world.sites.have(world.accounts.tenant(tenant), site)
    world.escalations.let_lead(world.person(person), site)


@when("{person} tries to add an escalation rule for {string}: level {int} after {string}")
def tries_to_add_rule(context, person, category, level, time):
    world = context.world
    who = world.person(person)
    world.outcomes.keep(world.escalations.try_to_add(who, category, level, time, who))


@when("{person} escalates {ticket}")
def escalates(context, person, ticket):
    world = context.world
    world.tickets.escalate(world.tickets.ticket(ticket), world.person(person))


@when("{person} tries to escalate {ticket}")
def tries_to_escalate(context, person, ticket):
    world = context.world
    world.outcomes.keep(world.tickets.try_to_escalate(world.tickets.ticket(ticket), world.person(person)))


@when("the platform looks for late tickets")
def looks_for_late(context):
    context.world.escalations.run_escalations()


@when("the platform looks for late tickets twice at the same moment")
def looks_for_late_twice(context):
    context.world.escalations.run_escalations(times_at_once=2)


@given("the platform has looked for tickets that will soon be due")
@when("the platform looks for tickets that will soon be due")
def looks_for_due(context):
    context.world.escalations.run_warnings()


@given("for a while nobody can be notified of anything")
def nobody_can_be_notified(context):
    context.world.escalations.let_notifications_fail()


@given("for a while nobody at {tenant} can be notified of anything")
def nobody_at_tenant_can_be_notified(context, tenant):
    world = context.world
    world.escalations.let_notifications_fail(world.accounts.tenant(tenant))


@when("people can be notified again")
def can_be_notified_again(context):
    context.world.escalations.let_notifications_succeed()


@then("{ticket} is due {int} hours after its creation")
def is_due_after_creation(context, ticket, hours):
    context.world.tickets.require_due_after_creation(context.world.tickets.ticket(ticket), hours)


@then("{ticket} is of priority {priority}, and due {int} hours after that change")
def is_due_after_change(context, ticket, priority, hours):
    world = context.world
    world.tickets.require(world.tickets.ticket(ticket), priority=priority)
    world.tickets.require_due_after_change(world.tickets.ticket(ticket), hours)


@then("{ticket} is of priority {priority}")
def is_of_priority(context, ticket, priority):
    context.world.tickets.require(context.world.tickets.ticket(ticket), priority=priority)


@then("{ticket} is of priority {priority} and of level {int}")
def is_of_priority_and_level(context, ticket, priority, level):
    world = context.world
    world.tickets.require_priority_and_level(world.tickets.ticket(ticket), priority, level)


@then("{ticket} is overdue")
def is_overdue(context, ticket):
    context.world.tickets.require_overdue(context.world.tickets.ticket(ticket), True)


@then("{ticket} is not overdue")
def is_not_overdue(context, ticket):
    context.world.tickets.require_overdue(context.world.tickets.ticket(ticket), False)


@then("{ticket} was escalated to level {int}, and {person} has it")
def was_escalated_to(context, ticket, level, person):
    world = context.world
    world.tickets.require_level(world.tickets.ticket(ticket), level, world.person(person).name)


@then("{ticket} was escalated to level {int}, and nobody has it")
def was_escalated_to_nobody(context, ticket, level):
    context.world.tickets.require_level(context.world.tickets.ticket(ticket), level, "nobody")


@then("{ticket} was not escalated")
def was_not_raised(context, ticket):
    context.world.tickets.require_not_escalated(context.world.tickets.ticket(ticket))


@then("{ticket} was not escalated, and nobody has it")
def was_not_escalated(context, ticket):
    context.world.tickets.require_never_escalated(context.world.tickets.ticket(ticket))


@then("by itself {ticket} is escalated to level {int}, and {person} has it")
def is_escalated_by_itself(context, ticket, level, person):
    world = context.world
    world.escalations.await_level(world.tickets.ticket(ticket), level)
    world.tickets.require_level(world.tickets.ticket(ticket), level, world.person(person).name)


@then("by itself {ticket} is escalated to level {int}, and nobody has it")
def is_escalated_by_itself_to_nobody(context, ticket, level):
    world = context.world
    world.escalations.await_level(world.tickets.ticket(ticket), level)
    world.tickets.require_level(world.tickets.ticket(ticket), level, "nobody")


@then("{person} got exactly {int} mail(s) {string}")
def got_mails(context, person, count, subject):
    world = context.world
    world.escalations.require_mails(world.person(person), subject, count)
