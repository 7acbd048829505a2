"""Sentences about what work is paid."""

from behave import then, when

from support.domain.tables import rows


@when("{person} asks for the pay rates of {person}")
def asks(context, person, whose):
    world = context.world
    owner = world.person(whose)
    world.outcomes.keep(world.pay_rates.ask(world.person(person), owner))


@then("{person} is told the pay rates of {person}")
def is_told(context, person, whose):
    world = context.world
    rates = {row["what"]: row["rate"] for row in rows(context.table, "what", "rate")}
    world.pay_rates.require_told(world.tried(person), world.people[whose], rates)
