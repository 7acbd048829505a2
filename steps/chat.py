"""Sentences about turns: what somebody asks the language model, and what is said to it."""

from behave import given, then, when

from support.domain.tables import rows


@given("{person} has asked {string} in {talk}")
@when("{person} asks {string} in {talk}")
def asks_in(context, person, text, talk):
    world = context.world
    world.conversations.ask(world.person(person), text, world.conversations.talk(talk))


@given("{person} has asked {string}")
@when("{person} asks {string}")
def asks(context, person, text):
    world = context.world
    world.conversations.ask(world.person(person), text)


@given("{person} has asked {int} questions in {talk}")
def asks_several(context, person, count, talk):
    world = context.world
    for number in range(count):
        world.conversations.ask(world.person(person), f"Question {number + 1}", world.conversations.talk(talk))


@when("{person} tries to ask {string} in {talk}")
def tries_to_ask_in(context, person, text, talk):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_ask(world.person(person), text, world.conversations.talk(talk)))


@when("{person} tries to ask {string}")
def tries_to_ask(context, person, text):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_ask(world.person(person), text))


@when("{person} tries to ask {string} of the model {string}")
def tries_to_ask_of_model(context, person, text, model):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_ask(world.person(person), text, model=model))


@when("{person} tries to ask a question of {int} characters in {talk}")
def tries_to_ask_so_long(context, person, length, talk):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_ask(world.person(person), "?" * length,
                                                       world.conversations.talk(talk)))


@when("{person} tries to ask nothing but {int} blanks in {talk}")
def tries_to_ask_blanks(context, person, length, talk):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_ask(world.person(person), " " * length,
                                                       world.conversations.talk(talk)))


@when("{person} tries to ask {string} in {talk}, with {string} as {string}")
def tries_to_ask_with(context, person, text, talk, value, field):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_ask(world.person(person), text, world.conversations.talk(talk),
                                                       **{field: value}))


@when("{person} sends the same question {string} in {talk} twice, with the same key")
def sends_twice(context, person, text, talk):
    world = context.world
    world.outcomes.keep(*[world.conversations.try_again(world.person(person), text, world.conversations.talk(talk))
                          for _ in range(2)])


@when("{person} asks {int} questions in {talk} at the same moment")
def asks_at_once(context, person, count, talk):
    world = context.world
    texts = [f"Question {number + 1}" for number in range(count)]
    world.outcomes.keep_only(world.conversations.ask_at_once(world.person(person), texts, world.conversations.talk(talk)))


@when("{person} asks {int} questions at the same moment, each in a conversation of its own")
def asks_apart_at_once(context, person, count):
    world = context.world
    texts = [f"Question {number + 1}" for number in range(count)]
    world.outcomes.keep_only(world.conversations.ask_apart_at_once(world.person(person), texts))


@then("each of the {int} questions in {talk} is followed by its own answer")
def followed_by_own_answer(context, count, talk):
    world = context.world
    texts = [f"Question {number + 1}" for number in range(count)]
    world.conversations.require_in_turn(world.conversations.talk(talk), texts, world.language_model.answer_to)


@then("in {talk} there was said")
def was_said(context, talk):
    world = context.world
    world.conversations.require_said(world.conversations.talk(talk), rows(context.table, "who", "what"))


@then("nothing was said in {talk}")
def nothing_was_said(context, talk):
    world = context.world
    world.conversations.require_said(world.conversations.talk(talk), [])


@then("{person} reads in {talk}")
def reads(context, person, talk):
    world = context.world
    world.conversations.require_said(world.conversations.talk(talk), rows(context.table, "who", "what"),
                                     world.person(person))


@then("both times {person} was answered the same, the second time as told before")
def answered_the_same(context, person):
    world = context.world
    world.conversations.require_replayed(world.outcomes.last(2))


@then("the last answer in {talk} is of the model {string}, and took {int}, {int} and {int} tokens")
def last_answer_used(context, talk, model, prompt, completion, total):
    world = context.world
    world.conversations.require_last_answer(world.conversations.talk(talk), model=model, prompt_tokens=prompt,
                                            completion_tokens=completion, total_tokens=total)


@then("the last answer in {talk} tells that it took {int} to {int} milliseconds")
def last_answer_took(context, talk, least, most):
    world = context.world
    world.conversations.require_took(world.conversations.talk(talk), least, most)


@when("{person} asks {string} of the model {string}")
def asks_of_model(context, person, text, model):
    world = context.world
    world.conversations.ask(world.person(person), text, model=model)


@when("{person} asks {int} questions in {talk} one after another, most of them answered within {int} second(s)")
def asks_within(context, person, count, talk, seconds):
    world = context.world
    world.conversations.ask_within(world.person(person), count, world.conversations.talk(talk), seconds)


@when("{person} tries to put a message of the model into {talk}")
def tries_to_put_message(context, person, talk):
    world = context.world
    world.outcomes.keep(world.conversations.try_to_put_message(world.person(person), world.conversations.talk(talk)))


@then("the messages of {talk} come in pages of {int}, each on one of them")
def messages_in_pages(context, talk, size):
    world = context.world
    world.conversations.require_message_pages(world.conversations.talk(talk), size)


@then("the model was told the questions {int} to {int} with their answers, and then {string}")
def told_questions(context, first, last, text):
    context.world.language_model.require_told_questions(first, last, text)


@given("{person} has asked {int} times in vain in {talk}")
def has_asked_in_vain(context, person, times, talk):
    world = context.world
    for _ in range(times):
        outcome = world.conversations.try_to_ask(world.person(person), "Who mends it?", world.conversations.talk(talk))
        outcome.require_refused("impossible, since the language model is silent")


@when("{person} tries to ask {string} in {talk} while others go on working")
def tries_while_others_work(context, person, text, talk):
    world = context.world
    who = world.person(person)
    world.outcomes.keep(world.conversations.ask_while_others_work(
        who, world.accounts.administrator(who.tenant), text, world.conversations.talk(talk)))


@then("{person} is told so after {int} to {int} seconds, and nobody else has waited for {int} seconds")
def told_late(context, person, least, most, waited):
    context.world.conversations.require_told_late(context.world.tried(person), least, most, waited)


@then("{person} is told that the question is kept, and nothing of the inside")
def told_it_is_kept(context, person):
    world = context.world
    world.conversations.require_kept_question(world.conversations.talk(""), world.tried(person))


@then("{person} is told in which new conversation the question is kept")
def told_where_it_is_kept(context, person):
    world = context.world
    talk = world.conversations.take_up_kept(world.tried(person), world.person(person))
    world.conversations.require_kept_question(talk, world.tried(person))


@then("{person} is told to come back in {int} seconds")
def told_to_come_back(context, person, seconds):
    context.world.tried(person).require_header("Retry-After", str(seconds))


@then("each message of {talk} tells when it was said, none before the one above")
def tells_when(context, talk):
    world = context.world
    world.conversations.require_times(world.conversations.talk(talk))


@then("{person}, a/an {role} at {tenant}, reads in {talk}")
def somebody_reads(context, person, role, tenant, talk):
    world = context.world
    who = world.accounts.in_role(person, role, tenant)
    world.conversations.require_said(world.conversations.talk(talk), rows(context.table, "who", "what"), who)


@then("its chat went with it")
def chat_went_with_it(context):
    world = context.world
    world.conversations.require_chat_gone(world.conversations.talk(""))


@then("the model was told the name of the mission, that it is {state}, and its numbers")
def model_told_of_mission(context, state):
    context.world.language_model.require_told_of_mission(context.world.mission("it"), state)


@when("everything that is known of it is noted")
def mission_is_noted(context):
    context.world.conversations.note_mission(context.world.mission("it"))


@then("nothing that is known of it has changed")
def mission_unchanged(context):
    context.world.conversations.require_mission_unchanged(context.world.mission("it"))


@then("the trail tells of that turn its model, its tokens and its time, and not a word of it")
def trail_tells_of_turn(context):
    world = context.world
    talk = world.conversations.talk("")
    world.audit.require_turn_told(talk.tenant, *world.conversations.messages(talk)[-2:])
