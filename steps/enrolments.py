"""Sentences about letting the own face be known."""

from behave import given, then, when


@given("{person} has had his/her face enrolled")
def has_had_enrolled(context, person):
    world = context.world
    world.enrolments.enrol(world.person(person)).require_accepted(201)


@given("the face service finds the photos of {person} {decimal} good")
def finds_good(context, person, quality):
    world = context.world
    world.enrolments.find_good(world.person(person), quality)


@when("{person} tries to have his/her face enrolled by {photos}")
def tries_to_enrol(context, person, photos):
    world = context.world
    world.outcomes.keep(world.enrolments.enrol(world.person(person), photos))


@when("{person} takes his/her face back")
def takes_back(context, person):
    world = context.world
    world.enrolments.take_back(world.person(person)).require_accepted(204)


@when("the photos of {tenant} that were kept long enough are looked for")
def photos_are_looked_for(context, tenant):
    world = context.world
    world.schedules.run("attendance.photos_purge", world.accounts.tenant(tenant))


@then("the face of {person} is enrolled with a quality of {decimal}")
def is_enrolled(context, person, quality):
    world = context.world
    world.enrolments.require_enrolled(world.person(person), quality)


@then("the face of {person} is not enrolled")
def is_not_enrolled(context, person):
    context.world.enrolments.require_not_enrolled(context.world.person(person))


@then("the face service was asked nothing about {person}")
def asked_nothing(context, person):
    context.world.enrolments.require_asked_nothing(context.world.person(person))


@then("the face service is told to forget {person}")
def told_to_forget(context, person):
    context.world.enrolments.await_forgotten(context.world.person(person))


@then("the photo of {person} is kept")
def photo_is_kept(context, person):
    context.world.kept_photos.require(context.world.person(person), 1)


@then("by itself the photo of {person} goes")
def photo_goes(context, person):
    context.world.kept_photos.await_none(context.world.person(person))


@then("the photo of {person} is gone, and the record says so")
def photo_is_gone(context, person):
    context.world.kept_photos.require(context.world.person(person), 0)
