"""Sentences about refusals of every kind, and about every operation that there is."""

from behave import then, when

from support.domain.tables import rows


@when("{person} is refused in every way that there is")
def is_refused_in_every_way(context, person):
    world = context.world
    world.refusals.provoke(world.person(person))


@when("something is sent that is no HTTP")
def sends_no_http(context):
    context.world.requests.send_what_is_no_http()


@when("{person} sends a mission of {int} bytes")
def sends_of_size(context, person, size):
    world = context.world
    world.requests.send_of_size(world.person(person), "/api/v2/missions", size)


@then("each refusal is a problem document with its status and request id")
def each_is_problem(context):
    context.world.refusals.require_one_shape()


@then("no refusal tells anything of the inside")
def none_tells_inner(context):
    context.world.refusals.require_nothing_inner()


@then("whoever is not signed in is refused everywhere but at")
def refused_everywhere(context):
    context.world.refusals.require_sign_in([row["operation"] for row in rows(context.table, "operation")])


@then("every other verb of every path is refused to {person}, naming those that there are")
def other_verbs_refused(context, person):
    world = context.world
    world.refusals.require_other_verbs_refused(world.person(person))


@then("of what begins with {anything} the description lists exactly")
def description_lists(context, beginnings):
    context.world.refusals.require_described(beginnings.split(" or "),
                                             [row["operation"] for row in rows(context.table, "operation")])


@then("whatever {person} reads, what is no id is as unknown as an id that nobody has")
def no_id_is_unknown(context, person):
    world = context.world
    world.refusals.require_no_id_unknown(world.person(person), [row["instead of an id"] for row in
                                                                rows(context.table, "instead of an id")])


@then("after each kind of refusal {person}'s connection is of use, or closed as was announced")
def connection_is_of_use(context, person):
    world = context.world
    world.refusals.require_usable_or_closed(world.refusals.refuse_on_one_connection(world.person(person)))
