"""Sentences about the web pages that may use the platform from a browser."""

from behave import then, when

from support.domain.tables import rows


@when("{person} asks for {string} on a page of {anything}")
def asks_on_page(context, person, path, origin):
    world = context.world
    world.origins.ask(world.person(person), path, origin)


@when("a browser asks beforehand what a page of {anything} may send")
def asks_beforehand(context, origin):
    context.world.origins.ask_beforehand(origin)


@then("the answer lets the listed origin in, with credentials, and varies by origin")
def lets_in(context):
    context.world.origins.require_let_in()


@then("the answer allows the methods {names}")
def allows_methods(context, methods):
    context.world.origins.require_methods(methods)


@then("the answer allows these headers")
def allows_headers(context):
    context.world.origins.require_headers([row["header"] for row in rows(context.table, "header")])
