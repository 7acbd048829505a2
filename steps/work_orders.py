"""Sentences about work orders: writing, deciding and doing them, and what is then true of them."""

from behave import given, then, when

from support.domain import work_order_words as words
from support.domain.tables import rows


@given("{person} has drafted {order}")
def has_drafted(context, person, title):
    world = context.world
    world.work_orders.draft(title, world.person(person))


@given("{person} has drafted {order} as follows")
def has_drafted_as_follows(context, person, title):
    world = context.world
    fields = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    author = world.person(person)
    world.work_orders.draft(title, author, **world.work_orders.fields(fields, author.tenant))


@given("{person} has submitted {order} as follows")
def has_submitted_as_follows(context, person, title):
    world = context.world
    has_drafted_as_follows(context, person, title)
    world.work_orders.do("submit", world.work_orders.order(title), world.person(person))


@given("{person} has {order}, which is {order_state}")
def has_in_state(context, person, title, state):
    world = context.world
    world.work_orders.in_state(title, world.person(person), state)


@given("{person} has {order} at {string}, which is {order_state}")
def has_at_site_in_state(context, person, title, site, state):
    world = context.world
    order = world.work_orders.in_state(title, world.person(person), state, site_id=world.sites.site(site).id)
    world.work_orders.note(order)


@given("{person} has {order}, which is {order_state}, for {person}")
def has_for_worker_in_state(context, person, title, state, worker):
    world = context.world
    world.work_orders.in_state(title, world.person(person), state, assignee_id=world.people[worker].id)


@given("{person} has {order} with the checklist {string}, which is {order_state}, for {person}")
def has_with_checklist_in_state(context, person, title, checklist, state, worker):
    world = context.world
    world.work_orders.in_state(title, world.person(person), state, assignee_id=world.people[worker].id,
                               line_items=words.items(checklist))


@given("{person} has {order} with a permit that {person} verifies, which is {order_state}")
def has_with_permit_in_state(context, person, title, verifier, state):
    world = context.world
    world.work_orders.in_state(title, world.person(person), state, verifier=world.people[verifier])


@given("{person} has drafted {int} orders")
def has_drafted_many(context, person, count):
    world = context.world
    world.work_orders.draft_many(world.person(person), count)


@when("{person} tries to draft {order} with the {word} {string}")
def tries_to_draft_with(context, person, title, field, value):
    world = context.world
    author = world.person(person)
    fields = world.work_orders.fields({field: value}, author.tenant)
    world.outcomes.keep(world.work_orders.try_to_draft(title, author, **fields))


@when("{person} tries to draft {order} without a title")
def tries_to_draft_untitled(context, person, title):
    world = context.world
    world.outcomes.keep(world.work_orders.try_to_draft(title, world.person(person), without="title"))


@when("{person} tries to draft {order} that is due {int} second(s) after its planned start")
def tries_to_draft_due(context, person, title, seconds):
    world = context.world
    world.outcomes.keep(world.work_orders.try_to_draft_due(title, world.person(person), seconds))


@given("{person} {order_does} {order}")
@when("{person} {order_does} {order}")
def does(context, person, verb, title):
    world = context.world
    world.work_orders.do(verb, world.work_orders.order(title), world.person(person))


@given("{person} {order_does} {order} with the words {string}")
@when("{person} {order_does} {order} with the words {string}")
def does_with_words(context, person, verb, title, comment):
    world = context.world
    world.work_orders.do(verb, world.work_orders.order(title), world.person(person), comment)


@given("{person} and {person} verify {order}")
def both_verify(context, first, second, title):
    world = context.world
    for person in (first, second):
        world.work_orders.do("verify", world.work_orders.order(title), world.person(person))


@when("{person} tries to {order_verb} {order}")
@when("{person} tries to {order_verb} {order} once more")
def tries(context, person, verb, title):
    world = context.world
    world.outcomes.keep(world.work_orders.try_it(verb, world.work_orders.order(title), world.person(person)))


@when("{person} tries to {order_verb} {order} with a comment of {int} character(s)")
def tries_with_comment_of(context, person, verb, title, length):
    world = context.world
    world.outcomes.keep(world.work_orders.try_it(verb, world.work_orders.order(title), world.person(person),
                                                 comment="x" * length))


@when("{person} tries to {order_verb} {order} without a comment")
def tries_without_comment(context, person, verb, title):
    world = context.world
    world.outcomes.keep(world.work_orders.try_it(verb, world.work_orders.order(title), world.person(person),
                                                 without="comment"))


@when("{person} tries to say no to the permit of {order} without a comment")
def tries_to_refuse_permit(context, person, title):
    world = context.world
    world.outcomes.keep(world.work_orders.try_it("verify", world.work_orders.order(title), world.person(person),
                                                 decision="rejected"))


@when("{person} says no to the permit of {order} with the words {string}")
def refuses_permit(context, person, title, comment):
    world = context.world
    world.work_orders.attempt("verify", world.work_orders.order(title), world.person(person), comment,
                              decision="rejected").require_accepted(200)


@when("{person} tries to read {order}")
def tries_to_read(context, person, title):
    world = context.world
    world.outcomes.keep(world.work_orders.attempt("read", world.work_orders.order(title), world.person(person)))


@when("{person} tries to {order_verbs} {order}, each in its turn")
def tries_each(context, person, verbs, title):
    world = context.world
    order = world.work_orders.order(title)
    world.outcomes.keep_only([world.work_orders.try_it(verb, order, world.person(person)) for verb in verbs])


@when("{person} tries to change, {order_verbs} {order}")
def tries_to_change_and_do_each(context, person, verbs, title):
    world = context.world
    order = world.work_orders.order(title)
    world.outcomes.keep_only([world.work_orders.try_it(verb, order, world.person(person)) for verb in ("change", *verbs)])


@given("{person} assigns {order} to {person}")
@when("{person} assigns {order} to {person}")
def assigns(context, person, title, worker):
    world = context.world
    world.work_orders.assign(world.work_orders.order(title), world.person(person),
                             world.people[worker]).require_accepted(200)


@when("{person} tries to assign {order} to {person}")
def tries_to_assign(context, person, title, worker):
    world = context.world
    order = world.work_orders.order(title)
    world.work_orders.note(order)
    world.outcomes.keep(world.work_orders.assign(order, world.person(person), world.people[worker]))


@when("{person} changes the {word} of {order} to {string}")
def changes(context, person, field, title, value):
    world = context.world
    who = world.person(person)
    world.work_orders.attempt("change", world.work_orders.order(title), who,
                              **world.work_orders.fields({field: value}, who.tenant)).require_accepted(200)


@when("{person} tries to change the {word} of {order} to {string}")
def tries_to_change(context, person, field, title, value):
    world = context.world
    who = world.person(person)
    world.outcomes.keep(world.work_orders.try_it("change", world.work_orders.order(title), who,
                                                 **world.work_orders.fields({field: value}, who.tenant)))


@when("{person} tries to change the title of {order} from version {int}")
def tries_to_change_from(context, person, title, version):
    world = context.world
    world.outcomes.keep(world.work_orders.try_it("change", world.work_orders.order(title), world.person(person),
                                                 title="Something else", version=version))


@when("{int} starts of {order} by {person} are sent at the same moment")
def starts_at_once(context, times, title, person):
    world = context.world
    deeds = [(world.person(person), "start")] * times
    world.outcomes.keep_only(world.work_orders.do_at_once(world.work_orders.order(title), deeds))


@when("{person} and {person} approve {order} at the same moment")
def approve_at_once(context, first, second, title):
    world = context.world
    deeds = [(world.person(each), "approve") for each in (first, second)]
    world.outcomes.keep_only(world.work_orders.do_at_once(world.work_orders.order(title), deeds))


@when("{person} approves and {person} rejects {order} at the same moment")
def decide_at_once(context, first, second, title):
    world = context.world
    deeds = [(world.person(first), "approve"), (world.person(second), "reject")]
    world.outcomes.keep_only(world.work_orders.do_at_once(world.work_orders.order(title), deeds))


@when("{person} submits all of them at the same moment")
def submits_all_at_once(context, person):
    world = context.world
    world.outcomes.keep_only(world.work_orders.submit_at_once(world.work_orders.all_of(world.person(person))))


@given("{person} answers {string} of {order} with {string}")
@when("{person} answers {string} of {order} with {string}")
def answers(context, person, item, title, said):
    world = context.world
    world.work_orders.try_to_answer(world.work_orders.order(title), world.person(person), item,
                                    words.answer(said)).require_accepted(200)


@when("{person} tries to answer {string} of {order} with {string}")
def tries_to_answer(context, person, item, title, said):
    world = context.world
    world.outcomes.keep(world.work_orders.try_to_answer(world.work_orders.order(title), world.person(person), item,
                                                        words.answer(said)))


@then("{order} is {order_state}")
@then("{order} is still {order_state}")
def is_in_state(context, title, state):
    context.world.work_orders.require_state(context.world.work_orders.order(title), state)


@then("{order} is in_progress, with the time of its start")
def is_started(context, title):
    context.world.work_orders.require_started(context.world.work_orders.order(title))


@then("the permit of {order} is {word}")
def permit_is(context, title, status):
    context.world.work_orders.require_fields(context.world.work_orders.order(title), permit_status=status)


@then("{order} is approved, and so is its permit")
def permit_and_order_approved(context, title):
    context.world.work_orders.require_fields(context.world.work_orders.order(title), status="approved",
                                             permit_status="approved")


@then("{order} is a draft again, and its permit rejected")
def permit_rejected(context, title):
    context.world.work_orders.require_fields(context.world.work_orders.order(title), status="draft",
                                             permit_status="rejected")


@then("{order} is cancelled and declined, with the reason {string}")
def is_declined(context, title, reason):
    context.world.work_orders.require_fields(context.world.work_orders.order(title), status="cancelled", declined=True,
                                             decline_reason=reason)


@then("{order} is called {string}")
def is_called(context, title, name):
    context.world.work_orders.require_fields(context.world.work_orders.order(title), title=name)


@then("{order} has the number {string}")
def has_number(context, title, number):
    context.world.work_orders.require_fields(context.world.work_orders.order(title), number=number)


@then("{order} has no number")
def has_no_number(context, title):
    context.world.work_orders.require_fields(context.world.work_orders.order(title), number=None)


@then("{person}'s orders have {int} different numbers, from {int} on without a gap")
def have_numbers(context, person, count, first):
    world = context.world
    orders = world.work_orders.all_of(world.person(person))
    world.work_orders.require_numbers(orders[-count:], first)


@then("nothing about {order} has changed")
@then("nothing about {order} has changed since then")
def nothing_changed(context, title):
    context.world.work_orders.require_unchanged(context.world.work_orders.order(title))


@then("the history of {order} is")
def history_is(context, title):
    context.world.work_orders.require_history(context.world.work_orders.order(title),
                                              rows(context.table, "from", "to", "by", "words"))


@then("the decisions on {order} are")
def decisions_are(context, title):
    context.world.work_orders.require_decisions(context.world.work_orders.order(title),
                                                rows(context.table, "round", "person", "part", "decision", "words"))


@then("the checklist of {order} reads")
def checklist_reads(context, title):
    context.world.work_orders.require_items(context.world.work_orders.order(title),
                                            rows(context.table, "item", "answer", "marked", "by"))


@then("{person} is told that {names} of {order} is/are to be answered first")
def told_to_answer(context, person, names, title):
    world = context.world
    world.work_orders.require_to_be_answered(world.work_orders.order(title), world.tried(person), names)


@then("{person} is refused, since from {order_state} it can only become {order_states}")
def is_refused_from(context, person, state, possible):
    context.world.tried(person).require_refused_from(state, possible)


@then("each is refused, since from {order_state} it can only become {order_states}")
def each_is_refused_from(context, state, possible):
    context.world.outcomes.require_all_refused_from(state, possible)


@then("{person} is refused exactly as for an order that nobody has")
def is_refused_as_unknown(context, person):
    world = context.world
    world.work_orders.require_refused_as_unknown(world.work_orders.order(), world.tried(person))


@then("all of it is refused exactly as for an order that nobody has")
def all_refused_as_unknown(context):
    world = context.world
    for outcome in world.outcomes.all:
        world.work_orders.require_refused_as_unknown(world.work_orders.order(), outcome)


@then("{person} finds exactly the orders {anything}")
def finds_exactly(context, person, titles):
    world = context.world
    world.work_orders.require_listed(world.person(person), [each.strip('"') for each in titles.split(", ")])


@then("{person} finds no order")
def finds_none(context, person):
    world = context.world
    world.work_orders.require_listed(world.person(person), [])


@then("the states that {person} finds of orders are those of the business and no others")
def states_are_known(context, person):
    world = context.world
    world.work_orders.require_states_known(world.person(person))


@given("the security of the order's site has a mailbox")
def site_has_security(context):
    context.world.security_mail.give_site_address(context.world.work_orders.order())


@given("the security of {tenant} has a mailbox")
def tenant_has_security(context, tenant):
    world = context.world
    world.security_mail.give_tenant_address(world.accounts.tenant(tenant))


@then("the security of the {word} got exactly one mail {string}")
def security_got_mail(context, whose, subject):
    context.world.security_mail.require_one(whose, subject)


@then("the security of the {word} got no mail")
def security_got_no_mail(context, whose):
    context.world.security_mail.require_none(whose)


@given("{person} watches what concerns her")
@given("{person} watches what concerns him")
def watches_own(context, person):
    world = context.world
    world.live_updates.watch_own(world.person(person))


@then("{person} sees {order} become {order_states}, each with its version")
def sees_changes(context, person, title, states):
    world = context.world
    world.work_orders.require_seen(world.work_orders.order(title), world.person(person), states)


@then("{person} sees nothing of {order}")
def sees_nothing(context, person, title):
    world = context.world
    world.work_orders.require_not_seen(world.work_orders.order(title), world.person(person))
