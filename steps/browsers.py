"""Sentences about people at a browser: its cookie, and what it writes."""

from behave import given, then, when


@given("{person} has signed in with a browser")
def has_signed_in_with_browser(context, person):
    context.world.browsers.sign_in(context.world.person(person))


@then("her browser shows her where she is signed in")
def browser_is_good(context):
    context.world.browsers.require_good(context.world.person("she"))


@when("{person} signs out in her browser")
def signs_out_in_browser(context, person):
    world = context.world
    outcome = world.browsers.sign_out(world.person(person))
    outcome.require_accepted(204)
    world.outcomes.keep(outcome)


@then("neither her browser's cookie nor its tokens are worth anything")
def browser_is_over(context):
    context.world.browsers.require_over(context.world.person("she"))


@then("her browser is told to forget its cookie")
def cookie_is_forgotten(context):
    context.world.browsers.require_forgotten(context.world.tried("she"))


@then("her browser keeps its cookie from scripts and from other sites")
def cookie_is_guarded(context):
    context.world.browsers.require_cookie_guarded(context.world.person("she"))


@when("{person} changes her name in her browser with its CSRF token")
def writes(context, person):
    world = context.world
    who = world.person(person)
    world.outcomes.keep(world.browsers.rename(who, world.browsers.of(who).csrf_token))


@when("{person} changes her name in her browser without a CSRF token")
def writes_without(context, person):
    context.world.outcomes.keep(context.world.browsers.rename(context.world.person(person), None))


@when("{person} changes her name in her browser with another's CSRF token")
def writes_with_anothers(context, person):
    world = context.world
    world.outcomes.keep(world.browsers.rename_with_anothers_token(world.person(person)))


@then("her name is as it was")
def name_is_as_it_was(context):
    context.world.browsers.require_name(context.world.person("she"), changed=False)


@then("her name is another now")
def name_is_another(context):
    context.world.browsers.require_name(context.world.person("she"), changed=True)


@when("her browser comes with a token that cannot be read")
def browser_with_a_bad_token(context):
    world = context.world
    world.outcomes.keep(world.browsers.read_sign_ins(world.person("she"), authorization="Bearer garbage"))


@when("{person}'s browser comes with {person}'s token")
def browser_with_anothers_token(context, person, other):
    world = context.world
    world.outcomes.keep(world.browsers.read_profile_with(world.person(person), world.people[other]))


@then("it is {person} who is answered")
def who_is_answered(context, person):
    context.world.browsers.require_answered(context.world.person(person), context.world.outcomes.last()[0])


@then("her browser's cookie is good")
def cookie_is_good(context):
    context.world.browsers.require_good(context.world.person("she"))


@then("her browser's cookie is worth nothing")
def cookie_is_worthless(context):
    context.world.browsers.require_worthless(context.world.person("she"))


@when("{person} uses her browser every {duration} for {duration}")
def uses_browser(context, person, pause, whole):
    context.world.browsers.use_every(context.world.person(person), pause, whole)
