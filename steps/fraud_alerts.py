"""Sentences about fraud alerts: what people make of them, and when they go to the administrators."""

from behave import given, then, when

from support.domain.fraud_alerts import ALERT_STATES
from support.domain.tables import asked_and_found


@given("{person} has raised an alert at {string}")
@when("{person} raises an alert at {string}")
def raises_alert(context, person, site):
    world = context.world
    world.fraud_alerts.raise_one(world.person(person), site)


@given("the alert about {person} is {alert_state}, as far as {person} decides")
def is_brought_to(context, person, state, by):
    world = context.world
    world.fraud_alerts.bring_to(world.person(person), state, world.person(by))


@given("the alert about {person} is noted")
def is_noted(context, person):
    context.world.fraud_alerts.note(context.world.person(person))


@given("{person} has said that the alert about {person} is {alert_state}")
@when("{person} says that the alert about {person} is {alert_state}")
def says(context, person, whose, state):
    world = context.world
    owner = world.person(whose)
    world.fraud_alerts.take(world.person(person), owner, state).require_accepted(200)


@when("{person} says that the alert about {person} is {alert_state}, since {string}")
def says_since(context, person, whose, state, note):
    world = context.world
    owner = world.person(whose)
    world.fraud_alerts.take(world.person(person), owner, state, note).require_accepted(200)


@when("{person} tries to say that the alert about {person} is {alert_state}, without a note")
def tries_to_say_without_note(context, person, whose, state):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep(world.fraud_alerts.take(world.person(person), owner, state, None))


@when("{person} tries to say that the alert about {person} is {alert_states}, one after the other")
def tries_to_say_all(context, person, whose, states):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep_only(world.fraud_alerts.take_in_turn(world.person(person), owner, states))


@when("{person} says at the same moment that the alert about {person} is {alert_states}")
def says_at_once(context, person, whose, states):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep_only(world.fraud_alerts.take_at_once(world.person(person), owner, states))


@when("the alerts of {tenant} that have waited too long are looked for")
def are_looked_for(context, tenant):
    world = context.world
    world.schedules.run("attendance.escalate", world.accounts.tenant(tenant))


@when("the alerts of {tenant} that have waited too long are looked for {int} times at the same moment")
def are_looked_for_at_once(context, tenant, times):
    world = context.world
    world.schedules.run("attendance.escalate", world.accounts.tenant(tenant), times_at_once=times)


@then("the alert about {person} is {alert_state}")
def alert_is(context, person, state):
    context.world.fraud_alerts.require_state(context.world.person(person), state)


@then("by itself the alert about {person} becomes {alert_state}")
def alert_becomes(context, person, state):
    context.world.fraud_alerts.await_state(context.world.person(person), state)


@then("the alert about {person} is {alert_state}, as {person} found, with the note {string}")
def alert_is_settled(context, person, state, by, note):
    world = context.world
    world.fraud_alerts.require_found(world.person(person), state, world.person(by), note)


@then("the alert about {person} is {alert_state}, and nobody has settled it")
def alert_is_not_settled(context, person, state):
    world = context.world
    world.fraud_alerts.require_found(world.person(person), state, None, "Asked at the gate")


@then("the alert about {person} is as it was")
def alert_is_as_it_was(context, person):
    context.world.fraud_alerts.require_unchanged(context.world.person(person))


@then("all of it is refused, since an alert that is {alert_state} can only become {alert_states}")
def all_refused_from(context, state, states):
    context.world.outcomes.require_all_refused_from(ALERT_STATES[state], [ALERT_STATES[each] for each in states])


@then("asking for alerts {person} finds")
def finds_alerts(context, person):
    world = context.world
    for filters, found in asked_and_found(context.table):
        world.fraud_alerts.require_listed(world.person(person), found, **filters)
