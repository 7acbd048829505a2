"""Sentences about what is on record of who came and left, and why somebody was refused."""

from behave import then, when


@then("{person} can read back what was sent with the check-in")
def can_read_back(context, person):
    world = context.world
    world.attendance.require_as_sent(world.person(person))


@then("{person} is in at {string}, and that waits for a reviewer")
def is_in(context, person, site):
    world = context.world
    world.attendance.require_in(world.person(person), world.sites.site(site))


@then("{person} has worked {int} regular and {int} overtime minutes")
def has_worked(context, person, regular, overtime):
    world = context.world
    world.attendance.require_worked(world.person(person), regular, overtime)


@then("{person} is {int} minutes late")
def is_late(context, person, minutes):
    world = context.world
    world.attendance.require_record(world.person(person), late_minutes=minutes)


@then("nothing is on record of {person}")
def nothing_on_record(context, person):
    world = context.world
    world.attendance.require_nothing_on_record(world.person(person))


@then("{person} has {int} record(s)")
def has_records(context, person, count):
    world = context.world
    world.attendance.require_record_count(world.person(person), count)


@then("{person}'s record is as it was")
def record_is_as_it_was(context, person):
    world = context.world
    world.attendance.require_unchanged(world.person(person))


@then("{person}'s record says that it is {person}, with a distance of {decimal}, {decimal} alive and {decimal} certain")
def record_says_who(context, person, other, distance, liveness, confidence):
    world = context.world
    world.attendance.require_faced(world.person(person), distance, liveness, confidence)


@then("{person}'s record shows a GPS risk of {decimal} with {warnings}")
def record_shows_gps(context, person, risk, warnings):
    world = context.world
    world.attendance.require_gps(world.person(person), risk, warnings)


@then("{person}'s record shows that he left from outside the fence")
def record_shows_left_outside(context, person):
    world = context.world
    world.attendance.require_gps(world.person(person), 0.0, ["outside_geofence"])


# What is refused


@then("{person} is refused for want of consent")
def is_refused_for_consent(context, person):
    context.world.attendance.require_no_consent(context.world.tried(person))


@then("{person} is refused as {unlikely}")
def is_refused_as_unlikely(context, person, code):
    context.world.attendance.require_place_refused(context.world.tried(person), code)


@then("{person} is refused since he is in already, and told which record is open")
def is_refused_as_in(context, person):
    world = context.world
    person = world.person(person)
    world.attendance.require_open_elsewhere(world.tried(person.name), person)


@then("each of the others is told which record is open")
def each_other_is_told(context):
    world = context.world
    world.attendance.require_others_name(world.outcomes.all)


@then("{person} is refused since he has left already")
def is_refused_as_left(context, person):
    context.world.attendance.require_left_already(context.world.tried(person))


@then("each of the others is told that he has left")
def each_other_has_left(context):
    world = context.world
    world.attendance.require_others_left(world.outcomes.all)


@then("{person} finds the records of {names} alone")
def finds_records_of(context, reader, people):
    world = context.world
    world.attendance.require_finds(world.person(reader), [world.person(each) for each in people])


@when("{person} tries to read the record of {person}")
def tries_to_read(context, person, other):
    world = context.world
    other = world.person(other)
    world.outcomes.keep(world.attendance.read(world.person(person), other))
