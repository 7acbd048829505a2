"""Sentences about two people who change the same record."""

from behave import given, then, when


@given("{person} has added the {versioned} {string}")
def has_added(context, person, kind, name):
    world = context.world
    world.versions.add(kind, world.person(person), name)


@when("{person} and {person} rename it from version {int} at the same moment")
def rename_at_once(context, one, other, version):
    world = context.world
    world.outcomes.keep_only(world.versions.change_at_once([world.person(one), world.person(other)], version))


@when("{person} renames it from version {int}")
@when("{person} tries to rename it from version {int}")
def renames_from(context, person, version):
    world = context.world
    world.outcomes.keep(world.versions.change(world.person(person), version))


@then("the other one is refused as outdated, since there is version {int} now")
def other_is_outdated(context, version):
    context.world.outcomes.require_others_outdated(version)


@then("{person} reads what the first of them left")
def reads_what_was_left(context, person):
    world = context.world
    world.versions.require_state_of_accepted(world.outcomes.all, world.person(person))
