"""Sentences about the report of a mission."""

from behave import given, then, when


@given("a rule {string} that recommends {anything}")
def rule_that_recommends(context, title, words):
    context.world.knowledge.add(title, context.world.person("she"), recommendation=words)


@when("{person} fetches its report as {form}")
def fetches(context, person, form):
    world = context.world
    world.outcomes.keep(world.mission_reports.fetch(world.mission("it"), world.person(person), form))


@when("{person} tries to fetch its report")
def tries_to_fetch(context, person):
    world = context.world
    world.outcomes.keep(world.mission_reports.fetch(world.mission("it"), world.person(person)))


@when("{person} tries to fetch the report of {mission}")
def tries_to_fetch_of(context, person, mission):
    world = context.world
    world.outcomes.keep(world.mission_reports.fetch(world.mission(mission), world.person(person)))


@then("its report says what its record and its lists say, and is whole")
def report_says_what_lists_say(context):
    context.world.mission_reports.require_as_lists(context.world.mission("it"), partial=False)


@then("its report is partial")
def report_is_partial(context):
    context.world.mission_reports.require_partial(context.world.mission("it"), True)


@then("its report is whole")
def report_is_whole(context):
    context.world.mission_reports.require_partial(context.world.mission("it"), False)


@then("{person} gets a file of the kind {media_type}, as long as announced")
def gets_file(context, person, kind):
    world = context.world
    world.mission_reports.require_file(world.tried(person), kind)


@then("every value stands in the {form} as it is, and nothing in it is code")
def is_harmless(context, form):
    world = context.world
    world.mission_reports.require_harmless(world.outcomes.last()[0], world.mission("it"), form)


@then("the columns of the file are {anything}")
def columns_are(context, columns):
    world = context.world
    world.mission_reports.require_table(world.outcomes.last()[0], columns.split(", "))


@then("the file has a row for each finding, with {string} as its title")
def has_rows(context, title):
    world = context.world
    world.mission_reports.require_rows(world.outcomes.last()[0], world.mission("it"), title)
