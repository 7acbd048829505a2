"""Sentences about what belongs to another tenant, whatever kind of record it is."""

from behave import given, then


@given("{tenant} has a record of each kind")
def has_each_kind(context, tenant):
    world = context.world
    world.foreign_records.make_each(world.accounts.tenant(tenant))


@then("none of what {tenant} has exists for {person}, whatever is done to it by its id")
def exists_by_no_id(context, tenant, person):
    world = context.world
    world.foreign_records.require_unknown_to(world.person(person), world.accounts.tenant(tenant))


@then("none of what {tenant} has is in a list, a search or a number of {person}")
def is_in_no_list(context, tenant, person):
    world = context.world
    stranger = world.person(person)
    world.foreign_records.require_in_no_list_of(stranger, world.accounts.tenant(tenant))
    world.foreign_records.require_nothing_counted(stranger)


@then("{person} finds each of them by its name")
def finds_each(context, person):
    world = context.world
    world.foreign_records.require_listed_for(world.person(person))


@then("nothing of {person} can be made to point to what {tenant} has")
def points_to_nothing(context, person, tenant):
    world = context.world
    world.foreign_records.require_refused_as_references(world.person(person), world.accounts.tenant(tenant))
