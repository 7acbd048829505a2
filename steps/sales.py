"""Sentences about sales as a whole: the dashboard, and what all its records have in common."""

from behave import given, then, when

from support.domain.tables import number, rows


@given("the sales dashboard of {person} is noted")
def dashboard_noted(context, person):
    context.world.sales_dashboards.note(context.world.person(person))


@then("the sales dashboard of {person} totals")
def dashboard_totals(context, person):
    expected = rows(context.table, "currency", "deal_value", "paid", "pending", "outstanding")
    context.world.sales_dashboards.require_totals(context.world.person(person), expected)


@then("the sales dashboard of {person} totals nothing")
def dashboard_totals_nothing(context, person):
    context.world.sales_dashboards.require_totals(context.world.person(person), [])


@then("the sales dashboard of {person} for deals from {word} to {word} totals")
def dashboard_of_days_totals(context, person, first, last):
    expected = rows(context.table, "currency", "deal_value", "paid", "pending", "outstanding")
    context.world.sales_dashboards.require_totals(context.world.person(person), expected, deal_date_from=first,
                                                  deal_date_to=last)


@then("it counts the {word} {string}")
@then("it counts no {word}")
def dashboard_counts(context, what, counts=""):
    world = context.world
    expected = {state: number(count, "a count") for count, state in (each.split(" ") for each in counts.split(", ") if each)}
    world.sales_dashboards.require_counts(world.acting, what, expected)


@then("in the sales dashboard of {person} {word} has risen by {money} {word}, and nothing else")
def dashboard_raised(context, person, what, amount, currency):
    context.world.sales_dashboards.require_raised(context.world.person(person), currency, **{what: amount})


@when("{person} tries to read the sales dashboard")
def tries_dashboard(context, person):
    world = context.world
    world.outcomes.keep(world.sales_dashboards.try_to_read(world.person(person)))
