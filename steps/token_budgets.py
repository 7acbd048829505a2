"""Sentences about how many tokens a tenant may use, and has used."""

from behave import given, then, when


@given("{person} has let {tenant} use {int} tokens a {span}")
@when("{person} lets {tenant} use {int} tokens a {span}")
def lets_use(context, person, tenant, count, limit):
    context.world.token_budgets.change(context.world.person(person), **{limit: count})


@when("{person} tries to let {tenant} use {int} tokens a {span}")
def tries_to_let_use(context, person, tenant, count, limit):
    world = context.world
    world.outcomes.keep(world.token_budgets.try_to_change(world.person(person), **{limit: count}))


@then("{tenant} may use {int} tokens a day and {int} a month, and has used {int}")
def may_use(context, tenant, daily, monthly, used):
    world = context.world
    world.token_budgets.require(world.accounts.tenant(tenant), daily_limit=daily, monthly_limit=monthly, daily_used=used,
                                monthly_used=used)


@then("{tenant} may use {int} tokens a day and {int} a month, and has used none")
def may_use_all(context, tenant, daily, monthly):
    world = context.world
    world.token_budgets.require(world.accounts.tenant(tenant), daily_limit=daily, monthly_limit=monthly, daily_used=0,
                                monthly_used=0)


@then("{tenant} has used {int} tokens of the day and {int} of the month, until midnight and the month's end")
def has_used(context, tenant, daily, monthly):
    world = context.world
    world.token_budgets.require(world.accounts.tenant(tenant), daily_used=daily, monthly_used=monthly)
    world.token_budgets.require_resets(world.accounts.tenant(tenant))


@then("{person} is refused until the {word} is over, since all its tokens are used")
def refused_until(context, person, span):
    context.world.token_budgets.require_told_when(context.world.tried(person), span)


@then("it is on record that these have used {int}, {int} and {int} tokens of the model {string} in {talk}: {names}")
def on_record(context, prompt, completion, total, model, talk, people):
    world = context.world
    used = {"model": model, "prompt_tokens": prompt, "completion_tokens": completion, "total_tokens": total}
    world.token_budgets.require_usage(world.conversations.talk(talk), list(map(world.person, people)), used)
