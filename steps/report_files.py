"""Sentences about reports: the files that the platform makes of its records."""

from behave import then


@then("the report of {task} is ready for {person}, who is told so once")
def is_ready(context, task, person):
    world = context.world
    who = world.person(person)
    world.noted["report"] = world.reports.await_completed(world.site_tasks.report_of(world.site_tasks.task(task), who), who)
    world.reports.require_notified(world.noted["report"]["id"], who)


@then("it is a PDF that says of {task}: who did it, where and when, and that it is {string}")
def says_of_task(context, task, status):
    world = context.world
    site_task = world.site_tasks.task(task)
    text = world.reports.text(world.noted["report"], world.person("she"))
    world.reports.require_says(text, world.site_tasks.told_in_report(site_task, status))


@then("the report of {task} is unknown to {person}")
def is_unknown_to(context, task, person):
    world = context.world
    report_id, who = world.site_tasks.record(world.site_tasks.task(task))["report_id"], world.person(person)
    world.reports.read(report_id, who).require_refused("unknown")
    world.reports.fetch(report_id, who).require_refused("unknown")


@then("no report of {tenant} is made")
def no_report_is_made(context, tenant):
    world = context.world
    world.reports.require_waiting(world.accounts.tenant(tenant))
