"""Sentences about what outside runners report of their jobs."""

from behave import given, then, when

from support.domain.job_states import REPORTS, VERBS
from support.domain.tables import entries, fields


@given("{person}'s runner has reported of {job}")
@when("{person}'s runner reports of {job}")
def reports(context, person, job):
    world = context.world
    world.jobs.report(world.jobs.job(job), world.person(person), fields(context.table))


@when("{person}'s runner tries to report of {job}")
def tries_to_report(context, person, job):
    world = context.world
    world.outcomes.keep(world.jobs.try_to_report(world.jobs.job(job), world.person(person), fields(context.table)))
    world.now_acts(world.person(person))


@then("each of these reports of {person}'s runner on {job} is refused, and changes nothing")
def reports_are_refused(context, person, job):
    world = context.world
    for row in entries(context.table):
        expected = row.pop("refused as").split(" is ")
        outcome = world.jobs.try_to_report(world.jobs.job(job), world.person(person), row)
        outcome.require_fault(*expected)
        world.jobs.require_unchanged(world.jobs.job(job))


@when("{person}'s runner reports of {job} {int} times, each time 1 percent more")
def reports_each_percent(context, person, job, times):
    world = context.world
    for percent in range(1, times + 1):
        world.jobs.report(world.jobs.job(job), world.person(person), {"progress": percent})


@when("{person} tries all there is with jobs of an outside runner that are {job_state}")
def tries_all_outside(context, person, state):
    world = context.world
    world.jobs.try_every_verb(world.person(person), "external", state)


@when("{person} tries all there is with jobs of the platform that are {word}")
def tries_all_of_platform(context, person, state):
    world = context.world
    world.jobs.try_every_verb(world.person(person), "platform", state)


@then("with {word} jobs of an outside runner one can {string} and nothing else, and what was refused left nothing behind")
def possible_outside(context, state, verbs):
    require_possible(context.world.jobs, "external", state, verbs)


@then("with {word} jobs of the platform one can {string} and nothing else, and what was refused left nothing behind")
def possible_of_platform(context, state, verbs):
    require_possible(context.world.jobs, "platform", state, verbs)


def require_possible(jobs, runner, state, verbs):
    expected = verbs.split(", ")
    assert set(expected) <= set(VERBS), f"what can be tried is {VERBS}, and the sentence speaks of {expected}"
    jobs.require_moves(runner, state, expected)


@when("{person}'s runners report of {job} that it is done and that it failed, at the same moment")
def report_both_ends(context, person, job):
    world = context.world
    ends = [REPORTS["report that it is done"], REPORTS["report that it failed"]]
    world.outcomes.keep_only(world.jobs.report_at_once(world.jobs.job(job), world.person(person), ends))


@then("{job} has ended as the accepted report says")
def has_ended_as_said(context, job):
    world = context.world
    world.jobs.require_ended_as_said(world.jobs.job(job), world.outcomes.all)
