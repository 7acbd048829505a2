"""Sentences for QA engineers, who may speak of requests and answers: any request, and what must be in its answer."""

import json

from behave import given, then, when

from support.domain.tables import rows


@given("a request {method} {string}")
def a_request(context, method, path):
    context.world.requests.word(method, path)


@given("the header {string} is {string}")
def with_header(context, name, value):
    context.world.requests.request.headers[name] = value


@given("the cookie {string} is {string}")
def with_cookie(context, name, value):
    context.world.requests.request.cookies[name] = value


@given("the body is")
def with_body(context):
    context.world.requests.request.body = context.text


@given("it is sent in the name of {person}")
def with_token(context, person):
    context.world.requests.request.token = context.world.person(person).access_token


@when("{person} asks for {string}")
def person_asks(context, person, path):
    world = context.world
    world.requests.ask(world.person(person), "GET", path)


@when("{person} asks for {string}, saying that {string} is {string}")
def person_asks_saying(context, person, path, name, value):
    world = context.world
    world.requests.ask(world.person(person), "GET", path, headers={name: value})


@when("{person} asks for {string} without the header {string}")
def person_asks_without(context, person, path, name):
    world = context.world
    world.requests.ask_without(world.person(person), path, name)


@when("{person} sends the bare verbs {verbs} to {mission}, each of which is carried out")
def sends_bare_verbs(context, person, verbs, mission):
    world = context.world
    world.requests.send_bare_verbs(world.person(person), world.mission(mission).path, verbs)


@when("{person} creates a mission with this name and description")
def creates_mission_of(context, person):
    world = context.world
    world.requests.create_mission_of(world.person(person), context.text)


@then("reading it back shows this text, unchanged")
def shows_text(context):
    world = context.world
    world.requests.require_text_unchanged(world.person("she"))


@then("both answers are alike, and JSON in UTF-8")
def answers_alike(context):
    context.world.requests.require_alike()


@when("{person} sends {method} to {string}")
def person_sends(context, person, method, path):
    world = context.world
    world.requests.ask(world.person(person), method, path, context.text)


@when("{person} asks for what was answered")
def person_asks_for_answered(context, person):
    world = context.world
    world.requests.ask_of_answered(world.person(person), "GET")


@when("{person} sends {method} to what was answered")
def person_sends_to_answered(context, person, method):
    world = context.world
    world.requests.ask_of_answered(world.person(person), method, context.text)


@then("asking for it once more is answered with {int}")
def asking_again(context, status):
    world = context.world
    world.requests.ask_of_answered(world.person("she"), "GET")
    world.requests.require_status(status)


@when("the request is sent")
def send(context):
    context.world.requests.send()


@when("the request {method} {string} is sent")
def send_at_once(context, method, path):
    context.world.requests.word(method, path)
    context.world.requests.send()


@when("the request {method} {string} is sent with no request id")
def send_without_request_id(context, method, path):
    context.world.requests.word(method, path)
    context.world.requests.send(with_request_id=False)


@then("the answer is {int}")
def answer_is(context, status):
    context.world.requests.require_status(status)


@then("the answer is a problem document for {int}")
def answer_is_problem(context, status):
    context.world.requests.require_problem(status)


@then("the header {string} of the answer is {string}")
def answer_has_header(context, name, value):
    context.world.requests.require_header(name, value)


@then("the answer carries no {string}")
def answer_lacks_header(context, name):
    context.world.requests.require_no_header(name)


@then("the answer lets no page of another origin in")
def answer_permits_nothing(context):
    context.world.requests.require_no_permission()


@then("the answer is JSON in UTF-8")
def answer_is_json(context):
    context.world.requests.require_json_in_utf8()


@then("it is refused for exactly these faults")
def refused_for_faults(context):
    context.world.requests.require_faults([(row["field"], row["code"]) for row in rows(context.table, "field", "code")])


@then("in the answer {string} is {string}")
def answer_has_text(context, path, value):
    context.world.requests.require_field(path, value)


@then("in the answer {string} is")
def answer_has_json(context, path):
    context.world.requests.require_field(path, json.loads(context.text))


@then("in the answer {string} is the request id of the answer")
def answer_has_request_id(context, path):
    context.world.requests.require_request_id(path)


@then("in the answer {string} is a list of names")
def answer_has_names(context, path):
    context.world.requests.require_names(path)
