"""Sentences about invitations: who is invited, what the mail says, and what its link is good for."""

from behave import given, then, when


@given("{person} has invited {person} as a/an {role}")
@when("{person} invites {person} as a/an {role}")
def invites(context, person, name, role):
    context.world.invitations.invite(context.world.person(person), name, role)


@when("{person} invites {person} under the name {string}")
def invites_by_name(context, person, name, full_name):
    context.world.invitations.invite(context.world.person(person), name, "viewer", full_name=full_name)


@when("{person} invites {person} as a/an {role} with the same e-mail")
def invites_again(context, person, name, role):
    world = context.world
    world.invitations.invite(world.person(person), name, role, email=world.invitations.of(name).person.email)


@when("{person} tries to invite {person} as a/an {role}")
def tries_to_invite(context, person, name, role):
    world = context.world
    who = world.person(person)
    world.noted["people"] = world.invitations.count_people(who.tenant)
    world.outcomes.keep(world.invitations.try_to_invite(who, name, role))


@when("{person} tries to invite somebody with {person}'s e-mail in capitals")
def tries_to_invite_again(context, person, other):
    world = context.world
    world.outcomes.keep(world.invitations.try_to_invite(
        world.person(person), "somebody", "viewer", email=world.people[other].email.upper()))


@when("{person} invites {person} {int} times at the same moment")
def invites_at_once(context, person, name, times):
    world = context.world
    world.outcomes.keep_only(world.invitations.invite_at_once(world.person(person), name, times))


@then("within {int} seconds {person} gets her mail")
def gets_mail_within(context, seconds, name):
    context.world.invitations.await_mail(name, seconds)


@then("{person} got one mail, and no more")
def got_one_mail(context, name):
    context.world.invitations.require_same_mail(name, 1)


@then("nobody was invited at {tenant}")
def nobody_was_invited(context, tenant):
    world = context.world
    world.invitations.require_none(world.accounts.tenant(tenant), world.noted["people"])


@given("{person} has got her mail")
def has_got_mail(context, name):
    context.world.invitations.link(name)


@then("{person}'s mail says who invites her to what, and has one link")
def mail_says(context, name):
    context.world.invitations.require_mail(name)


@given("mail to {person} will be turned away {int} times")
def mail_is_turned_away(context, name, times):
    context.world.invitations.let_mail_be_turned_away(name, times)


@then("the same mail to {person} is tried {int} times")
def mail_is_tried(context, name, times):
    context.world.invitations.require_same_mail(name, times)


@when("{person} follows the link in her mail and signs in")
def joins(context, name):
    context.world.invitations.accept(name)


@given("{person} has followed the link in her mail")
def has_accepted(context, name):
    context.world.invitations.try_to_accept(name).require_accepted(200)


@when("{person} tries to accept")
def tries_to_accept(context, name):
    world = context.world
    world.now_acts(world.people[name])
    world.outcomes.keep(world.invitations.try_to_accept(name))


@when("{person} tries to accept with the {word} {string}")
def tries_to_accept_with(context, name, field, value):
    world = context.world
    world.now_acts(world.people[name])
    world.outcomes.keep(world.invitations.try_to_accept(name, **{field: value}))


@when("{person} tries to accept with another password")
def tries_to_accept_again(context, name):
    world = context.world
    world.now_acts(world.people[name])
    world.outcomes.keep(world.invitations.try_to_accept(name, password=world.data.password()))


@when("{person} tries to accept with a password {password}")
def tries_to_accept_with_password(context, name, kind):
    world = context.world
    who = world.now_acts(world.people[name])
    world.outcomes.keep(world.invitations.try_to_accept(name, password=world.data.password_like(kind, who.email)))


@when("{person} tries to accept with the link of her first mail")
def tries_to_accept_first_link(context, name):
    world = context.world
    world.now_acts(world.people[name])
    world.outcomes.keep(world.invitations.try_to_accept(name, world.invitations.link(name, 1)))


@when("{person}'s link is used {int} times at the same moment")
def accept_at_once(context, name, times):
    world = context.world
    world.outcomes.keep_only(world.invitations.accept_at_once(name, times))


@when("{person} sends {person}'s invitation again")
def sends_again(context, person, name):
    context.world.invitations.try_to_resend(context.world.person(person), name).require_accepted(200)


@given("{person} has taken {person}'s invitation back")
@when("{person} takes {person}'s invitation back")
def takes_back(context, person, name):
    context.world.invitations.try_to_revoke(context.world.person(person), name).require_accepted(204)


@when("{person} tries to resend {person}'s invitation")
def tries_to_resend(context, person, name):
    world = context.world
    world.outcomes.keep(world.invitations.try_to_resend(world.person(person), name))


@when("{person} tries to revoke {person}'s invitation")
def tries_to_revoke(context, person, name):
    world = context.world
    world.outcomes.keep(world.invitations.try_to_revoke(world.person(person), name))


@then("the invitation of {person} is {word}")
def invitation_is(context, name, status):
    world = context.world
    world.invitations.require_listed(world.invitations.of(name).inviter, name, status)


@then("{person} is refused since it is {word}, from which it can become nothing")
def refused_at_its_end(context, person, state):
    context.world.tried(person).require_refused_from(state, [])
