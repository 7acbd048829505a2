"""Sentences about the files of analyses, in whatever format."""

from behave import given, then, when


@given("{person} has exported {analysis} as {export} {int} times")
@when("{person} exports {analysis} as {export} {int} times")
def exports_times(context, person, name, wish, times):
    world = context.world
    world.outcomes.keep_only([world.exports.export(world.analyses.analysis(name), world.person(person), wish)
                              for _ in range(times)])


@when("{person} exports {analysis} as {export}")
@when("{person} tries to export {analysis} as {export}")
def exports(context, person, name, wish):
    world = context.world
    world.outcomes.keep(world.exports.export(world.analyses.analysis(name), world.person(person), wish))


@when("{person} exports {analysis} as {export} {int} times at the same moment")
def exports_at_once(context, person, name, wish, times):
    world = context.world
    world.outcomes.keep_only(
        world.exports.export_at_once(world.analyses.analysis(name), world.person(person), wish, times))


@given("{person} has exported {analysis} in every format")
@when("{person} exports {analysis} in every format")
def exports_in_every_format(context, person, name):
    world = context.world
    world.outcomes.keep_only(world.exports.export_in_every_format(world.analyses.analysis(name), world.person(person)))


@when("{person} tries to export an analysis that nobody has, in every format")
def exports_unknown(context, person):
    context.world.outcomes.keep_only(context.world.exports.export_unknown(context.world.person(person)))


@when("{person} tries to export without naming an analysis, in every format")
def exports_nothing(context, person):
    context.world.outcomes.keep_only(context.world.exports.export_nothing(context.world.person(person)))


@when("{person} tries to export {analysis} in the format {string}")
def exports_in_format(context, person, name, format):
    world = context.world
    world.outcomes.keep(world.exports.export_as(world.analyses.analysis(name), world.person(person), format))


@when("{person} tries to export {analysis} as CSV of the type {string}")
def exports_csv_of_type(context, person, name, csv_type):
    world = context.world
    world.outcomes.keep(
        world.exports.export_as(world.analyses.analysis(name), world.person(person), "csv", type=csv_type))


@then("{person} gets a file of its kind and name, as long as announced")
def gets_file(context, person):
    context.world.tried(person)
    context.world.exports.require_file()


@then("it holds exactly what the analysis holds")
def holds_all(context):
    context.world.exports.require_holds()


@then("each file is as long as announced")
def files_as_announced(context):
    context.world.exports.require_files_as_announced(context.world.outcomes.all)


@then("the {int} files are equal")
def files_are_equal(context, count):
    context.world.exports.require_all_equal(context.world.outcomes.last(count))


@then("each file shows the technology {string}")
def each_shows(context, name):
    context.world.exports.require_same_everywhere(name)


@then("each file says that {int} dependencies are outdated")
def each_says_outdated(context, count):
    context.world.exports.require_outdated_everywhere(count)


@then("{person} is refused, since there are only the types {string}")
def refused_naming_types(context, person, types):
    world = context.world
    world.exports.require_types_named(world.tried(person), types)


@then("the formats that {person} may export to are, in this order")
def formats_are(context, person):
    world = context.world
    world.exports.require_formats(world.person(person), [
        dict(zip(context.table.headings, row.cells, strict=True)) for row in context.table])


@then("the address of each of them leads to a file of {analysis}")
def addresses_lead(context, name):
    context.world.exports.require_addresses(context.world.analyses.analysis(name))


@then("{person} has {int} exports of this format left")
def has_left(context, person, left):
    world = context.world
    world.exports.require_left(world.tried(person), left)


@then("{person} is told how long to wait, and of {int} exports that none is left")
def told_to_wait(context, person, limit):
    world = context.world
    outcome = world.tried(person)
    world.call_limits.require_told_to_wait(outcome)
    world.exports.require_left(outcome, 0)
