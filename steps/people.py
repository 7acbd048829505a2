"""Sentences about what people are and may do, and about their own record, password and sign-ins."""

from behave import given, then, when


@then("{person} finds her own e-mail, name, role, rights and tenant")
def finds_own_record(context, person):
    context.world.own_record.require_found(context.world.person(person))


@when("{person} tries to change her own {word} to {string}")
def tries_to_change_own(context, person, field, value):
    world = context.world
    world.outcomes.keep(world.own_record.try_to_change(world.person(person), **{field: value}))


# Sign-ins

@given("{person} has signed in with {string}")
def has_signed_in_with(context, person, browser):
    world = context.world
    world.accounts.sign_in(world.person(person), browser=browser).require_accepted(200)


@then("{person} finds three sign-ins, the last two with {string} and {string}")
def finds_three_sign_ins(context, person, one, other):
    world = context.world
    world.own_record.require_sign_ins(world.person(person), [world.own_record.usual_browser, one, other])


@then("{person} finds two sign-ins, with {string} and {string}")
def finds_two_sign_ins(context, person, one, other):
    world = context.world
    world.own_record.require_sign_ins(world.person(person), [one, other])


@when("{person} ends the first of them")
def ends_first(context, person):
    world = context.world
    who = world.person(person)
    world.own_record.end_first_sign_in(who).require_accepted(204)


@when("{person} tries to end it again")
def ends_it_again(context, person):
    world = context.world
    world.outcomes.keep(world.own_record.end_the_same_again(world.person(person)))


@when("{person} tries to end {person}'s sign-in")
def ends_anothers(context, person, other):
    world = context.world
    world.outcomes.keep(world.own_record.try_to_end_sign_in_of(world.person(person), world.people[other]))


# The password

@when("{person} changes her password")
def changes_password(context, person):
    world = context.world
    world.own_record.try_to_change_password(world.person(person), world.data.password()).require_accepted(204)


@when("{person} tries to change her password with a wrong one as the present one")
def changes_password_without_knowing_it(context, person):
    world = context.world
    world.outcomes.keep(world.own_record.try_to_change_password(
        world.person(person), world.data.password(), current=world.data.password()))


@when("{person} tries to change her password to one {password}")
def changes_password_to(context, person, kind):
    world = context.world
    who = world.person(person)
    world.outcomes.keep(world.own_record.try_to_change_password(who, world.data.password_like(kind, who.email)))


@when("{person} changes her password twice at the same moment")
def changes_password_twice(context, person):
    world = context.world
    world.outcomes.keep_only(world.own_record.change_password_at_once(world.person(person), 2))


@then("only her new password signs her in")
@then("only her old password signs her in")
@then("only the password of her first acceptance signs her in")
def only_one_password(context):
    context.world.own_record.require_only_password(context.world.person("she"))


# Administrators

@given("{person}, a viewer at {tenant}, has signed in")
def viewer_is_there(context, person, tenant):
    context.world.accounts.viewer(person, tenant)


@when("{person} makes {person} a/an {role}")
def gives_role(context, person, other, role):
    world = context.world
    world.administration.change(world.people[person], world.people[other], role=role)
    world.now_acts(world.people[other])


@when("{person} deactivates {person}")
def deactivates(context, person, other):
    world = context.world
    world.administration.change(world.people[person], world.people[other], status="deactivated")
    world.now_acts(world.people[other])


@when("{person} makes {person} active again")
def activates(context, person, other):
    world = context.world
    world.administration.change(world.people[person], world.people[other], status="active")
    world.now_acts(world.people[other])


@when("{person} tries to change {person}'s {word} to {string}")
def tries_to_change(context, person, other, field, value):
    world = context.world
    world.outcomes.keep(world.administration.try_to_change(world.person(person), world.people[other], **{field: value}))


@when("{person} and {person} demote each other at the same moment")
def demote_each_other(context, person, other):
    world = context.world
    world.outcomes.keep_only(world.administration.demote_each_other_at_once(world.person(person), world.person(other)))


@then("{tenant} has {int} active administrator(s)")
def has_administrators(context, tenant, count):
    world = context.world
    world.administration.require_administrators(world.accounts.tenant(tenant), count, world.person("she"))


@then("{person} finds {person} an active {role}")
def finds_active(context, person, other, role):
    world = context.world
    world.administration.require_record(world.person(person), world.people[other], role=role, status="active")


@then("{person} finds {person} locked for another {duration}")
def finds_locked(context, person, other, time):
    world = context.world
    world.administration.require_locked(world.people[person], world.people[other], time)


@then("{person} is known as a/an {role} of {tenant}, with a/an {role}'s rights")
def known_with_rights(context, person, role, tenant, of_role):
    world = context.world
    world.accounts.require_signed_in(world.person(person), role, tenant)
    world.accounts.require_rights_of(world.person(person), of_role)


@when("{person} tries to rename the tenant to {string}")
def tries_to_rename_tenant(context, person, name):
    world = context.world
    world.outcomes.keep(world.administration.try_to_rename_tenant(world.person(person), name))


@then("the tenant of {person} is still called {string}")
def tenant_is_called(context, person, name):
    world = context.world
    world.administration.require_tenant_name(world.people[person], name)


@then("whatever {person} may not do is refused in the same words, which name no right and no role")
def refusals_tell_nothing(context, person):
    context.world.administration.require_refusals_tell_nothing(context.world.person(person))
