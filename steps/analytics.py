"""Sentences about the figures of a tenant: what is counted, and what it comes to."""

from behave import given, then, when

from support.domain.analytics import ASKED
from support.domain.tables import number, rows

FIGURES = ("calls", "errors", "people", "mean", "p95", "prompt", "completion", "total")


@given("the figures of {tenant} are noted")
def are_noted(context, tenant):
    world = context.world
    world.analytics.note(world.accounts.tenant(tenant))


@given("{person} has asked for {string} {int} time(s), and that was counted")
def has_asked(context, person, what, times):
    world = context.world
    world.analytics.ask_and_be_counted(world.person(person), what, times)


@when("{person} asks for {string} {int} time(s)")
def asks_for(context, person, what, times):
    world = context.world
    world.outcomes.keep_only(world.analytics.ask(world.person(person), what, times))


@when("{person} asks for {string} {int} times at the same moment")
def asks_at_once(context, person, what, times):
    world = context.world
    world.outcomes.keep_only(world.analytics.ask_at_once(world.person(person), what, times))


@given("these calls were recorded at {tenant}")
def were_recorded(context, tenant):
    world = context.world
    calls = rows(context.table, "when", "who", "status", "milliseconds")
    world.analytics.record_calls(world.accounts.tenant(tenant), calls)


@given("these turns of language models were recorded at {tenant}")
def turns_were_recorded(context, tenant):
    world = context.world
    turns = rows(context.table, "when", "who", "model", "prompt", "completion")
    world.analytics.record_tokens(world.accounts.tenant(tenant), turns)


@given("for a while no call can be recorded")
def recording_fails(context):
    context.world.analytics.let_recording_fail()


@when("calls can be recorded again")
def recording_succeeds(context):
    context.world.analytics.let_recording_succeed()


@then("within {int} seconds the figures of {tenant} count {int} call(s) more, of which {int} failed")
def count_more_and_failed(context, seconds, tenant, calls, errors):
    world = context.world
    world.analytics.await_more(world.accounts.tenant(tenant), seconds, calls=calls, errors=errors)


@then("within {int} seconds the figures of {tenant} count {int} call(s) more")
def count_more(context, seconds, tenant, calls):
    world = context.world
    world.analytics.await_more(world.accounts.tenant(tenant), seconds, calls=calls)


@then("within {int} seconds the figures of {tenant} are {int} prompt, {int} completion and {int} tokens in all higher")
def tokens_more(context, seconds, tenant, prompt, completion, total):
    world = context.world
    world.analytics.await_more(world.accounts.tenant(tenant), seconds, prompt_tokens=prompt, completion_tokens=completion,
                               total_tokens=total)


@then("within {int} seconds the figures of {tenant} count {int} people")
def count_people(context, seconds, tenant, people):
    world = context.world
    world.analytics.await_people(world.accounts.tenant(tenant), seconds, people)


@then("the figures of {tenant} from {string} to {string} are")
def figures_are(context, tenant, first, last):
    world = context.world
    (expected,) = rows(context.table, *FIGURES)
    world.analytics.require_figures(world.accounts.tenant(tenant), first, last, expected)


@then("the answers of {tenant} from {string} to {string} were")
def answers_were(context, tenant, first, last):
    world = context.world
    (row,) = rows(context.table, "2xx", "3xx", "4xx", "5xx")
    expected = {name: number(value, name) for name, value in row.items()}
    world.analytics.require_statuses(world.accounts.tenant(tenant), first, last, expected)


@then("by day the figures of {tenant} from {string} to {string} are")
def days_are(context, tenant, first, last):
    world = context.world
    expected = rows(context.table, "day", *FIGURES)
    world.analytics.require_days(world.accounts.tenant(tenant), first, last, expected)


@then("yesterday is final at {tenant}, and today is not")
def are_final(context, tenant):
    world = context.world
    world.analytics.require_finality(world.accounts.tenant(tenant))


@then("without naming days {person} is shown the last seven with today, and {int} calls")
def last_days(context, person, calls):
    world = context.world
    world.analytics.require_last_days(world.person(person), calls)


@then("the days of {tenant} from {string} to {string} add up to the whole, in the files too")
def add_up(context, tenant, first, last):
    world = context.world
    world.analytics.require_adding_up(world.accounts.tenant(tenant), first, last)


@when("{person} downloads the figures from {string} to {string} as csv and as json")
def downloads(context, person, first, last):
    world = context.world
    for format in ("csv", "json"):
        world.analytics.download(world.person(person), format, first, last)


@then("the table of {tenant} from {string} to {string} has its header and exactly these lines")
def table_is(context, tenant, first, last):
    world = context.world
    expected = rows(context.table, "day", *FIGURES)
    world.analytics.require_csv(world.accounts.tenant(tenant), first, last, expected)


@then("the other file of {tenant} from {string} to {string} has the same days, and their total")
def other_file_is(context, tenant, first, last):
    world = context.world
    world.analytics.require_json(world.accounts.tenant(tenant), first, last)


@then("{person} finds that there was asked for exactly this, most first")
def asked_for(context, person):
    world = context.world
    expected = rows(context.table, "asked for", "calls", "errors")
    world.analytics.require_routes(world.person(person), expected, ASKED)


@then("{person} finds no record's id among what was asked for")
def no_ids(context, person):
    world = context.world
    world.analytics.require_no_ids(world.person(person))


@then("{person} finds that language models cost exactly this")
def models_cost(context, person):
    world = context.world
    world.analytics.require_tokens(world.person(person), rows(
        context.table, "day", "model", "turns", "prompt", "completion", "total"))


@when("{person} tries to see the figures from {string} to {string}")
def tries_to_see(context, person, first, last):
    world = context.world
    asked = world.analytics.range(first, last)
    world.outcomes.keep(world.analytics.try_to_read(world.person(person), "summary", **asked))


@when("{person} tries to see the figures of {string} to {string}, as they stand")
def tries_words(context, person, first, last):
    world = context.world
    asked = {name: text for name, text in (("date_from", first), ("date_to", last)) if text}
    world.outcomes.keep(world.analytics.try_to_read(world.person(person), "summary", **asked))


@when("{person} tries to download the figures as {string}")
def tries_to_download(context, person, format):
    world = context.world
    world.outcomes.keep(world.analytics.try_to_read(world.person(person), "export", format=format))


@when("{person} downloads the figures as {string} {int} times")
def downloads_times(context, person, format, times):
    world = context.world
    for _ in range(times):
        world.analytics.try_to_read(world.person(person), "export", format=format).require_accepted(200)


@when("{person} tries to see each kind of figures")
def tries_each_kind(context, person):
    world = context.world
    who = world.person(person)
    world.outcomes.keep_only([world.analytics.try_to_read(who, what) for what in ("summary", "daily", "routes", "tokens")])


@when("{person} tries to have the figures of {string} computed")
def tries_to_recompute(context, person, day):
    world = context.world
    world.outcomes.keep(world.analytics.try_to_recompute(world.person(person), world.analytics.day(day)))


@when("{person} has the figures of {string} computed again")
def has_recomputed(context, person, day):
    world = context.world
    world.analytics.try_to_recompute(world.person(person), world.analytics.day(day)).require_accepted(202)
    world.await_quiet()


@then("{string} is put down by itself at {tenant}")
def is_put_down(context, day, tenant):
    world = context.world
    world.analytics.await_put_down(world.accounts.tenant(tenant), day)


@then("what was put down of {string} at {tenant} is one summary, as it was")
def is_as_it_was(context, day, tenant):
    world = context.world
    world.analytics.require_put_down_once(world.accounts.tenant(tenant), day)


@then("{person} is answered {int} times in less than {int} milliseconds on average")
def is_quick(context, person, times, milliseconds):
    world = context.world
    world.analytics.require_quick(world.person(person), times, milliseconds)


@then("within {int} seconds {person} finds that turns took at least {int} milliseconds on average")
def finds_turns_slow(context, seconds, person, milliseconds):
    world = context.world
    world.analytics.await_slow_turns(world.person(person), milliseconds, seconds)


@then("within {int} seconds {person} finds {string} among what was asked for, {int} time(s)")
def finds_asked_for(context, seconds, person, what, times):
    world = context.world
    world.analytics.await_asked_for(world.person(person), ASKED[what], times, seconds)
