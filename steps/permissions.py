"""Sentences about who may do what, whatever the platform offers."""

from behave import then, when


@then("each thing that the platform offers says which permission it needs")
def each_says_what_it_needs(context):
    context.world.permissions.require_tables_complete()


@when("{person} tries everything that the platform offers")
def tries_everything(context, person):
    world = context.world
    world.permissions.try_everything(world.person(person))


@then("{person} gets as far as the permissions of a/an {role} reach, and no further")
def gets_as_far(context, person, role):
    world = context.world
    world.permissions.require_as_far_as(world.person(person), role)
