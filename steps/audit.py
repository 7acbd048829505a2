"""Sentences about the audit trail: what it tells, to whom, and that nobody has altered it."""

from behave import given, then, when

from support.domain.tables import asked_and_found, rows


@given("the trail of {tenant} is followed from here on")
def is_followed(context, tenant):
    context.world.audit.follow(context.world.accounts.tenant(tenant))


@then("since then the trail of {tenant} tells exactly")
def tells_exactly(context, tenant):
    world = context.world
    world.audit.require_told(world.accounts.tenant(tenant), rows(context.table, "who", "kind", "deed", "of"))


@then("since then the trail of {tenant} tells nothing")
def tells_nothing(context, tenant):
    context.world.audit.require_told(context.world.accounts.tenant(tenant), [])


@then("since then the trail of {tenant} tells exactly, apart from who was told")
def tells_exactly_apart(context, tenant):
    world = context.world
    expected = rows(context.table, "who", "kind", "deed", "of")
    world.audit.require_told(world.accounts.tenant(tenant), expected, apart_from="notification")


@then("with {deed} it tells the {word} {string}")
def tells_with(context, deed, field, value):
    context.world.audit.require_told_with(deed, field, value)


@then("all of it is of the level {word}")
def is_of_level(context, level):
    context.world.audit.require_level(level)


@when("{person} pauses it herself, as if she only passed on what somebody elsewhere wants")
def pauses_as_if_from_elsewhere(context, person):
    world = context.world
    world.audit.pause_as_if_from_elsewhere(world.mission("it"), world.person(person))


@then("the trail tells of that pause with {person}, her role, her own address, the request and the time")
def tells_circumstances(context, person):
    world = context.world
    world.audit.require_pause_told(world.mission("it"), world.person(person), world.outcomes.last()[0])


@then("it tells that the mission was running and has been paused")
def tells_the_pause(context):
    world = context.world
    world.audit.require_pause_changed(world.mission("it"))


@then("the trail tells that its {word} was {string} and is {string}, and of nothing else")
def tells_the_change(context, field, before, after):
    world = context.world
    event = world.audit.event_of(world.mission("it").owner.tenant, "mission.update")
    world.audit.require_changes(event, {field: (before, after)})


@then("the trail tells that the {word} of {person} was {string} and is {string}, and of nothing else")
def tells_the_change_of_person(context, field, person, before, after):
    world = context.world
    who = world.people[person]
    world.audit.require_changes(world.audit.event_of(who.tenant, "person.update"), {field: (before, after)})


@then("the trail of {tenant} tells nothing of what was typed")
def tells_nothing_typed(context, tenant):
    world = context.world
    world.audit.require_nothing_secret(world.accounts.tenant(tenant), world.audit.typed())


@then("no event tells a password, a token, or what is kept of them")
def tells_no_secret(context):
    world = context.world
    world.audit.require_nothing_secret(world.acting.tenant, world.audit.secrets())


@then("no event tells the photo")
def tells_no_photo(context):
    world = context.world
    world.audit.require_nothing_secret(world.acting.tenant, world.faces.photo_in_words())


@then("of that only what was told of attendance is left, as it was")
def only_attendance_is_left(context):
    context.world.audit.await_only_attendance_left()


@then("of that nothing is left")
def nothing_is_left(context):
    context.world.audit.await_nothing_left()


@then("the trail tells the name and the scope that it had, and that {int} target went with it")
def tells_what_was_deleted(context, count):
    context.world.audit.require_deletion_told(context.world.mission("it"), count)


@then("what the trail tells of the work on it is told of {person} and her request")
def tells_of_who_wanted_it(context, person):
    world = context.world
    who = world.person(person)
    world.audit.require_done_for(who.tenant, world.mission("it"), who)


@then("the trail tells of {deed} as done in the background for {person}")
def tells_of_background(context, deed, person):
    world = context.world
    who = world.person(person)
    world.audit.require_background(world.audit.event_of(who.tenant, deed), who)


@then("the trail tells of {deed} as the system's doing")
def tells_of_the_system(context, deed):
    world = context.world
    world.audit.require_by_system(world.audit.await_event(world.acting.tenant, deed))


@then("the trail tells of that at the first look, and {person} was answered within {int} second")
def tells_at_once(context, person, seconds):
    world = context.world
    world.audit.require_told_at_once(world.mission("it"), world.person(person), seconds)


@then("{person} sees nothing of the trail of {tenant}, wherever he looks for it")
def sees_nothing(context, person, tenant):
    world = context.world
    world.audit.require_unknown_elsewhere(world.accounts.tenant(tenant), world.person(person))


@then("the trail of {tenant} tells all that stands there of {tenant}, and nothing else")
def tells_all_of_own(context, tenant, same):
    context.world.audit.require_all_of_own(context.world.accounts.tenant(tenant))


@when("who runs the platform lets {tenant} create {int} missions a month")
def quota_is_set(context, tenant, count):
    context.world.operations.set_quota(context.world.accounts.tenant(tenant), missions_per_month=count)


@when("who runs the platform suspends {tenant} because of {string} and activates it again")
def suspends_and_activates(context, tenant, reason):
    world = context.world
    world.audit.suspend_and_activate(world.accounts.tenant(tenant), reason)


@then("the trail tells of the suspension that its reason was {string}")
def tells_the_reason(context, reason):
    world = context.world
    world.audit.require_reason_told(world.acting.tenant, reason)


@then("the trail tells of the activation that its reason was {string}, and is over")
def tells_the_end_of_the_reason(context, reason):
    world = context.world
    world.audit.require_end_of_reason_told(world.acting.tenant, reason)


@when("{person} reads the trail, one of its events, its table and its check")
def reads_all(context, person):
    world = context.world
    world.outcomes.keep_only(world.audit.read_all(world.person(person)))


@then("all of it is answered")
def all_is_answered(context):
    context.world.outcomes.require_accepted(len(context.world.outcomes.all))


@when("{person} asks the trail for {anything}")
def asks_for(context, person, question):
    world = context.world
    world.outcomes.keep(world.audit.ask(world.person(person), question))


@then("{person} is answered with no event at all")
def answered_with_nothing(context, person):
    world = context.world
    world.audit.require_none(world.tried(person))


@then("asking the trail of {tenant} gives")
def asking_gives(context, tenant):
    world = context.world
    for asked, found in asked_and_found(context.table):
        world.audit.require_found(world.accounts.tenant(tenant), asked, found)


@then("from {deed} on and before {deed} the trail of {tenant} tells {deeds}")
def tells_between(context, first, end, tenant, deeds):
    world = context.world
    world.audit.require_between(world.accounts.tenant(tenant), first, end, deeds)


@then("the trail of {tenant} in pages of {int} shows each event once, newest first")
def shows_pages(context, tenant, size):
    context.world.audit.require_pages(context.world.accounts.tenant(tenant), size)


@when("{person} renames it by a request whose id is a formula")
def renames_by_formula(context, person):
    world = context.world
    world.audit.rename_under_a_formula(world.mission("it"), world.person(person))


@when("{person} fetches the events of {person} since then as a table")
def fetches_table(context, person, of):
    world = context.world
    world.outcomes.keep(world.audit.fetch_of(world.people[of], world.person(person)))


@then("{person} gets a table of exactly these events, in which nothing is a formula")
def gets_table(context, person):
    world = context.world
    world.audit.require_table(world.tried(person))


@then("the trail tells of {deed} by {person} as an export")
def tells_of_export(context, deed, person):
    world = context.world
    who = world.person(person)
    world.audit.require_export_told(world.audit.event_of(who.tenant, deed), who)


@when("{person}, a/an {role} at {tenant}, tries everything but reading with the trail of {tenant}")
def tries_everything(context, person, role, tenant, of):
    world = context.world
    who = world.accounts.in_role(person, role, tenant)
    world.outcomes.keep_only(world.audit.try_to_change(who, world.accounts.tenant(of)))


@then("all of it is refused, since that cannot be done with the trail")
def cannot_be_done(context):
    context.world.outcomes.require_all_refused("impossible, whoever it is")


@then("the trail of {tenant} is whole")
def is_whole(context, tenant):
    context.world.audit.require_whole(context.world.accounts.tenant(tenant))


@then("the rest of the trail of {tenant} and of that of {tenant} is whole")
def both_are_whole(context, one, other):
    for tenant in (one, other):
        context.world.audit.require_whole(context.world.accounts.tenant(tenant))


@then("each event of {tenant} hangs on the one before it")
def hangs_together(context, tenant):
    context.world.audit.require_chained(context.world.accounts.tenant(tenant))


@when("somebody who owns the database changes {tampering} {deed}")
def somebody_tampers(context, what, deed):
    world = context.world
    world.audit.tamper(what, world.audit.event_of(world.acting.tenant, deed))


@when("somebody who owns the database removes {deed}")
def somebody_removes(context, deed):
    world = context.world
    world.noted[deed] = world.audit.event_of(world.acting.tenant, deed)
    world.audit.tamper("all of", world.noted[deed])


@then("the check of the trail of {tenant} finds {deed} broken")
def finds_broken(context, tenant, deed):
    world = context.world
    world.audit.require_broken_at(world.accounts.tenant(tenant), world.audit.tampered, is_gone=False)


@then("the check of the trail of {tenant} misses {deed}")
def misses(context, tenant, deed):
    world = context.world
    world.audit.require_broken_at(world.accounts.tenant(tenant), world.noted[deed], is_gone=True)


@then("the database refuses to change an event, and to remove one")
def database_refuses(context):
    context.world.audit.require_guarded()


@given("{int} more missions of {person}")
def more_missions(context, count, person):
    world = context.world
    world.missions.make_more(world.person(person), count)


@when("all of them are renamed at the same moment")
def all_renamed_at_once(context):
    world = context.world
    world.outcomes.keep_only(world.audit.rename_at_once(list(world.missions_by_name.values())[-8:]))


@given("the database takes back every change of a mission")
def takes_back(context):
    context.world.audit.take_back_changes()


@given("events can be stored no more")
def can_be_stored_no_more(context):
    context.world.audit.take_no_more_events()


@when("its first target is just being asked, and the worker is killed")
def worker_is_killed_meanwhile(context):
    world = context.world
    world.missions.await_asked(world.mission("it"), 1)
    world.operations.lose_worker()


@when("its first target is just being asked, and events can be stored no more")
def can_be_stored_no_more_meanwhile(context):
    world = context.world
    world.missions.await_asked(world.mission("it"), 1)
    world.audit.take_no_more_events()


@when("its first target answers, and the work on it comes to nothing")
def answers_in_vain(context):
    world = context.world
    world.mission("it").release([1])
    world.await_quiet()


@then("the trail tells of {int} finding of it, once, and of its end")
def tells_of_findings(context, count):
    world = context.world
    world.audit.require_work_told(world.mission("it"), count)


@when("events can be stored again")
def can_be_stored_again(context):
    context.world.audit.take_events_again()


@given("all that the trail of {tenant} tells is noted")
@when("all that the trail of {tenant} tells is noted")
def all_is_noted(context, tenant):
    context.world.audit.note(context.world.accounts.tenant(tenant))


@then("what is older than {int} days goes from the trail of {tenant}, and the rest is left as it was")
def old_goes(context, days, tenant):
    world = context.world
    world.audit.await_purged(world.accounts.tenant(tenant), days)
