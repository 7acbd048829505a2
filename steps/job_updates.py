"""Sentences about who watches a job, and what they see of it."""

from uuid import uuid4

from behave import given, then, when

from support.domain.job_updates import TENANT, topic
from support.domain.tables import fields


@given("{person} watches {job}")
@when("{person} watches {job}")
def watches(context, person, job):
    world = context.world
    world.job_updates.watch(world.person(person), world.jobs.job(job))


@when("{person}'s connection breaks")
def connection_breaks(context, person):
    context.world.live_updates.let_go(context.world.person(person))


@when("{person} tries to watch {job}")
def tries_to_watch(context, person, job):
    world = context.world
    world.job_updates.try_to_watch(world.person(person), topic(world.jobs.job(job)))


@when("{person} tries to watch a job that nobody has")
def tries_to_watch_nobodys(context, person):
    world = context.world
    world.job_updates.try_to_watch(world.person(person), f"job:{uuid4()}")


@then("{person} is turned away and disconnected, exactly as from a job that nobody has")
def is_turned_away(context, person):
    world = context.world
    world.job_updates.require_turned_away(world.person(person), "a job")


@then("{person} is shown {job} first, at")
def is_shown_first(context, person, job):
    world = context.world
    world.job_updates.require_shown(world.person(person), world.jobs.job(job), fields(context.table))


@then("{person} sees of {job} exactly these changes, in this order")
def sees_changes(context, person, job):
    world = context.world
    expected = [dict(zip(context.table.headings, row.cells, strict=True)) for row in context.table]
    world.job_updates.require_told(world.person(person), world.jobs.job(job), expected)


@then("within {int} second(s) {names} each see of {job} exactly these changes, in this order")
def each_sees_changes(context, seconds, people, job):
    world = context.world
    expected = [dict(zip(context.table.headings, row.cells, strict=True)) for row in context.table]
    for person in people:
        world.job_updates.require_told(world.person(person), world.jobs.job(job), expected, within=seconds)


@then("{person} sees of {job} at {tenant} exactly these changes, in this order")
def sees_changes_at_tenant(context, person, job, _tenant):
    world = context.world
    expected = [dict(zip(context.table.headings, row.cells, strict=True)) for row in context.table]
    world.job_updates.require_told(world.person(person), world.jobs.job(job), expected, TENANT)


@then("{person} sees no change of {job}")
def sees_no_change(context, person, job):
    world = context.world
    world.job_updates.require_told(world.person(person), world.jobs.job(job), [])


@then("{person} sees no change of {job} at {tenant}")
def sees_no_change_at_tenant(context, person, job, _tenant):
    world = context.world
    world.job_updates.require_told(world.person(person), world.jobs.job(job), [], TENANT)


@then("within {int} second(s) {person} sees {int} changes of {job}, from 1 to {int} percent in this order")
def sees_each_percent(context, seconds, person, count, job, last):
    world = context.world
    expected = [{"what": "progress", "progress": str(percent)} for percent in range(1, last + 1)]
    assert count == len(expected), f"from 1 to {last} percent there are {len(expected)} changes, and not {count}"
    world.job_updates.require_told(world.person(person), world.jobs.job(job), expected, within=seconds)


@then("the end of {job} that {person} saw is what can be read of it")
def end_is_what_can_be_read(context, job, person):
    world = context.world
    world.job_updates.require_result_seen(world.person(person), world.jobs.job(job))


@then("{person} watches {job} no longer, since it is {word}")
def watches_no_longer(context, person, job, reason):
    world = context.world
    world.job_updates.require_over(world.person(person), world.jobs.job(job), reason)
