"""Sentences about faces: what the face service makes of a photo, and what follows."""

from behave import given, then, when

from support.domain.attendance import located
from support.domain.places import away


@given("the face service knows {person}")
def knows(context, person):
    world = context.world
    world.faces.know(world.person(person))


@given("the face service finds {person}'s photo at a distance of {decimal}, {decimal} alive and {decimal} certain")
def finds(context, person, distance, liveness, confidence):
    world = context.world
    world.faces.know(world.person(person), distance=distance, liveness=liveness, confidence=confidence)


@given("the face service {odd_answer}")
def answers_oddly(context, odd):
    status, content = odd
    context.world.faces.service.answer_with(status, content)


@given("the face service answers {int} time(s) that it is busy")
def is_busy_for_a_while(context, times):
    context.world.faces.service.answer_with(503, times=times)


@given("the face service takes its time to answer")
def takes_its_time(context):
    context.world.faces.service.hold()


@given("the face service is away")
def is_away(context):
    context.world.faces.service.go_away()


@when("the face service is well again")
def is_well_again(context):
    context.world.faces.service.come_back()


@given("{person} has tried {int} times to check in at {string} with a photo, and found the face service in trouble")
def has_tried_in_vain(context, person, times, site):
    world = context.world
    world.faces.try_in_vain(world.person(person), world.sites.site(site), times)


@when("{person} tries to check in at {string} with a photo")
def tries_with_photo(context, person, site):
    world = context.world
    world.outcomes.keep(world.faces.check_in(world.person(person), world.sites.site(site)))


@when("{person} tries to check in at {string} with a photo, within {int} seconds")
def tries_with_photo_within(context, person, site, seconds):
    world = context.world
    world.outcomes.keep(world.faces.check_in_within(world.person(person), world.sites.site(site), seconds))


@when("{person} tries to check in {way} of {string} with a photo")
def tries_with_photo_beside(context, person, way, site):
    world = context.world
    site = world.sites.site(site)
    world.outcomes.keep(world.faces.check_in(world.person(person), site,
                                             location=located(away(world.attendance.place_of(site), way))))


@when("{person} tries to check in at {string} with the device {string} and a photo")
def tries_with_device_and_photo(context, person, site, device):
    world = context.world
    world.outcomes.keep(world.faces.check_in(world.person(person), world.sites.site(site),
                                             device={"device_id": device}))


@given("{person} is in at {string} with the device {string} and a photo")
def is_in_with_device_and_photo(context, person, site, device):
    world = context.world
    person = world.person(person)
    world.faces.know(person)
    world.faces.check_in(person, world.sites.site(site), device={"device_id": device}).require_accepted(201)


@given("{person} has checked in at {string} with a photo")
@when("{person} checks in at {string} with a photo")
def checks_in_with_photo(context, person, site):
    world = context.world
    world.faces.check_in(world.person(person), world.sites.site(site)).require_accepted(201)


@when("{person} tries to check in at {string} with {anything} for a photo")
def tries_with_something(context, person, site, what):
    world = context.world
    world.outcomes.keep(world.faces.check_in_with(world.person(person), world.sites.site(site), what))


@then("{person} is refused since the face is {face_faults}")
def face_is_refused(context, person, faults):
    context.world.attendance.require_face_refused(context.world.tried(person), faults)


@then("{person} is refused since the face service is in trouble")
def service_in_trouble(context, person):
    context.world.attendance.require_service_in_trouble(context.world.tried(person))


@then("the face service was asked once about {person}")
def asked_once(context, person):
    world = context.world
    world.faces.require_asked_once(world.person(person))


@then("the face service was tried three times, and each time by the same name")
def tried_alike(context):
    world = context.world
    world.faces.require_tried_alike(world.person("he"))


@then("the face service was not asked about {person}")
def not_asked(context, person):
    world = context.world
    world.faces.require_not_asked(world.person(person))


@then("the face service was left alone, after {int} question(s) about {person}")
def left_alone(context, times, person):
    world = context.world
    world.faces.require_not_asked(world.person(person), times)
