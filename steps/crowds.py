"""Sentences about lists of many people."""

from behave import given, then, when

from support.domain.tables import asked_and_found, rows


@given("{tenant} has {int} people")
def has_people(context, tenant, total):
    world = context.world
    world.crowds.fill(world.accounts.tenant(tenant), total)


@given("these people belong to {tenant}")
def these_people(context, tenant):
    world = context.world
    for row in rows(context.table, "name", "role", "status", "site"):
        world.crowds.add(world.accounts.tenant(tenant), row["name"], role=row["role"], status=row["status"],
                         site=row["site"])


@when("{person} lists the people with {word} {string}")
def lists_people(context, person, name, value):
    world = context.world
    world.outcomes.keep(world.crowds.list(world.person(person), {name: value}))


@then("{person} finds each of the {int} people once, in pages of {int}")
def finds_each_once(context, person, count, size):
    world = context.world
    world.crowds.require_each_once(world.person(person), size, count)


@then("{person} finds the people newest first, in the same order each time")
def finds_newest_first(context, person):
    world = context.world
    world.crowds.require_newest_first(world.person(person))


@then("asking {person}'s list of people gives")
def asking_gives(context, person):
    world = context.world
    for asked, names in asked_and_found(context.table):
        world.crowds.require_found(world.person(person), asked, names)


@then("{int} of {int} people are shown")
def page_shows(context, shown, total):
    world = context.world
    world.crowds.require_page(world.outcomes.last()[0], shown, total)


@then("{person} finds the same people in both generations")
def same_people(context, person):
    world = context.world
    world.crowds.require_same_in_both_generations(world.person(person))
