"""Sentences about conversations: beginning, finding, changing and deleting them, and who may."""

from behave import given, then, when

from support.domain.tables import rows


@given("{person} has begun the conversation {string}")
@when("{person} begins the conversation {string}")
def begins(context, person, title):
    context.world.conversations.begin(context.world.person(person), title)


@given("{person} has begun the shared conversation {string}")
@when("{person} begins the shared conversation {string}")
def begins_shared(context, person, title):
    context.world.conversations.begin(context.world.person(person), title, visibility="shared")


@given("{person} has begun the conversation {string}, in which the model is told {string}")
@when("{person} begins the conversation {string}, in which the model is told {string}")
def begins_with_prompt(context, person, title, prompt):
    context.world.conversations.begin(context.world.person(person), title, system_prompt=prompt)


@given("{person} has begun the conversations {string}")
def begins_several(context, person, titles):
    world = context.world
    for title in titles.split(", "):
        world.conversations.begin(world.person(person), title)


@when("{person} tries to begin the conversation {string}")
def tries_to_begin(context, person, title):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_begin(world.person(person), title=title))


@when("{person} tries to begin a conversation with {anything}")
def tries_to_begin_with(context, person, what):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_begin_with(world.person(person), what))


@when("{person} gives {talk} the title {string}")
def gives_title(context, person, talk, title):
    world = context.world
    world.conversations.change(world.conversations.talk(talk), world.person(person), title=title)


@when("{person} lets the model be told {string} in {talk}")
def gives_prompt(context, person, prompt, talk):
    world = context.world
    world.conversations.change(world.conversations.talk(talk), world.person(person), system_prompt=prompt)


@given("{person} shares {talk}")
@when("{person} shares {talk}")
def shares(context, person, talk):
    world = context.world
    world.conversations.change(world.conversations.talk(talk), world.person(person), visibility="shared")


@when("{person} keeps {talk} private")
def keeps_private(context, person, talk):
    world = context.world
    world.conversations.change(world.conversations.talk(talk), world.person(person), visibility="private")


@given("{person} has archived {talk}")
@when("{person} archives {talk}")
def archives(context, person, talk):
    world = context.world
    world.conversations.change(world.conversations.talk(talk), world.person(person), archived=True)


@when("{person} takes {talk} out of the archive")
def takes_out(context, person, talk):
    world = context.world
    world.conversations.change(world.conversations.talk(talk), world.person(person), archived=False)


@when("{person} tries to give {talk} the {word} {string}")
def tries_to_change(context, person, talk, field, value):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_change(world.conversations.talk(talk), world.person(person),
                                                          **{field: value}))


@when("{person} deletes {talk}")
def deletes(context, person, talk):
    world = context.world
    world.conversations.delete(world.conversations.talk(talk), world.person(person))


@when("{person} tries to delete {talk}")
def tries_to_delete(context, person, talk):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_delete(world.conversations.talk(talk), world.person(person)))


@when("{person} tries to read {talk}")
def tries_to_read(context, person, talk):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_read(world.person(person), world.conversations.talk(talk)))


@when("{person} tries everything that can be done with {talk}")
def tries_everything(context, person, talk):
    world = context.world
    world.outcomes.keep_only(world.conversations.try_everything(world.person(person), world.conversations.talk(talk)))


@when("{person} tries everything that can be done with a conversation that {unknown_talk}")
def tries_everything_with_nothing(context, person, id_):
    world = context.world
    who = world.person(person)
    world.outcomes.keep_only(world.conversations.try_everything(who, world.conversations.of_nobody(who.tenant, id_)))


@when("{person} tries to rename and to delete {talk}, and to ask something in it")
def tries_all_changes(context, person, talk):
    world = context.world
    world.outcomes.keep_only(world.conversations.try_all_changes(world.person(person), world.conversations.talk(talk)))


@then("each time {person} is told no more than of a conversation that there is not")
def is_told_no_more(context, person):
    world = context.world
    who = world.person(person)
    nobodys = world.conversations.try_everything(who, world.conversations.of_nobody(who.tenant))
    world.conversations.require_unknown_like(world.outcomes.all, nobodys)


@then("nothing about {talk} has changed")
def nothing_changed(context, talk):
    context.world.conversations.require_unchanged(context.world.conversations.talk(talk))


@then("{talk} is gone, for {person} too")
def is_gone(context, talk, person):
    world = context.world
    world.conversations.require_gone(world.conversations.talk(talk), world.person(person))


@then("{person} reads {talk} as {person} does")
def reads_alike(context, person, talk, other):
    world = context.world
    world.conversations.require_read_alike(world.conversations.talk(talk), world.person(person), world.person(other))


@then("{talk} is private, of {person}, and called {string}")
def is_called(context, talk, person, title):
    world = context.world
    world.conversations.require(world.conversations.talk(talk), title=title, visibility="private",
                                owner_id=world.person(person).id)


@then("{person} finds the conversation(s) {string} and no other")
def finds(context, person, titles):
    context.world.conversations.require_found(context.world.person(person), titles.split(", "))


@then("{person} finds no conversation")
def finds_none(context, person):
    context.world.conversations.require_found(context.world.person(person), [])


@then("{person} finds the conversation(s) {string} and no other, those in the archive too")
def finds_with_archived(context, person, titles):
    world = context.world
    world.conversations.require_found(world.person(person), titles.split(", "), include_archived="true")


@then("{person} finds these conversations by what is said in them")
def finds_by_words(context, person):
    world = context.world
    for row in rows(context.table, "looked for", "found"):
        found = row["found"].split(", ") if row["found"] else []
        world.conversations.require_found(world.person(person), found, q=row["looked for"])


@then("{person}'s conversations come in these pages of {int}")
def come_in_pages(context, person, size):
    world = context.world
    expected = [row["titles"].split(", ") for row in rows(context.table, "page", "titles")]
    world.conversations.require_pages(world.person(person), size, expected)
