"""Sentences about coming to a site: when, from where, how and by which device."""

from behave import given, when

from support.domain.attendance import located
from support.domain.places import away


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
