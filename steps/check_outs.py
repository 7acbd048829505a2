"""Sentences about leaving a site again."""

from behave import given, when

from support.domain.attendance import located
from support.domain.places import away


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
