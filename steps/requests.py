"""Sentences for QA engineers, who may speak of requests and answers: any request, and what must be in its answer."""

import json

from behave import given, then, when


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
