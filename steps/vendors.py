"""Sentences about vendors: their mails and links, and what they do by them."""

from behave import given, then, when

from support.domain import work_order_words as words


@given("{person} has {order} with the vendor {person}, which is {order_state}")
def has_with_vendor(context, person, title, vendor, state):
    world = context.world
    author = world.person(person)
    world.work_orders.in_state(title, author, state, vendor=vendor)


@given("{person} has {order} with the vendor {person} and the checklist {string}, which is {order_state}")
def has_with_vendor_and_checklist(context, person, title, vendor, checklist, state):
    world = context.world
    author = world.person(person)
    world.work_orders.in_state(title, author, state, vendor=vendor,
                               line_items=words.items(checklist))


@when("the administrators of both approve them")
def administrators_approve(context):
    for order in context.world.work_orders.all:
        context.world.work_orders.do("approve", order, order.reader)


@then("what opens the link of {person} is kept nowhere")
def link_is_kept_nowhere(context, vendor):
    context.world.vendors.require_kept_nowhere(vendor)


@given("mail to the vendor {person} will be turned away {int} times")
def mail_is_turned_away(context, vendor, times):
    context.world.vendors.let_mail_be_turned_away(vendor, times)


@given("{person} has got another link")
@when("{person} has got another link")
def has_got_link(context, vendor):
    context.world.vendors.await_link(vendor)


@when("{person} mails the vendor of {order} anew")
def mails_anew(context, person, title):
    world = context.world
    world.work_orders.attempt("vendor-mail", world.work_orders.order(title), world.person(person)).require_accepted(202)


@when("{person} tries to mail the vendor of {order}")
def tries_to_mail(context, person, title):
    world = context.world
    world.outcomes.keep(world.work_orders.try_it("vendor-mail", world.work_orders.order(title), world.person(person)))


@given("{person} {vendor_does} the work")
@when("{person} {vendor_does} the work")
def does(context, vendor, verb):
    context.world.vendors.attempt(verb, vendor).require_accepted(200)


@when("{person} declines the work with the words {string}")
def declines(context, vendor, reason):
    context.world.vendors.attempt("decline", vendor, body={"reason": reason}).require_accepted(200)


@when("{person} tries to decline the work without a reason")
def tries_to_decline_without_reason(context, vendor):
    world = context.world
    world.outcomes.keep(world.vendors.try_it("decline", vendor, world.work_orders.order(), body={}))


@when("{person} tries to {vendor_verb} the work")
def tries(context, vendor, verb):
    world = context.world
    world.outcomes.keep(world.vendors.try_it(verb, vendor, world.work_orders.order()))


@when("{person} sends the checklist {string}")
def sends_checklist(context, vendor, said):
    world = context.world
    order = world.work_orders.order()
    body = world.vendors.checklist(order, words.answers(said))
    world.vendors.attempt("checklist", vendor, body=body).require_accepted(200)


@when("{person} tries to send the checklist {string}")
@when("{person} tries to send the checklist {string} once more")
def tries_to_send_checklist(context, vendor, said):
    world = context.world
    order = world.work_orders.order()
    world.outcomes.keep(world.vendors.try_it("checklist", vendor, order,
                                             body=world.vendors.checklist(order, words.answers(said))))


@when("{person} tries to send a checklist with an answer to a line of {order}")
def tries_with_strange_line(context, vendor, title):
    world = context.world
    order, own = world.work_orders.order(title), world.work_orders.of_vendor(world.vendors.vendor(vendor))
    item = world.work_orders.record(order)["line_items"][0]
    world.outcomes.keep(world.vendors.try_it("checklist", vendor, own,
                                             body={"answers": [{"item_id": item["id"], "answer": 3}]}))


@when("{person} tries everything with the link of the first mail")
def tries_everything_with_first(context, vendor):
    world = context.world
    world.work_orders.note(world.work_orders.order())
    world.outcomes.keep_only(world.vendors.everything(vendor, world.vendors.link(vendor, 0)))


@when("{person} tries everything with the link")
def tries_everything(context, vendor):
    world = context.world
    world.work_orders.note(world.work_orders.order())
    world.outcomes.keep_only(world.vendors.everything(vendor, world.vendors.link(vendor)))


@when("{person} opens the link")
def opens(context, vendor):
    context.world.outcomes.keep(context.world.vendors.attempt("open", vendor))


@when("{person} asks for everything by the link")
def asks_for_everything(context, vendor):
    world = context.world
    world.outcomes.keep_only(world.vendors.everything(vendor, world.vendors.link(vendor)))


@when("{person} tries everything with a link that the platform never made")
def tries_everything_with_nobodys(context, vendor):
    world = context.world
    world.work_orders.note(world.work_orders.order())
    world.outcomes.keep_only(world.vendors.everything(vendor, world.vendors.nobodys_link()))


@when("the link of {person} is followed {int} times at the same moment to accept the work")
def accept_at_once(context, vendor, times):
    world = context.world
    world.outcomes.keep_only(world.vendors.accept_at_once(vendor, times))


@then("the link shows {person} what is to be done, and nothing of who decided it")
def link_shows(context, vendor):
    world = context.world
    world.vendors.require_shown(vendor, world.work_orders.order())


@then("{person} got exactly {int} mail(s), each with a link of its own")
def got_mails(context, vendor, count):
    context.world.vendors.require_mails(vendor, count)


@then("no mail came for {person}")
def got_no_mail(context, vendor):
    context.world.mailboxes.require_none(context.world.vendors.vendor(vendor).email)
