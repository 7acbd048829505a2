"""Sentences about sites: where a tenant works, and which is below which."""

from behave import given, then, when

from support.domain.tables import rows


@given("{tenant} has the site {string}")
def has_site(context, tenant, name):
    world = context.world
    world.sites.have(world.accounts.tenant(tenant), name)


@given("{tenant} has the site {string} with the code {string}")
def has_site_with_code(context, tenant, name, code):
    world = context.world
    world.sites.have(world.accounts.tenant(tenant), name, code)


@given("{tenant} has the site {string} in the time zone {word}")
def has_site_in_zone(context, tenant, name, zone):
    world = context.world
    world.sites.have(world.accounts.tenant(tenant), name, timezone=zone)


@given("{tenant} has the site {string} below {string}")
def has_site_below(context, tenant, name, other):
    world = context.world
    world.sites.have(world.accounts.tenant(tenant), name, below=other)


@when("{person} tries to add the site {string} with the code {string}")
def tries_to_add(context, person, name, code):
    world = context.world
    world.outcomes.keep(world.sites.try_to_add(world.person(person), name, code))


@when("{person} adds {int} sites with the code {string} at the same moment")
def adds_at_once(context, person, count, code):
    world = context.world
    world.outcomes.keep_only(world.sites.add_at_once(world.person(person), code, count))


@when("{person} tries to give the site {string} the code {string}")
def tries_to_give_code(context, person, name, code):
    world = context.world
    world.outcomes.keep(world.sites.try_to_give_code(world.person(person), name, code))


@when("{person} tries to put the site {string} below {string}")
def tries_to_put_below(context, person, name, other):
    world = context.world
    world.outcomes.keep(world.sites.try_to_put_below(world.person(person), name, other))


@when("{person} puts the sites {string} and {string} below each other at the same moment")
def puts_below_each_other(context, person, first, second):
    world = context.world
    world.outcomes.keep_only(world.sites.put_below_each_other(world.person(person), [first, second]))


@when("{person} tries to remove the site {string}")
def tries_to_remove(context, person, name):
    world = context.world
    world.outcomes.keep(world.sites.try_to_remove(world.person(person), name))


@then("the sites of {tenant} are exactly")
def sites_are_exactly(context, tenant):
    world = context.world
    world.sites.require_exactly(world.accounts.tenant(tenant), rows(context.table, "site", "code", "below"))


@then("the site {string} shows {string} and {string} below it, and no open task")
def shows_two_below(context, name, first, second):
    world = context.world
    world.sites.require_children(name, [first, second])
    world.sites.require_no_open_tasks(name)


@then("the site {string} shows no open task")
def shows_no_task(context, name):
    context.world.sites.require_no_open_tasks(name)


@then("the site {string} shows {string} below it, and no open task")
def shows_one_below(context, name, other):
    world = context.world
    world.sites.require_children(name, [other])
    world.sites.require_no_open_tasks(name)


@then("the site {string} counts {int} open task(s)")
def counts_open_tasks(context, name, count):
    context.world.sites.require_open_tasks(name, count)


@then("{person} is assigned to no site")
def is_at_no_site(context, person):
    world = context.world
    world.sites.require_no_site_of(world.person(person))
