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


@then("in the sales dashboard of {person} {money} {word} went from pending to paid, and nothing else is different")
def became_paid(context, person, amount, currency):
    world = context.world
    world.sales_dashboards.require_became_paid(world.person(person), amount, currency)


@given("all that is stored is noted")
def stored_noted(context):
    context.world.await_quiet()
    context.world.noted["stored"] = context.world.stored.everything()


@then("all that is stored is as it was")
def stored_as_it_was(context):
    context.world.await_quiet()
    context.world.stored.require_everything_as(context.world.noted["stored"])


@when("{person} looks at every list, at the dashboard, at a preview and at each record of sales")
def looks_at_everything(context, person):
    world = context.world
    world.outcomes.keep_only(world.sales_story.look_at_everything(world.person(person)))
    world.outcomes.require_accepted(len(world.outcomes.all))


@given("{tenant} has {int} salespeople")
def has_sellers(context, tenant, count):
    world = context.world
    world.sales_story.have_sellers(world.accounts.tenant(tenant), count)


@when("each of them adds a client, makes a deal of {money} and records a payment of {money}, all at the same moment")
def each_sells(context, value, amount):
    world = context.world
    world.outcomes.keep_only(world.sales_story.sell_at_once(value))


@then("all of that succeeds")
def all_succeeds(context):
    context.world.outcomes.require_accepted(len(context.world.outcomes.all))


@then("exactly {int} clients, {int} deals and {int} payments are at {tenant}, each with what belongs to it")
def none_mixed_up(context, clients, deals, payments, tenant):
    world = context.world
    world.sales_story.require_none_mixed_up(world.accounts.tenant(tenant), clients, deals, payments)


@then("from {client} to the commission of {person} each record names the next, and is found from it")
def chain_holds(context, client, person):
    world = context.world
    world.sales_story.require_chain(world.clients.named(client), world.person(person))


@then("the trail tells that {money} of {payment} was verified")
def verification_told(context, amount, payment):
    world = context.world
    world.sales_story.require_verification_told(world.payments.named(payment), amount)


@when("{person} tries to read the sales dashboard")
def tries_dashboard(context, person):
    world = context.world
    world.outcomes.keep(world.sales_dashboards.try_to_read(world.person(person)))


@when("{person} walks from a client over a deal of {money} to its payment")
def walks(context, person, value):
    world = context.world
    world.sales_story.walk(world.person(person), value)


@then("each of the three is read back with the names, amounts and links that were sent")
def read_back(context):
    context.world.sales_story.require_read_back()


@then("each of her requests was answered within {int} second")
def answered_within(context, seconds):
    context.world.sales_story.require_quick(seconds)
