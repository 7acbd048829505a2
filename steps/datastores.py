"""Sentences for QA engineers about what PostgreSQL and Redis hold."""

from behave import then, when


@then("PostgreSQL holds the mission with its id, name, status, scope and creator")
def holds_the_mission(context):
    context.world.missions.require_stored(context.world.mission("it"))


@then("PostgreSQL holds nothing of it")
def holds_nothing(context):
    context.world.missions.require_nothing_stored(context.world.mission("it"))


@then("within {int} second(s) Redis agrees with PostgreSQL about the mission")
def redis_agrees(context, seconds):
    context.world.missions.await_cached(context.world.mission("it"), seconds)


@then("within {int} second(s) Redis holds nothing of the mission")
def redis_holds_nothing(context, seconds):
    context.world.missions.await_not_cached(context.world.mission("it"), seconds)


@when("all that the scenario made is cleared away")
def clear_away(context):
    context.world.put_back()


@then("PostgreSQL, Redis and the task queue hold what was prepared for all, and nothing else")
def hold_the_baseline(context):
    context.world.stored.require_as(context.world.prepared.fingerprint)
