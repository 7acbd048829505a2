"""Sentences about attendance: who comes to which gate, who leaves, and what is on the record."""

from behave import given, then, when


@given("{person} works at {tenant}")
def works(context, person, tenant):
    context.world.attendance.worker(person, tenant)


@given("{tenant} has the gate {string}")
def has_gate(context, tenant, name):
    world = context.world
    world.attendance.gate(world.accounts.tenant(tenant), name)


@given("{person} has checked in at {string}")
@when("{person} checks in at {string}")
def checks_in(context, person, site):
    world = context.world
    world.attendance.check_in(world.person(person), world.sites.site(site)).require_accepted(201)


@when("{person} checks in at {string}, saying when, how and by which device he came")
def checks_in_saying_all(context, person, site):
    world = context.world
    world.attendance.check_in_saying_all(world.person(person), world.sites.site(site))


@when("{person} tries to check in at {string}")
def tries_to_check_in(context, person, site):
    world = context.world
    world.outcomes.keep(world.attendance.check_in(world.person(person), world.sites.site(site)))


@given("{person} has checked out")
@when("{person} checks out")
def checks_out(context, person):
    world = context.world
    world.attendance.check_out(world.person(person)).require_accepted(200)


@then("{person} can read back what was sent with the check-in")
def can_read_back(context, person):
    world = context.world
    world.attendance.require_as_sent(world.person(person))
