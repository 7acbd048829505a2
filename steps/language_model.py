"""Sentences about the language model: what it says, how it fares, and what it was asked."""

from behave import given, then, when

from support.domain.tables import rows


@given("the language model says {string}")
def says(context, text):
    context.world.language_model.service.say(text)


@given("the language model says of each answer that it took {int} tokens to read and {int} to write")
def counts(context, prompt, completion):
    context.world.language_model.service.count(prompt, completion)


@given("the language model says nothing of tokens")
def counts_nothing(context):
    context.world.language_model.service.count_nothing()


@given("the language model {model_trouble}")
@when("the language model {model_trouble}")
def is_in_trouble(context, trouble):
    status, content = trouble
    context.world.language_model.service.answer_with(status, content)


@given("the language model answers {int} time(s) that it is busy")
def is_busy_for_a_while(context, times):
    context.world.language_model.service.answer_with(503, times=times)


@given("the language model answers that it is asked too often, and to come back in {int} seconds")
def is_asked_too_often(context, seconds):
    context.world.language_model.service.answer_with(429, Retry_After=str(seconds))


@given("the language model takes {decimal} seconds for each answer")
def takes_its_time(context, seconds):
    context.world.language_model.service.take(seconds)


@given("the language model is silent")
def is_silent(context):
    context.world.language_model.service.hold()


@given("the language model breaks off in the middle of its answers")
def breaks_off(context):
    context.world.language_model.service.break_off()


@given("the language model is away")
@when("the language model is away")
def is_away(context):
    context.world.language_model.service.go_away()


@when("the language model is well again")
def is_well_again(context):
    context.world.language_model.service.come_back()


@then("the language model was not asked anything")
def asked_nothing(context):
    context.world.language_model.asked(0)


@then("the language model was asked {int} time(s)")
@then("the language model was asked {int} time(s) in all")
def asked_times(context, times):
    context.world.language_model.asked(times)


@then("the language model was asked {int} times, and each time by the same name")
def tried_alike(context, times):
    context.world.language_model.require_same_request(times)


@then("the language model was asked once, for the model {string}, and told by which key it knows the platform")
def asked_properly(context, model):
    context.world.language_model.require_asked_properly(model)


@then("with the last question the language model was told")
def was_told(context):
    told = rows(context.table, "as", "what")
    context.world.language_model.require_told([{"role": row["as"], "content": row["what"]} for row in told])
