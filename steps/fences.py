"""Sentences about the fences of sites, and about asking whether a place is inside one."""

from behave import given, then, when


@given("{tenant} has the site {string} with a fence of {int} metres around its gate")
def has_circle(context, tenant, name, radius):
    world = context.world
    world.fences.have_circle(world.accounts.tenant(tenant), name, radius)


@given("{tenant} has the site {string} with a fence of {int} metres around its gate that is switched off")
def has_circle_switched_off(context, tenant, name, radius):
    world = context.world
    world.fences.have_circle(world.accounts.tenant(tenant), name, radius, active=False)


@given("{tenant} has the site {string} with a fence of {int} metres around its gate, and {int} more that are forgiven")
def has_circle_forgiving(context, tenant, name, radius, forgiven):
    world = context.world
    world.fences.have_circle(world.accounts.tenant(tenant), name, radius, hysteresis_m=forgiven)


@given("{tenant} has the site {string} with a fence along its yard, which has a notch")
def has_yard(context, tenant, name):
    world = context.world
    world.fences.have_yard(world.accounts.tenant(tenant), name)


@given("{tenant} has the site {string} without a fence")
def has_no_fence(context, tenant, name):
    world = context.world
    world.fences.have_none(world.accounts.tenant(tenant), name)


@given("{tenant} has the site {string} without a fence, which permits {int} metres")
def has_permitted_distance(context, tenant, name, metres):
    world = context.world
    world.fences.have_none(world.accounts.tenant(tenant), name, permissible_distance_m=metres)


@given("{tenant} has the site {string}, and nobody has said where it is")
def is_nowhere(context, tenant, name):
    world = context.world
    world.fences.have_nowhere(world.accounts.tenant(tenant), name)


@when("{person} asks whether {way} of {string} is inside")
def asks(context, person, way, name):
    world = context.world
    world.outcomes.keep(world.fences.ask(world.person(person), name, way))


@then("{person} is told that this is {inside}, {int} metres away as {fence_kind} has it")
def is_told(context, person, is_inside, metres, kind):
    world = context.world
    world.fences.require_told(world.tried(person), is_inside, metres, kind)


@then("{person} is told that this is inside, since there is no fence")
def is_told_of_no_fence(context, person):
    world = context.world
    world.fences.require_told(world.tried(person), True, None, "none")


@when("{person} tries to check in {way} of {string}")
def tries_to_check_in_from(context, person, way, name):
    world = context.world
    world.outcomes.keep(world.fences.check_in(world.person(person), name, way))


@when("{person} tries to check in {way} of {string} by the wish of {person}")
def tries_to_check_in_by_wish(context, person, way, name, whose):
    world = context.world
    wish = world.overrides.wish_of(world.person(whose))
    world.outcomes.keep(world.fences.check_in(world.person(person), name, way, override_id=wish["id"]))


@then("{person} is turned away, {int} metres outside")
def is_turned_away(context, person, metres):
    world = context.world
    world.fences.require_turned_away(world.tried(person), metres)


@then("the record of {person} says that he/she was {inside}")
def record_says_side(context, person, is_inside):
    context.world.fences.require_side(context.world.person(person), is_inside)


@then("the record of {person} says that he/she was outside, by that wish, with the sign {word} of {float}")
def record_says_outside_by_wish(context, person, sign, weight):
    world = context.world
    whose = world.person(person)
    world.fences.require_outside_by_wish(whose, world.overrides.wish_of(whose), sign, weight)


@then("nobody has checked in at {tenant}")
def nobody_has_checked_in(context, tenant):
    world = context.world
    world.fences.require_nobody_in(world.accounts.tenant(tenant))
