"""Sentences about attendance: who comes to which gate, who leaves, and what is on the record."""

from datetime import timedelta

from behave import given, then, when

from support.domain.attendance import WORKDAYS, located
from support.domain.places import away


@given("{person} works at {tenant}")
def works(context, person, tenant):
    context.world.attendance.worker(person, tenant)


@given("{person} comes to the sites of {tenant} as a/an {role}")
def comes_as(context, person, tenant, role):
    context.world.attendance.worker(person, tenant, role)


@given("{person}, a worker at {tenant}, lets {consents} be looked at")
def lets_be_looked_at(context, person, tenant, looked_at):
    world = context.world
    world.attendance.consent(world.accounts.in_role(person, "worker", tenant), looked_at).require_accepted(200)


@when("{person} lets {consents} be looked at from now on")
def lets_be_looked_at_from_now_on(context, person, looked_at):
    world = context.world
    world.attendance.consent(world.person(person), looked_at).require_accepted(200)


@given("{person} is a worker at {tenant}, who was never asked what may be looked at")
def was_never_asked(context, person, tenant):
    world = context.world
    world.accounts.in_role(person, "worker", tenant)


@given("{tenant} has the gate {string}")
def has_gate(context, tenant, name):
    world = context.world
    world.attendance.gate(world.accounts.tenant(tenant), name)


@given("{tenant} has the gate {string}, where a photo of the face is needed")
def has_gate_with_faces(context, tenant, name):
    world = context.world
    world.attendance.gate(world.accounts.tenant(tenant), name, face_required=True)


@given("{tenant} has the gate {string}, {int} metres north of {string}")
def has_gate_north_of(context, tenant, name, metres, other):
    world = context.world
    world.attendance.gate_north_of(world.accounts.tenant(tenant), name, metres, other)


@given("{tenant} has the gate {string}, {int} km north of {string}")
def has_gate_far_north_of(context, tenant, name, kilometres, other):
    world = context.world
    world.attendance.gate_north_of(world.accounts.tenant(tenant), name, kilometres * 1000, other)


@given("people work at {string} from {clock} to {clock}, and may be {int} minutes late")
def people_work_from_to(context, site, starts_at, ends_at, grace):
    world = context.world
    world.attendance.shift(world.sites.site(site), starts_at, ends_at, grace)


@given("at {tenant} it is {weekday}, {clock}")
@when("at {tenant} it is {weekday}, {clock}")
def it_is(context, tenant, weekday, clock):
    world = context.world
    world.attendance.let_it_be(world.accounts.tenant(tenant), clock, weekday)


@given("{person} has been allowed {wish} at {string}")
def has_been_allowed(context, person, wish, site):
    world = context.world
    person = world.person(person)
    world.overrides.ask(person, wish, site).require_accepted(201)
    world.overrides.decide(world.accounts.administrator(person.tenant), "grant", person).require_accepted(200)


@given("{person} has been allowed to be {int} minutes late at {string}")
def has_been_allowed_to_be_late(context, person, minutes, site):
    world = context.world
    person = world.person(person)
    world.overrides.ask(person, "to come late", site, minutes).require_accepted(201)
    world.overrides.decide(world.accounts.administrator(person.tenant), "grant", person).require_accepted(200)


@given("{person} has come to {string} {int} times before, each workday from 10:00 to 18:00")
def has_come_before(context, person, site, times):
    world = context.world
    world.attendance.have_come(world.person(person), world.sites.site(site), times, on=WORKDAYS)


@given("{person} has come to {string} {int} times before, each workday from 10:00 to 18:00, the last time {int} days ago")
def has_come_long_before(context, person, site, times, days):
    world = context.world
    world.attendance.have_come(world.person(person), world.sites.site(site), times, on=WORKDAYS,
                               long_ago=timedelta(days=days - 1))


@given("{person} has come to {string} {int} times before, each workday from 10:00 to 18:00, with {names}")
def has_come_before_with(context, person, site, times, devices):
    world = context.world
    world.attendance.have_come(world.person(person), world.sites.site(site), times, on=WORKDAYS, devices=devices)


@given("{person}, who is used to come to {string} with {int} phones, is allowed in beside a far gate, where {person} "
       "lends him hers")
def everything_is_odd(context, person, site, phones, other):
    world = context.world
    other = world.person(other)
    world.attendance.let_everything_be_odd(world.person(person), world.sites.site(site), phones, other)


# Coming


@given("{person} has checked in at {string}")
@when("{person} checks in at {string}")
def checks_in(context, person, site):
    world = context.world
    world.attendance.check_in(world.person(person), world.sites.site(site)).require_accepted(201)


@given("{person} was at {string} and has left")
@when("{person} comes to {string} and leaves")
def was_there(context, person, site):
    world = context.world
    person = world.person(person)
    world.attendance.check_in(person, world.sites.site(site)).require_accepted(201)
    world.attendance.check_out(person).require_accepted(200)


@given("{person} has checked in at {string} by a device that is accurate to {int} metres")
def has_checked_in_accurate(context, person, site, accuracy):
    world = context.world
    site = world.sites.site(site)
    world.attendance.check_in(world.person(person), site,
                              location=located(world.attendance.place_of(site), accuracy)).require_accepted(201)


@given("{person} was at {string} with a device that is accurate to {int} metres, and has left")
def was_there_accurate(context, person, site, accuracy):
    world = context.world
    site, person = world.sites.site(site), world.person(person)
    world.attendance.check_in(person, site,
                              location=located(world.attendance.place_of(site), accuracy)).require_accepted(201)
    world.attendance.check_out(person).require_accepted(200)


@when("{person} checks in at {string}, saying when, how and by which device he came")
def checks_in_saying_all(context, person, site):
    world = context.world
    world.attendance.check_in_saying_all(world.person(person), world.sites.site(site))


@when("{person} tries to check in at {string}")
def tries_to_check_in(context, person, site):
    world = context.world
    world.outcomes.keep(world.attendance.check_in(world.person(person), world.sites.site(site)))


@when("{person} tries to check in {duration} later at {string}, as was allowed")
def tries_later_at_as_allowed(context, person, time, site):
    world = context.world
    site, person = world.sites.site(site), world.person(person)
    world.outcomes.keep(world.attendance.check_in_later(
        person, site, time, override_id=world.overrides.wish_of(person)["id"]))


@when("{person} tries to check in at {string}, as was allowed")
def tries_at_as_allowed(context, person, site):
    world = context.world
    person = world.person(person)
    world.outcomes.keep(world.attendance.check_in(person, world.sites.site(site),
                                                  override_id=world.overrides.wish_of(person)["id"]))


@when("{person} tries to check in {duration} later at {string}")
def tries_later(context, person, time, site):
    world = context.world
    world.outcomes.keep(world.attendance.check_in_later(world.person(person), world.sites.site(site), time))


@when("{person} tries to check in {duration} later at {string}, having come {transport}")
def tries_later_by(context, person, time, site, transport):
    world = context.world
    world.outcomes.keep(world.attendance.check_in_later(world.person(person), world.sites.site(site), time,
                                                        transport_mode=transport))


@when("{person} tries to check in at {string} from latitude {decimal} and longitude {decimal}")
def tries_from(context, person, site, latitude, longitude):
    world = context.world
    world.outcomes.keep(world.attendance.check_in(
        world.person(person), world.sites.site(site), location=located({"latitude": latitude, "longitude": longitude})))


@when("{person} tries to check in at {string} with {located} {decimal}")
def tries_with(context, person, site, field, value):
    world = context.world
    site = world.sites.site(site)
    world.outcomes.keep(world.attendance.check_in(
        world.person(person), site, location=located(world.attendance.place_of(site)) | {field: value}))


@when("{person} tries to check in at {string} by a device that is accurate to {int} metres")
def tries_accurate(context, person, site, accuracy):
    world = context.world
    site = world.sites.site(site)
    world.outcomes.keep(world.attendance.check_in(world.person(person), site,
                                                  location=located(world.attendance.place_of(site), accuracy)))


@when("{person} tries to check in at {string} by a device whose id has {int} character(s)")
def tries_with_id(context, person, site, length):
    world = context.world
    world.outcomes.keep(world.attendance.check_in(world.person(person), world.sites.site(site),
                                                  device={"device_id": "d" * length}))


@when("{person} tries to check in at {string} as of {duration} ahead")
def tries_ahead(context, person, site, time):
    world = context.world
    world.outcomes.keep(world.attendance.check_in_at(world.person(person), world.sites.site(site), time))


@when("{person} tries to check in at {string} as of {duration} ago")
def tries_ago(context, person, site, time):
    world = context.world
    world.outcomes.keep(world.attendance.check_in_at(world.person(person), world.sites.site(site), -time))


@when("{person} tries to check in at {string} {int} times at the same moment")
def tries_at_once(context, person, site, times):
    world = context.world
    world.outcomes.keep_only(world.attendance.check_in_at_once(world.person(person), world.sites.site(site), times))


@when("{person} checks in at {string} with {person}'s device")
@given("{person} has checked in at {string} with {person}'s device")
def checks_in_with_anothers(context, person, site, other):
    world = context.world
    device = world.attendance.device_of(world.person(other))
    world.attendance.check_in(world.person(person), world.sites.site(site), device=device).require_accepted(201)


@when("{person} tries to check in at {string} with the device {string}")
def tries_with_device(context, person, site, device):
    world = context.world
    world.outcomes.keep(world.attendance.check_in(world.person(person), world.sites.site(site),
                                                  device={"device_id": device}))


@when("{person} tries to check in {way} of {string} with the device {string}, accurate to {int} metres, as was allowed")
def tries_with_everything_odd(context, person, way, site, device, accuracy):
    world = context.world
    site, person = world.sites.site(site), world.person(person)
    world.outcomes.keep(world.attendance.check_in(
        person, site, device={"device_id": device}, override_id=world.overrides.wish_of(person)["id"],
        location=located(away(world.attendance.place_of(site), way), accuracy)))


@when("{person} tries to check in there with her phone, whose accuracy jumps")
def tries_all_that_is_odd(context, person):
    world = context.world
    world.outcomes.keep(world.attendance.try_all_that_is_odd(world.person(person)))


@given("{person} is in at {string} with the device {string}")
def is_in_with_device(context, person, site, device):
    world = context.world
    world.attendance.check_in(world.person(person), world.sites.site(site),
                              device={"device_id": device}).require_accepted(201)


@when("{duration} after {person} left, {person} checks in at {string} with the same device")
def checks_in_after_with_the_same(context, time, other, person, site):
    world = context.world
    device = world.attendance.device_of(world.person(other))
    world.attendance.check_in_after(world.person(other), world.person(person), world.sites.site(site), time,
                                    device=device).require_accepted(201)


@when("{person} comes to and leaves {string} with the devices {names} in turn")
@given("{person} has come to and left {string} with the devices {names} in turn")
def comes_and_goes(context, person, site, devices):
    world = context.world
    world.attendance.come_and_go(world.person(person), world.sites.site(site), devices)


# Leaving


@given("{person} has checked out")
@when("{person} checks out")
def checks_out(context, person):
    world = context.world
    world.attendance.check_out(world.person(person)).require_accepted(200)


@when("{person} checks out {duration} later")
def checks_out_later(context, person, time):
    world = context.world
    world.attendance.check_out_later(world.person(person), time).require_accepted(200)


@when("{person} tries to check out")
def tries_to_check_out(context, person):
    world = context.world
    world.outcomes.keep(world.attendance.check_out(world.person(person)))


@when("{person} tries to check out of version {int}")
def tries_to_check_out_of_version(context, person, version):
    world = context.world
    world.outcomes.keep(world.attendance.check_out(world.person(person), version=version))


@when("{person} tries to check out of a record that nobody has")
def tries_to_check_out_of_nothing(context, person):
    world = context.world
    world.outcomes.keep(world.attendance.try_to_check_out_of_nothing(world.person(person)))


@when("{person} tries to check {person} out")
def tries_to_check_anothers_out(context, person, other):
    world = context.world
    other = world.person(other)
    world.outcomes.keep(world.attendance.try_to_check_out_of(world.person(person), other))


@when("{person} tries to check out {duration} later at {string}")
def tries_to_check_out_elsewhere(context, person, time, site):
    world = context.world
    place = world.attendance.place_of(world.sites.site(site))
    world.outcomes.keep(world.attendance.check_out_later(world.person(person), time, location=located(place)))


@when("{person} tries to check out {int} times at the same moment")
def tries_to_check_out_at_once(context, person, times):
    world = context.world
    world.outcomes.keep_only(world.attendance.check_out_at_once(world.person(person), times))


@when("{person} checks out with {person}'s device")
def checks_out_with_anothers(context, person, other):
    world = context.world
    device = world.attendance.device_of(world.person(other))
    world.attendance.check_out(world.person(person), device=device).require_accepted(200)


@given("a reviewer has approved nothing yet, but set {person}'s times right")
def times_were_set_right(context, person):
    world = context.world
    world.attendance.set_times_right(world.person(person))


@when("{person} checks out {way} of {string}")
def checks_out_beside(context, person, way, site):
    world = context.world
    site = world.sites.site(site)
    place = away(world.attendance.place_of(site), way)
    world.attendance.check_out(world.person(person), location=located(place)).require_accepted(200)


# What is on the record


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


# Privacy


@then("{person} finds the records of {names} alone")
def finds_records_of(context, reader, people):
    world = context.world
    world.attendance.require_finds(world.person(reader), [world.person(each) for each in people])


@when("{person} tries to read the record of {person}")
def tries_to_read(context, person, other):
    world = context.world
    other = world.person(other)
    world.outcomes.keep(world.attendance.read(world.person(person), other))
