"""Sentences about the platform's own life: parts that are lost and come back, and time that passes."""

from behave import given, then, when


@when("the platform is restarted")
def is_restarted(context):
    context.world.operations.restart()


@when("the worker is taken away")
def worker_is_taken_away(context):
    context.world.operations.end_worker()


@when("the worker is killed")
def worker_is_killed(context):
    context.world.operations.lose_worker()


@when("it is {int} minutes past an hour, more than an hour later")
def minutes_past_a_later_hour(context, minutes):
    context.world.operations.go_to_minute(minutes)


@given("the platform's own schedule stands still")
def schedule_stands_still(context):
    context.world.operations.end_scheduler()


@when("another worker comes")
def another_worker_comes(context):
    context.world.operations.bring_worker()


@given("{duration} pass(es)")
@when("{duration} pass(es)")
def time_passes(context, time):
    context.world.operations.let_time_pass(time)


@when("{duration} pass(es) in which nobody does anything")
def time_passes_alone(context, time):
    context.world.operations.let_time_pass_alone(time)


@given("it becomes {word} UTC")
@when("it becomes {word} UTC")
def becomes(context, time_of_day):
    context.world.operations.go_to(time_of_day)


@when("it becomes {word} UTC, and what is due then is done")
def becomes_and_is_done(context, time_of_day):
    context.world.operations.go_to_and_let_be_done(time_of_day)


@given("the last minute of the month has begun")
@when("the last minute of the month begins")
def last_minute_of_month(context):
    context.world.operations.go_to_last_minute_of_month()


@given("{tenant} may create {int} mission(s) a month")
def may_create(context, tenant, count):
    context.world.operations.set_quota(context.world.accounts.tenant(tenant), missions_per_month=count)


@given("{tenant} may have {int} mission(s) running")
def may_have_running(context, tenant, count):
    context.world.operations.set_quota(context.world.accounts.tenant(tenant), missions_running=count)


@then("within {int} seconds {mission} completes")
def completes_within(context, seconds, mission):
    context.world.missions.await_state(context.world.mission(mission), "completed", seconds)


@given("whom the platform turns to is noted")
def note_connections(context):
    context.world.operations.note_connections()


@then("the platform has turned to nobody but its datastores, its mail server and the mission's targets")
def turned_to_nobody_else(context):
    context.world.operations.require_known_connections()
