"""Sentences about clients: who has them, what is done with them, and what is then true."""

from behave import given, then, when

from support.domain.tables import rows


@given("{person} has the client {string}")
@when("{person} adds the client {string}")
def has(context, person, name):
    context.world.clients.have(context.world.person(person), name)


@given("{person} has the client {string} with the {word} {string}")
@when("{person} adds the client {string} with the {word} {string}")
def has_with(context, person, name, field, value):
    context.world.clients.have(context.world.person(person), name, **{field: value})


@given("{person} has the client {string} with")
@when("{person} adds the client {string} with")
def has_with_fields(context, person, name):
    fields = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    context.world.clients.have(context.world.person(person), name, **fields)


@when("{person} tries to add a client with the {word} {string}")
def tries_with(context, person, field, value):
    world = context.world
    world.outcomes.keep(world.clients.try_to_add(world.person(person), **{field: value}))


@when("{person} tries to add a client with a {word} of {int} characters")
def tries_with_length(context, person, field, length):
    world = context.world
    world.outcomes.keep(world.clients.try_to_add(world.person(person), **{field: "N" * length}))


@when("{person} tries to add the client {string} with the {word} {string}")
def tries_named_with(context, person, name, field, value):
    world = context.world
    world.outcomes.keep(world.clients.try_to_add(world.person(person), name=name, **{field: value}))


@when("{person} tries to add the client {string}")
def tries_named(context, person, name):
    world = context.world
    world.outcomes.keep(world.clients.try_to_add(world.person(person), name=name))


@when("{names} add {int} clients with the {word} {string} at the same moment")
def add_at_once(context, people, count, field, value):
    world = context.world
    world.outcomes.keep_only(world.clients.add_at_once(list(map(world.person, people)), count, **{field: value}))


@when("{person} tries to add a client of which nothing is said")
def tries_empty(context, person):
    world = context.world
    world.outcomes.keep(world.clients.try_to_add_empty(world.person(person)))


@when("{person} changes the {word} of {client} to {string}")
def changes(context, person, field, client, value):
    world = context.world
    world.clients.change(world.clients.named(client), world.person(person), **{field: value})


@when("{person} tries to change the {word} of {client} to {string}")
def tries_to_change(context, person, field, client, value):
    world = context.world
    world.outcomes.keep(world.clients.try_to_change(world.clients.named(client), world.person(person), **{field: value}))


@when("{person} tries to read {client}")
def tries_to_read(context, person, client):
    world = context.world
    world.outcomes.keep(world.clients.try_to_read(world.clients.named(client), world.person(person)))


@when("{person} deletes {client}")
@when("{person} tries to delete {client}")
def tries_to_delete(context, person, client):
    world = context.world
    world.outcomes.keep(world.clients.try_to_delete(world.clients.named(client), world.person(person)))


@when("{person} tries to read, change and delete {client}")
def tries_everything(context, person, client):
    world = context.world
    found, who = world.clients.named(client), world.person(person)
    world.outcomes.keep_only([world.clients.try_to_read(found, who), world.clients.try_to_change(found, who, name="Mine"),
                              world.clients.try_to_delete(found, who)])


@given("{person} has marked {client} as a bad debtor")
@when("{person} marks {client} as a bad debtor")
@when("{person} tries to mark {client} as a bad debtor")
def marks(context, person, client):
    world = context.world
    world.outcomes.keep(world.clients.mark_as_bad_debt(world.clients.named(client), world.person(person)))


@when("{person} forgives {client} the debt")
@when("{person} tries to forgive {client} the debt")
def forgives(context, person, client):
    world = context.world
    world.outcomes.keep(world.clients.forgive(world.clients.named(client), world.person(person)))


@when("{names} mark {client} as a bad debtor at the same moment")
def mark_at_once(context, people, client):
    world = context.world
    world.outcomes.keep_only(world.clients.do_at_once(world.clients.named(client), list(map(world.person, people)),
                                                      "bad-debt", reason="Three bills unpaid"))


@then("{client} is {client_state}")
@then("{client} is still {client_state}")
def is_in_state(context, client, state):
    context.world.clients.require(context.world.clients.named(client), status=state)


@then("{client} has the {word} {string}")
def has_value(context, client, field, value):
    world = context.world
    world.clients.require(world.clients.named(client), **world.clients.meant({field: value}))


@then("{client} is {person}'s, and just as it was sent")
def is_as_sent(context, client, person):
    world = context.world
    world.clients.require_as_sent(world.clients.named(client), world.person(person))


@then("nothing about {client} has changed")
def nothing_changed(context, client):
    context.world.clients.require_unchanged(context.world.clients.named(client))


@then("{client} is gone")
def is_gone(context, client):
    context.world.clients.require_gone(context.world.clients.named(client))


@then("{person} is refused, since a {client_state} client can only become {client_states}")
def refused_from(context, person, state, possible):
    context.world.tried(person).require_refused_from(state, possible)


@then("{person} finds the client(s) {string} and no other")
def finds(context, person, names):
    context.world.clients.require_found(context.world.person(person), names.split(", "))


@then("{person} finds no client")
def finds_none(context, person):
    context.world.clients.require_found(context.world.person(person), [])


@then("{person} finds {int} client(s)")
def finds_count(context, person, count):
    context.world.clients.require_count(context.world.person(person), count)


@then("{person} is answered as follows on asking for clients")
def finds_by_filter(context, person):
    world = context.world
    for row in rows(context.table, "asked for", "found"):
        filters = dict(part.split(" ", 1) for part in row["asked for"].split(", "))
        world.clients.require_found(world.person(person), row["found"].split(", ") if row["found"] else [], **filters)


@then("{person} is refused as incomplete, since these are required")
def all_required(context, person):
    fields = [row["field"] for row in rows(context.table, "field")]
    context.world.tried(person).require_faults([(field, "required") for field in fields])
