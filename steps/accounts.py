"""Sentences about people: who there is, and how they sign in and out."""

from behave import given, then, when


@given("{person} runs missions at {tenant}")
def runs_missions(context, person, tenant):
    context.world.accounts.operator(person, tenant)


@given("{person} is a/an {role} at {tenant}")
def is_in_role(context, person, role, tenant):
    world = context.world
    acting = world.acting
    world.accounts.in_role(person, role, tenant)
    world.now_acts(acting)


@given("{person} is a/an {role}, {person} a/an {role} and {person} a/an {role} at {tenant}")
def are_in_roles(context, first, role, second, other_role, third, last_role, tenant):
    for person, each in ((first, role), (second, other_role), (third, last_role)):
        is_in_role(context, person, each, tenant)


@given("{person} runs missions at {tenant} with {person}'s e-mail address")
def runs_missions_under_the_same_address(context, person, tenant, other):
    context.world.accounts.operator(person, tenant, email=context.world.person(other).email)


@given("{person} has registered the tenant {tenant}")
@when("{person} registers the tenant {tenant}")
def registers(context, person, tenant):
    context.world.accounts.register(person, tenant)


@when("{person} registers the tenant {tenant} with the password {string}")
def registers_with_password(context, person, tenant, password):
    context.world.accounts.register(person, tenant, password=password)


@when("somebody registers the same account once more")
def registers_again(context):
    context.world.outcomes.keep(context.world.accounts.register_again())


@then("the registration is refused as {refusal}")
def registration_is_refused(context, refusal):
    context.world.outcomes.of("somebody").require_refused(refusal)


@then("{person} is signed in as the administrator of {tenant}")
def is_signed_in_as_administrator(context, person, tenant):
    context.world.accounts.require_signed_in(context.world.person(person), "admin", tenant)


@then("{person} is known as a/an {role} of {tenant}")
def is_known_as(context, person, role, tenant):
    context.world.accounts.require_signed_in(context.world.person(person), role, tenant)


@when("{person} signs in")
def signs_in(context, person):
    context.world.accounts.sign_in(context.world.person(person)).require_accepted(200)


@when("{person} signs in at the host of {tenant}")
def signs_in_at_host(context, person, tenant):
    world = context.world
    world.accounts.sign_in(world.person(person), host_of=world.accounts.tenant(tenant)).require_accepted(200)


@given("{person}, a viewer at {tenant}, comes with a token that claims the role of an {role}")
def comes_with_claimed_role(context, person, tenant, role):
    world = context.world
    world.accounts.claim_role(world.accounts.viewer(person, tenant), role)


@then("{person} is still known as a viewer, with what a viewer may do")
def is_still_a_viewer(context, person):
    world = context.world
    world.accounts.require_rights_of(world.person(person), "viewer")


@given("{person} has signed in a second time, elsewhere")
def has_signed_in_again(context, person):
    context.world.accounts.sign_in(context.world.person(person)).require_accepted(200)


@when("{person} signs out")
def signs_out(context, person):
    context.world.accounts.sign_out(context.world.person(person)).require_accepted()


@then("her first sign-in is as good as before")
def first_sign_in_is_good(context):
    context.world.accounts.require_first_session_open(context.world.person("she"))


@when("{person} signs out and signs in again")
def signs_out_and_in(context, person):
    context.world.accounts.sign_out(context.world.person(person)).require_accepted()
    context.world.accounts.sign_in(context.world.person(person)).require_accepted()


@when("{person} tries to sign in with a wrong password")
def signs_in_with_wrong_password(context, person):
    world = context.world
    world.outcomes.keep(world.accounts.sign_in(world.person(person), password=world.data.password()))


@when("then with an address that nobody has")
def signs_in_with_unknown_address(context):
    world = context.world
    world.outcomes.keep(world.accounts.sign_in(world.person("she"), email=world.data.email("nobody")))


@when("{person} tries to sign in without an e-mail")
def signs_in_without_email(context, person):
    context.world.outcomes.keep(context.world.accounts.sign_in(context.world.person(person), without="email"))


@when("{person} tries to sign in without a password")
def signs_in_without_password(context, person):
    context.world.outcomes.keep(context.world.accounts.sign_in(context.world.person(person), without="password"))


@when("{person} tries to sign in without a tenant")
def signs_in_without_tenant(context, person):
    context.world.outcomes.keep(context.world.accounts.sign_in(context.world.person(person), tenant=None))


@then("both are refused as {refusal}, in the same words")
def both_refused_alike(context, refusal):
    context.world.accounts.require_same_refusal(context.world.outcomes.last(2), refusal)


@then("{person} gets an access token for {int} seconds and a refresh token for {int} seconds")
def gets_tokens(context, person, access_seconds, refresh_seconds):
    context.world.accounts.require_token_lives(context.world.person(person), access_seconds, refresh_seconds)


@then("{person} is told who she is, her tenant, and that this is not her first sign-in")
def is_told_who_she_is(context, person):
    context.world.accounts.require_told_who(context.world.person(person), first_sign_in=False)


@when("{person} renews her sign-in")
def renews(context, person):
    context.world.accounts.refresh(context.world.person(person)).require_accepted()


@when("somebody renews it with the token that was given first")
def renews_with_first_token(context):
    world = context.world
    world.outcomes.keep(world.accounts.refresh_with_first_token(world.person("she")))


@when("{person} signs in with her address in capitals")
def signs_in_in_capitals(context, person):
    world = context.world
    who = world.person(person)
    world.accounts.sign_in(who, email=who.email.upper()).require_accepted(200)


@then("the first {word} token of {person} is still good")
def token_is_good(context, kind, person):
    context.world.accounts.require_token_good(context.world.person(person), kind)


@then("the first {word} token of {person} is worth nothing")
def token_is_worthless(context, kind, person):
    context.world.accounts.require_token_worthless(context.world.person(person), kind)


@when("somebody renews it with the token that was used already")
def renews_with_used_token(context):
    context.world.outcomes.keep(context.world.accounts.refresh_with_used_token(context.world.person("she")))


@when("her sign-in is renewed twice at the same moment")
def renews_twice_at_once(context):
    context.world.outcomes.keep_only(context.world.accounts.refresh_at_once(context.world.person("she"), 2))


@then("neither her new access token nor her new refresh token is worth anything")
def tokens_are_worthless(context):
    context.world.accounts.require_session_over(context.world.person("she"))


@when("a stranger asks for a profile without a token")
def stranger_asks(context):
    context.world.outcomes.keep(context.world.accounts.profile_without_token())


@then("the stranger is refused as {refusal}")
def stranger_is_refused(context, refusal):
    context.world.outcomes.of("a stranger").require_refused(refusal)


@given("{person} has mistyped her password {int} time(s)")
@when("{person} has mistyped her password {int} time(s)")
def has_mistyped(context, person, times):
    context.world.accounts.mistype(context.world.person(person), times)


@when("her password is mistyped {int} times at the same moment")
def mistyped_at_once(context, times):
    world = context.world
    world.outcomes.keep_only(world.accounts.mistype_at_once(world.person("she"), times))


@then("{int} of them are refused as {refusal}, and {int} as {refusal}")
def refused_in_two_ways(context, count, refusal, other_count, other_refusal):
    context.world.outcomes.require_refused_in_ways({refusal: count, other_refusal: other_count})


@when("{person} tries to sign in")
def tries_to_sign_in(context, person):
    context.world.outcomes.keep(context.world.accounts.sign_in(context.world.person(person)))


@then("{person} is locked out for another {duration}")
def is_locked_out(context, person, time):
    context.world.accounts.require_locked_out(context.world.tried(person), time)


@when("the same account is registered {int} times at the same moment")
def registered_at_once(context, times):
    world = context.world
    world.outcomes.keep_only(world.accounts.register_at_once("Harbour North", times))


@then("its administrator is the only person there")
def only_person_there(context):
    context.world.accounts.require_alone(context.world.outcomes.all)


@when("somebody tries to register with a password {password}")
def registers_with_password_like(context, kind):
    world = context.world
    email = world.data.email("somebody")
    world.outcomes.keep(world.accounts.try_to_register(
        "somebody", "Harbour North", email=email, password=world.data.password_like(kind, email)))
