"""Sentences about overrides: the wish that a rule be set aside once, and what is decided about it."""

from behave import given, then, when

from support.domain.overrides import OVERRIDE_STATES


@given("{person} has asked {wish} at {string}")
@when("{person} asks {wish} at {string}")
def asks(context, person, wish, site):
    world = context.world
    world.overrides.ask(world.person(person), wish, site).require_accepted(201)


@given("{person} has asked to come {int} minutes late at {string}")
@when("{person} asks to come {int} minutes late at {string}")
def asks_to_come_late(context, person, minutes, site):
    world = context.world
    world.overrides.ask(world.person(person), "to come late", site, minutes).require_accepted(201)


@when("{person} tries to ask {wish} at {string}")
def tries_to_ask(context, person, wish, site):
    world = context.world
    world.outcomes.keep(world.overrides.ask(world.person(person), wish, site))


@when("{person} tries to ask {wish} at {string} without a reason")
def tries_to_ask_without_reason(context, person, wish, site):
    world = context.world
    world.outcomes.keep(world.overrides.ask(world.person(person), wish, site, reason=""))


@given("the wish of {person} for {string} is {wish_state}, as far as {person} decides")
def wish_is_brought_to(context, person, site, state, decider):
    world = context.world
    world.overrides.bring_to(world.person(person), site, state, world.person(decider))


@given("{person} grants the wish of {person}")
@when("{person} grants the wish of {person}")
def grants(context, person, whose):
    world = context.world
    world.overrides.decide(world.person(person), "grant", world.person(whose)).require_accepted(200)


@when("{person} refuses the wish of {person}")
def refuses(context, person, whose):
    world = context.world
    world.overrides.decide(world.person(person), "refuse", world.person(whose)).require_accepted(200)


@when("{person} takes the own wish back")
def takes_back(context, person):
    world = context.world
    world.overrides.decide(world.person(person), "take back", world.person(person)).require_accepted(200)


@when("{person} tries to {wish_decision} the wish of {person}")
def tries_to_decide(context, person, decision, whose):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep(world.overrides.decide(world.person(person), decision, owner))


@when("{person}, a/an {role} at {tenant}, tries to {wish_decision} the wish of {person}")
def somebody_tries_to_decide(context, person, role, tenant, decision, whose):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep(world.overrides.decide(world.accounts.in_role(person, role, tenant), decision, owner))


@when("{person} grants and {person} refuses the wish of {person} at the same moment")
def decide_at_once(context, one, other, whose):
    world = context.world
    deciders = [(world.person(one), "grant"), (world.person(other), "refuse")]
    world.outcomes.keep_only(world.overrides.decide_at_once(deciders, world.person(whose)))


@given("the wish of {person} is noted")
def wish_is_noted(context, person):
    context.world.overrides.note(context.world.person(person))


@then("the wish of {person} is as it was")
def wish_is_as_it_was(context, person):
    context.world.overrides.require_unchanged(context.world.person(person))


@then("the wish of {person} is {wish_state}")
def wish_is(context, person, state):
    context.world.overrides.require_state(context.world.person(person), state)


@then("the wish of {person} is {wish_state}, as {person} decided")
def wish_is_decided(context, person, state, decider):
    world = context.world
    world.overrides.require_decided(world.person(person), state, world.person(decider))


@then("the wish of {person} is {wish_state}, as nobody had to decide")
def wish_is_decided_by_nobody(context, person, state):
    world = context.world
    world.overrides.require_decided(world.person(person), state, None)


@then("{person} is refused, since a wish that is {wish_state} can become nothing else")
def refused_from_state(context, person, state):
    world = context.world
    world.tried(person).require_refused_from(OVERRIDE_STATES[state], [])


@then("{person} finds the wishes of {names} alone")
def finds_wishes_of(context, person, names):
    world = context.world
    world.overrides.require_listed(world.person(person), [world.people[name] for name in names])


@then("{person} finds no wish")
def finds_no_wish(context, person):
    context.world.overrides.require_listed(context.world.person(person), [])
