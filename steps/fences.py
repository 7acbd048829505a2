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
