"""Sentences about task templates: what recurs, and the tasks that are made of them."""

from behave import given, then, when

from support.domain.site_tasks import Template
from support.domain.tables import rows

QUESTION = ("question", "kind", "required", "low", "high")


@given("a task template {string} at {string} for {person}")
def a_template(context, name, site, person):
    world = context.world
    world.site_tasks.add_template(name, site, world.person(person))


@given("a task template {string} at {string} for {person} as follows")
def a_template_as_follows(context, name, site, person):
    world = context.world
    fields = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    world.site_tasks.add_template(name, site, world.person(person), **world.site_tasks.fields_of(fields, site))


@given("a task template {string} at {string} for {person} with the schedule {string}")
def a_template_with_schedule(context, name, site, person, schedule):
    world = context.world
    world.site_tasks.add_template(name, site, world.person(person), schedule=schedule)


@given("a task template {string} at {string} for {person} with the schedule {string}, whose {anything}")
def a_template_with_schedule_and_more(context, name, site, person, schedule, more):
    world = context.world
    field, _, value = more.partition(" is ")
    world.site_tasks.add_template(name, site, world.person(person), schedule=schedule,
                                  **world.site_tasks.fields_of({field: value}, site))


@given("a preventive maintenance template {string} at {string} for {person} with the schedule {string}")
def a_ppm_template(context, name, site, person, schedule):
    world = context.world
    world.site_tasks.add_template(name, site, world.person(person), kind="ppm", schedule=schedule)


@given("a preventive maintenance template {string} at {string} for {person} as follows")
def a_ppm_template_as_follows(context, name, site, person):
    world = context.world
    fields = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    world.site_tasks.add_template(name, site, world.person(person), kind="ppm", **world.site_tasks.fields_of(fields, site))


@given("the template asks")
def template_asks(context):
    world = context.world
    world.site_tasks.ask_questions(world.site_tasks.template(), rows(context.table, *QUESTION))


@when("{person} tries to add a task template {string} at {string} with the schedule {string}")
def tries_to_add(context, person, name, site, schedule):
    world = context.world
    template = Template(name, world.sites.site(site))
    world.outcomes.keep(world.site_tasks.try_to_add_template(world.person(person), template, schedule=schedule))


@when("{person} removes the task template {string}")
@when("{person} tries to remove the task template {string}")
def removes(context, person, name):
    world = context.world
    template = world.site_tasks.template(name)
    world.outcomes.keep(world.site_tasks.try_to_remove_template(world.person(person), template))


@given("{person} has made a task of the template for {person}")
@when("{person} makes a task of the template for {person}")
def makes_task(context, person, assignee):
    world = context.world
    world.site_tasks.make(world.person(person), world.site_tasks.template(), world.person(assignee))
    world.person(person)


@given("{person} has made a task of the template for {person}, planned {duration} ago")
def made_task_ago(context, person, assignee, ago):
    world = context.world
    world.site_tasks.make(world.person(person), world.site_tasks.template(), world.person(assignee), ago)


@given("the tasks of {tenant} that are due soon are made")
@when("the tasks of {tenant} that are due soon are made")
def are_made(context, tenant):
    world = context.world
    world.site_tasks.generate(world.accounts.tenant(tenant))


@when("the tasks of {tenant} that are due soon are made {int} times at the same moment")
def are_made_at_once(context, tenant, times):
    world = context.world
    world.site_tasks.generate(world.accounts.tenant(tenant), times_at_once=times)


@when("the preventive maintenance of {tenant} that is due soon is made")
def maintenance_is_made(context, tenant):
    world = context.world
    world.site_tasks.generate(world.accounts.tenant(tenant), "ppm")


@given("what is to come of the template is noted")
def upcoming_noted(context):
    world = context.world
    world.noted["upcoming"] = world.site_tasks.upcoming(world.site_tasks.template())


@given("{person} has put off each of its tasks by {int} minutes")
def put_off(context, person, minutes):
    world = context.world
    world.site_tasks.put_off(world.site_tasks.template(), world.person(person), minutes)


@then("{person} finds the template's {int} tasks, and no other")
def finds_its_tasks(context, person, count):
    world = context.world
    world.site_tasks.require_only_found(world.person(person), world.site_tasks.template(), count)


@then("the template has a task on each day from {anything} to {anything}, and on no other")
def on_each_day(context, first, last):
    world = context.world
    template = world.site_tasks.template()
    days = [world.site_tasks.day(each, template.site.name) for each in (first, last)]
    world.site_tasks.require_days(template, *days)


@then("{person} reads the code {string} of the template")
def reads_code(context, person, code):
    world = context.world
    world.site_tasks.require_code(world.site_tasks.template(), world.person(person), code)


@then("{person} finds the code {string} nowhere")
def finds_code_nowhere(context, person, code):
    world = context.world
    world.site_tasks.require_code_hidden(world.site_tasks.template(), world.person(person), code)


@then("PostgreSQL holds no task of the template {string}")
def holds_none(context, name):
    world = context.world
    world.site_tasks.require_none_stored(world.site_tasks.template(name))


@then("nothing is to come of the template")
def nothing_to_come(context):
    world = context.world
    world.site_tasks.require_upcoming(world.site_tasks.template(), [])


@then("the template has exactly the {int} tasks that were to come")
def has_what_was_to_come(context, count):
    world = context.world
    world.site_tasks.require_as_upcoming(world.site_tasks.template(), world.noted["upcoming"], count)


@then("the template has one task for each of the next {int} full hours")
def one_for_each_hour(context, hours):
    world = context.world
    world.site_tasks.require_hourly(world.site_tasks.template(), hours)


@then("the template has one task for each of the next {int} times that it is {int} o'clock at the site")
def one_for_each_day(context, days, hour):
    world = context.world
    world.site_tasks.require_daily(world.site_tasks.template(), hour, days)


@given("by itself the template gets one task for each of the next {int} times that it is {int} o'clock at the site")
@then("by itself the template gets one task for each of the next {int} times that it is {int} o'clock at the site")
def one_for_each_day_by_itself(context, days, hour):
    world = context.world
    world.site_tasks.await_daily(world.site_tasks.template(), hour, days)


@then("its tasks are planned for {int} o'clock UTC")
def planned_for(context, hour):
    world = context.world
    world.site_tasks.require_at(world.site_tasks.template(), hour)


@then("the template {string} has no task")
def has_no_task(context, name):
    world = context.world
    world.site_tasks.require_none(world.site_tasks.template(name))


@then("the template has no task")
def the_template_has_no_task(context):
    world = context.world
    world.site_tasks.require_none(world.site_tasks.template())


@then("{tenant} has no task template {string}")
def has_no_template(context, tenant, name):
    world = context.world
    world.site_tasks.require_no_template(world.accounts.tenant(tenant).administrator, name)


@then("{person} can start, hold, take up again and complete each of its tasks, and {person} can reopen it")
def all_work(context, worker, supervisor):
    world = context.world
    world.site_tasks.require_all_work(world.site_tasks.template(), world.person(worker), world.person(supervisor))
