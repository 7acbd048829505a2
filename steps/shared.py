"""Sentences about what several tenants share: a connection, a process of the worker, the database."""

from behave import given, then, when

from support.domain.tenant_columns import require_each_row_owned


@when("{person} reads the missions on a kept connection")
def reads_on_kept(context, person):
    world = context.world
    world.shared_connections.ask(world.person(person), "/missions").require_accepted(200)


@when("a stranger asks for the same and more on it, without a token")
def stranger_asks_on_it(context):
    world = context.world
    world.outcomes.keep_only(world.shared_connections.everything_without_a_token())


@then("nothing that the stranger was answered names {tenant}")
def names_nobody(context, tenant):
    world = context.world
    world.shared_connections.require_names_nobody(world.outcomes.all)


@when("the database breaks a reading of {person}'s off on a kept connection")
def reading_is_broken_off(context, person):
    world = context.world
    world.outcomes.keep(world.shared_connections.break_off(world.person(person)))


@then("{person}, who comes next on it, finds the own records and no other")
def comes_next(context, person):
    world = context.world
    world.shared_connections.require_own(world.person(person))


@then("of {int} readings in turn on one connection {person} and {person} find the own records and no other")
def find_own_in_turn(context, times, first, second):
    world = context.world
    world.shared_connections.require_own_in_turn(world.person(first), world.person(second), times)


@given("all processes of the worker but one wait for targets of {person}")
def all_but_one_wait(context, person):
    world = context.world
    world.worker_processes.occupy_all_but_one(world.person(person))


@then("{mission} kept to the records of its own tenant")
def kept_to_own(context, mission):
    world = context.world
    world.worker_processes.require_within_own_tenant(world.mission(mission))


@then("the database takes no row of {tenant} that does not say whose it is")
def takes_no_row_of_nobody(context, tenant):
    world = context.world
    require_each_row_owned(world.database, world.accounts.tenant(tenant).id, tenant)


@when("{person} registers the tenant {tenant}, and the database breaks off when {stored} is/are stored")
def registration_breaks_off(context, person, tenant, table):
    world = context.world
    world.outcomes.keep(world.broken_off.during(table, lambda: world.accounts.try_to_register(person, tenant)))


@when("{person} tries to register the tenant {tenant} with {faulty}")
def registers_with_fault(context, person, tenant, changed):
    world = context.world
    world.outcomes.keep(world.accounts.try_to_register(person, tenant, **changed))


@when("{person} registers the tenant {tenant} once more, as before")
def registers_as_before(context, person, tenant):
    world = context.world
    sent = {name: value for name, value in world.sent["registration"].items() if name != "tenant_name"}
    world.accounts.register(person, tenant, **sent)
