"""Sentences about jobs of which every text is the same."""

from behave import then, when


@when("{person} makes a job of which every text is this")
def makes_job_of(context, person):
    world = context.world
    world.job_texts.make_of(world.person(person), context.text)


@then("the job reads back with this text, unchanged, and is found by it")
def reads_back(context):
    context.world.job_texts.require_unchanged()


@then("no job of {person}'s has this type, this runner or this state, or is of this project")
def is_refused(context, person):
    world = context.world
    world.job_texts.require_refused(world.person(person))
