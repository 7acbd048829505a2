"""Sentences about approvals: what a mission asks before a risky step, and who decides."""

from behave import given, then, when


@given("{mission} waits for approval")
def waits_for_approval(context, mission):
    context.world.approvals.await_asked_or_start(context.world.mission(mission))


@then("{mission} waits for approval of {string} at its {positions} target")
def waits_for_approval_of(context, mission, title, positions):
    world = context.world
    world.approvals.require_asks_for(world.mission(mission), world.knowledge.rule(title), positions[0])


@when("{person} {decides} it")
@given("{person} {decides} it")
def decides_it(context, person, decision):
    world = context.world
    world.approvals.decide(world.mission("it"), decision, world.person(person)).require_accepted(200)


@given("{person} {decides} it with the words {string}")
@when("{person} {decides} it with the words {string}")
def decides_with_words(context, person, decision, words):
    world = context.world
    outcome = world.approvals.decide(world.mission("it"), decision, world.person(person), words)
    outcome.require_accepted(200)
    world.outcomes.keep(outcome)


@when("{person} {decides} it with these words")
def decides_with_these_words(context, person, decision):
    world = context.world
    world.noted["words"] = context.text
    world.outcomes.keep(world.approvals.decide(world.mission("it"), decision, world.person(person), context.text))


@then("{person} is answered with the decision: {approval_state}, by her, with these words unchanged")
def is_answered_with_these_words(context, person, state):
    world = context.world
    world.approvals.require_decision(world.tried(person), state, world.person(person), world.noted["words"])


@when("{person} tries to {decide} it")
def tries_to_decide(context, person, decision):
    world = context.world
    world.outcomes.keep(world.approvals.try_to_decide(world.mission("it"), decision, world.person(person)))


@when("{person} tries to {decide} the same once more")
def tries_to_decide_again(context, person, decision):
    world = context.world
    world.outcomes.keep(world.approvals.decide(world.mission("it"), decision, world.person(person), "Said again"))


@when("{person}, a/an {role} at {tenant}, tries to {decide} it")
def somebody_tries_to_decide(context, person, role, tenant, decision):
    world = context.world
    somebody = world.accounts.in_role(person, role, tenant)
    world.outcomes.keep(world.approvals.try_to_decide(world.mission("it"), decision, somebody))


@when("{person} tries to reject it with no reason")
def tries_to_reject_without_reason(context, person):
    world = context.world
    world.outcomes.keep(world.approvals.decide(world.mission("it"), "reject", world.person(person)))


@when("{person} tries to reject it with a reason of {int} character(s)")
def tries_to_reject_with_reason(context, person, length):
    world = context.world
    world.outcomes.keep(world.approvals.decide(world.mission("it"), "reject", world.person(person), "r" * length))


@when("{person} approves and {person} rejects it at the same moment")
def decide_at_once(context, approving, rejecting):
    world = context.world
    decisions = {"approve": world.person(approving), "reject": world.person(rejecting)}
    world.outcomes.keep_only(world.approvals.decide_at_once(world.mission("it"), decisions))


@when("{person} tries to {decide} what {mission} asks for through {mission}")
def tries_to_decide_through(context, person, decision, mission, through):
    world = context.world
    world.outcomes.keep(world.approvals.decide_through(
        world.mission(through), world.mission(mission), decision, world.person(person), "Through the side door"))


@then("{person} is answered with the decision: {approval_state}, by her, with the words {string}")
def is_answered_with_decision(context, person, state, words):
    world = context.world
    world.approvals.require_decision(world.tried(person), state, world.person(person), words)


@then("the approval is still {approval_state}")
@then("the approval is now {approval_state}")
def approval_is(context, state):
    context.world.approvals.require_state(context.world.mission("it"), state)


@then("what {mission} asks for is still {approval_state}")
def what_it_asks_for_is(context, mission, state):
    context.world.approvals.require_state(context.world.mission(mission), state)


@then("the approval is open for {duration}")
def approval_is_open_for(context, time):
    context.world.approvals.require_open_for(context.world.mission("it"), time)


@then("{person} is refused, since a/an {approval_state} approval can become nothing else")
def is_refused_as_decided(context, person, state):
    context.world.tried(person).require_refused_from(state, [])


@then("the decision that was accepted stands")
def accepted_decision_stands(context):
    context.world.approvals.require_accepted_one(context.world.mission("it"), context.world.outcomes.all)


@then("the decision of {person} stands")
def decision_stands(context, person):
    context.world.approvals.require_stands(context.world.mission("it"), context.world.person(person))
