"""Sentences about what looks like fraud, and what reviewers see at once."""

from behave import then


@then("{person} is blocked as fraud")
def is_blocked(context, person):
    context.world.attendance.require_blocked(context.world.tried(person))


# Fraud


@then("{person}'s record carries {signals}")
def record_carries(context, person, codes):
    world = context.world
    world.attendance.require_signals(world.person(person), codes)


@then("{person}'s record has the fraud score {decimal}, which is {level}")
def record_has_score(context, person, score, level):
    world = context.world
    world.attendance.require_level(world.person(person), score, level)


@then("a/an {severity} alert is raised of {person}'s record: {alert}")
def alert_of_record(context, severity, person, type_):
    world = context.world
    world.attendance.require_alert(world.person(person), type_, severity, of_record=True)


@then("a/an {severity} alert is raised of {person}, without a record: {alert}")
def alert_without_record(context, severity, person, type_):
    world = context.world
    world.attendance.require_alert(world.person(person), type_, severity, of_record=False)


@then("no alert is raised at {tenant}")
def no_alert(context, tenant):
    world = context.world
    world.attendance.require_no_alert(world.accounts.tenant(tenant))


# Live


@then("{person} sees at once that {person} has checked in at {string}")
def sees_checked_in(context, watcher, person, site):
    world = context.world
    world.attendance.require_seen(world.person(watcher), world.person(person), "checked_in", world.sites.site(site))


@then("{person} sees at once that {person} has checked out at {string}")
def sees_checked_out(context, watcher, person, site):
    world = context.world
    world.attendance.require_seen(world.person(watcher), world.person(person), "checked_out", world.sites.site(site))


@then("{person} sees at once that there is an alert")
def sees_alert(context, watcher):
    world = context.world
    world.attendance.require_alert_seen(world.person(watcher))


@then("{person} is told nothing of who comes and leaves")
def told_nothing(context, watcher):
    world = context.world
    world.attendance.require_seen_nothing(world.person(watcher))
