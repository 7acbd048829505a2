"""Sentences about answers that are heard as they are given, and about who is told of what is said."""

from behave import given, then, when


@when("{person} asks {string} in {talk}, and hears the answer as it is given")
def hears(context, person, text, talk):
    world = context.world
    world.heard_answers.ask(world.person(person), text, world.conversations.talk(talk))


@when("{person} asks {string} in {talk} with a key, and hears the answer as it is given")
def hears_with_key(context, person, text, talk):
    world = context.world
    world.heard_answers.ask(world.person(person), text, world.conversations.talk(talk), with_key=True)


@when("{person} asks {string}, and hears the answer as it is given")
def hears_in_new_conversation(context, person, text):
    context.world.heard_answers.ask(context.world.person(person), text)


@when("{person} tries to ask {string} in {talk}, and to hear the answer as it is given")
def tries_to_hear(context, person, text, talk):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_ask_streamed(world.person(person), text,
                                                                world.conversations.talk(talk)))


@then("{person} hears a beginning, at least {int} pieces and an end, which together are what is then kept")
def heard_whole(context, person, least):
    context.world.heard_answers.require_whole(context.world.person(person), least)


@then("{person} hears a beginning, at least {int} piece(s) and that the language model is not available")
def heard_broken_off(context, person, least):
    context.world.heard_answers.require_broken_off(context.world.person(person), least)


@then("{person} hears a beginning, no piece and that the language model is not available")
def heard_nothing(context, person):
    context.world.heard_answers.require_broken_off(context.world.person(person), 0)


@given("{person} watches what is said in {talk}, and looks whenever she is told something")
def watches(context, person, talk):
    world = context.world
    world.talk_updates.watch_and_look(world.person(person), world.conversations.talk(talk))


@given("{person} watches what is her own")
def watches_own(context, person):
    context.world.live_updates.watch_me(context.world.person(person))


@then("{person} was told of each message of {talk}, once and in order, and each could be read")
def was_told(context, person, talk):
    world = context.world
    world.talk_updates.require_told(world.person(person), world.conversations.talk(talk))


@then("{person} was told of each message of {talk}, once and in order")
def was_told_of_mission(context, person, talk):
    world = context.world
    world.talk_updates.require_told_of_mission(world.person(person), world.mission("it"), world.conversations.talk(talk))


@then("{person} was told of no message")
def was_told_nothing(context, person):
    world = context.world
    world.talk_updates.require_told_nothing(world.person(person))
