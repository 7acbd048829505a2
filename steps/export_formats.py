"""Sentences about what stands in a SARIF log, a workbook, a table or a page."""

from behave import then

from support.domain import export_contents as contents
from support.domain.tables import rows


@then("the log has one run, by CommandCenter, with the four rules")
def log_has_one_run(context):
    context.world.exports.require_log()


@then("the log is valid by the published schema")
def log_is_valid(context):
    context.world.exports.require_valid_log()


@then("each result has a listed rule, a message, one place within the repository and a fingerprint")
def results_are_complete(context):
    context.world.exports.require_results(contents.is_scannable, "have a rule of the run, a message, one relative place "
                                                                 "with a line from 1, and a fingerprint")


@then("each result refers by id and place to one rule, which has the word for it")
def results_refer_to_rules(context):
    context.world.exports.require_results(contents.refers_to_rule, "refer by id and index to one rule with its word")


@then("each result with a level fails, and only those without one are of another kind")
def kinds_fit_levels(context):
    context.world.exports.require_results(contents.is_of_its_kind, "be of its rule's level, and of kind fail where that is "
                                                                   "warning or note, else of another")


@then("the run ended well, at the time of {analysis}, in UTC")
def run_ended(context, name):
    context.world.exports.require_end_time(context.world.analyses.analysis(name))


@then("the log has exactly these results")
def log_has_results(context):
    context.world.exports.require_rules_of([(each["rule"], each["about"]) for each in rows(context.table, "rule", "about")])


@then("the fingerprints are noted")
def fingerprints_are_noted(context):
    context.world.noted["fingerprints"] = context.world.exports.fingerprints()


@then("the fingerprints are as noted")
def fingerprints_are_as_noted(context):
    context.world.exports.require_fingerprints(context.world.noted["fingerprints"])


@then("the fingerprints are those noted, but for that of {string}")
def fingerprints_differ_for(context, about):
    context.world.exports.require_fingerprints(context.world.noted["fingerprints"], but=about)


@then("the table reads, line by line")
def table_reads(context):
    context.world.exports.require_table([list(row.cells) for row in context.table], context.table.headings)


@then("the sections of the table are, each after an empty line")
def sections_are(context):
    context.world.exports.require_sections([row.cells[0] for row in context.table])


@then("the first line of the table is {string}")
def first_line_is(context, columns):
    context.world.exports.require_header(columns.split(", "))


@then("the sheets of the workbook are {string}")
def sheets_are(context, names):
    context.world.exports.require_sheets(names.split(", "))


@then("the header of each sheet but the Summary is bold and white on blue")
def headers_are_formatted(context):
    context.world.exports.require_headers()


@then("each number is a number, each text a text, and nothing is a formula")
def cells_are_of_their_kind(context):
    context.world.exports.require_cells()


@then("exactly the statuses of outdated dependencies are amber")
def outdated_are_amber(context):
    context.world.exports.require_amber()


@then("its Summary has a title, the project, the time of {analysis} and the numbers of rows on the other sheets")
def summary_is_right(context, name):
    context.world.exports.require_summary(context.world.analyses.analysis(name))


@then("the page has its title, its five sections, the charts {string} and a switch")
def page_has(context, charts):
    context.world.exports.require_page(charts.split(", "))


@then("the page has no chart")
def page_has_no_chart(context):
    context.world.exports.require_page([])


@then("the page loads nothing from elsewhere")
def loads_nothing(context):
    context.world.exports.page().require_loads_nothing()


@then("the page says of {string} {string}")
def page_says(context, section, words):
    context.world.exports.require_page_says(section, words)


@then("the confidence badges are")
def badges_are(context):
    context.world.exports.require_badges({each["technology"]: each["badge"]
                                          for each in rows(context.table, "technology", "badge")})


@then("nothing in the page is code but its own script")
def no_foreign_code(context):
    context.world.exports.page().require_no_code_but(1)


@then("the page comes under a policy that permits exactly its own scripts")
def policy_permits(context):
    context.world.exports.require_policy()


@then("its scripts draw both charts, and the switch changes between light and dark")
def scripts_work(context):
    context.world.exports.require_works()


@then("the pretty file is indented by two spaces, and says the same")
def pretty_says_the_same(context):
    context.world.exports.require_pretty(*context.world.outcomes.last(2))
