"""Sentences about how long sales take."""

from behave import given, then, when


@when("{person} sells {int} times for {money} each")
def sells(context, person, times, value):
    context.world.sales_load.sell(context.world.person(person), times, value)


@when("{person} reads the totals, the clients and the payments of today")
def reads_totals(context, person):
    context.world.sales_load.read_totals(context.world.person(person))


@when("{person} makes, reads, changes, lists and deletes a client and a deal")
def does_each_thing(context, person):
    context.world.sales_load.do_each_thing(context.world.person(person))


@when("{person} adds {int} clients one after another")
def adds_clients(context, person, count):
    context.world.sales_load.add_clients(context.world.person(person), count)


@when("{person} adds a client and makes a deal")
def makes_pair(context, person):
    context.world.sales_load.make_pair(context.world.person(person))


@when("{person} records a payment on it, and {person} verifies that")
def pays_pair(context, person, verifier):
    world = context.world
    world.sales_load.pay_pair(world.person(person), world.person(verifier))


@when("{person} lists {int} deals {int} times")
@when("{person} reads a page of {int} deals {int} times")
def lists_deals(context, person, size, times):
    context.world.sales_load.list_deals(context.world.person(person), size, times)


@given("they have made {int} deals together")
@when("they make {int} more deals together")
def have_made_deals(context, count):
    world = context.world
    world.sales_load.make_deals(world.sales_story.sellers, count)


@then("that took {decimal} seconds at the most")
def took_together(context, seconds):
    context.world.sales_load.require_together(seconds)


@then("each of that took {decimal} seconds at the most")
def took_each(context, seconds):
    context.world.sales_load.require_each(seconds)


@then("each of that took {decimal} seconds at the most on average")
def took_on_average(context, seconds):
    context.world.sales_load.require_on_average(seconds)


@then("each of that took at most {int} times as long as before")
def took_no_longer(context, times):
    context.world.sales_load.require_no_longer_than_before(times)


@then("{money} {word}, {int} clients and {int} payments were found")
def were_found(context, value, currency, clients, payments):
    context.world.sales_load.require_found(value, currency, clients, payments)
