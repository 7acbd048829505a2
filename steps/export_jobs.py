"""Sentences about what the platform does on projects by itself: analysing a repository, exporting several analyses."""

from behave import given, then, when

from support.domain.analyses import FORMATS
from support.domain.tables import fields


@given("the platform has analysed {thing} for {person}")
@when("the platform analyses {thing} for {person}")
def analyses(context, thing, person):
    world = context.world
    world.export_jobs.analyse(world.projects.thing(*thing), world.person(person))


@given("{person} plans to have {thing} analysed")
@when("{person} plans to have {thing} analysed")
def plans(context, person, thing):
    world = context.world
    world.noted["job"] = world.export_jobs.plan_analysis(world.projects.thing(*thing), world.person(person))


@when("{person} drops the plan")
def drops_plan(context, person):
    context.world.export_jobs.drop(context.world.noted["job"], context.world.person(person))


@then("the plan is unknown to {person}")
def plan_is_unknown(context, person):
    context.world.export_jobs.require_unknown(context.world.noted["job"], context.world.person(person))


@then("{analysis} has found exactly")
def has_found(context, name):
    world = context.world
    expected = fields(context.table)
    world.export_jobs.require_found(world.analyses.analysis(name), {
        **{part: sorted(expected[part].split(", ")) if part in expected else []
           for part in ("technologies", "dependencies", "gaps")}, "lines": expected["lines"]})


@when("{person} has the analyses {names} exported as {export}")
@when("{person} tries to have the analyses {names} exported as {export}")
def exports(context, person, names, wish):
    world = context.world
    world.outcomes.keep(world.export_jobs.export(world.person(person), world.export_jobs.ids(names), wish.format))


@when("{person} tries to have no analysis exported")
def exports_nothing(context, person):
    world = context.world
    world.outcomes.keep(world.export_jobs.export(world.person(person), [], "json"))


@when("{person} tries to have the analyses {names} exported in the format {string}")
def exports_in_format(context, person, names, format):
    world = context.world
    world.outcomes.keep(world.export_jobs.export(world.person(person), world.export_jobs.ids(names), format))


@when("{person} tries to have the analyses {names} and one that nobody has exported")
def exports_unknown(context, person, names):
    world = context.world
    world.outcomes.keep(world.export_jobs.export(world.person(person), world.export_jobs.ids([*names, "nobody's"]), "json"))


@when("{person} has the analyses {names} exported as {export} {int} times")
def exports_times(context, person, names, wish, times):
    world = context.world
    world.outcomes.keep_only([world.export_jobs.export(world.person(person), world.export_jobs.ids(names), wish.format)
                              for _ in range(times)])


@then("a job for {int} analysis/analyses as {word} is under way")
def is_under_way(context, count, format):
    context.world.export_jobs.require_accepted(count, FORMATS[format])


@then("its file holds for {person} exactly one {word} export of each of {names}")
def file_holds(context, person, format, names):
    world = context.world
    world.export_jobs.require_file(world.person(person), names, FORMATS[format])


@then("{person} is told that the {int}nd and the {int}rd are unknown, both alike")
def told_unknown(context, person, first, second):
    world = context.world
    world.tried(person)
    world.export_jobs.require_each_named_unknown([first - 1, second - 1])


@then("{person} finds {int} job/jobs")
def finds_jobs(context, person, count):
    world = context.world
    world.export_jobs.require_jobs(world.person(person), count)


@then("the jobs of all {int} are done for {person}")
def all_are_done(context, count, person):
    world = context.world
    world.export_jobs.await_all(world.outcomes.last(count), world.person(person))
