"""Sentences about who comes to sites, and where its gates are."""
from datetime import timedelta

from behave import given, when

from support.domain.attendance import WORKDAYS


@given("{person} works at {tenant}")
def works(context, person, tenant):
    context.world.attendance.worker(person, tenant)


@given("{names} work at {tenant}")
def work_at(context, names, tenant):
    for name in names:
        context.world.attendance.worker(name, tenant)


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
