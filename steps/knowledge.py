"""Sentences about the knowledge of a tenant: the rules that surveys apply."""

from behave import given, then, when

from support.domain.knowledge import check_of
from support.domain.tables import asked_and_found, rows


@given("{tenant} knows the risky rule {string}")
def knows_risky_rule(context, tenant, title):
    world = context.world
    world.knowledge.add(title, world.accounts.tenant(tenant).administrator, severity="high", risk="high")


@given("{tenant} knows the rule {string} of {severity} severity")
@when("{tenant} knows the rule {string} of {severity} severity")
def knows_rule(context, tenant, title, severity):
    world = context.world
    world.knowledge.add(title, world.accounts.tenant(tenant).administrator, severity=severity)


@given("{tenant} knows these rules")
def knows_rules(context, tenant):
    world = context.world
    for row in rows(context.table, "title", "category", "severity", "description"):
        world.knowledge.add(row["title"], world.accounts.tenant(tenant).administrator, category=row["category"],
                            severity=row["severity"], description=row["description"])


@given("a rule {string} that checks {check}")
def rule_that_checks(context, title, words):
    context.world.knowledge.add(title, context.world.person("she"), check=check_of(words))


@when("{person} tries to add a rule with {anything}")
def tries_to_add(context, person, what):
    context.world.outcomes.keep(context.world.knowledge.try_to_add(context.world.person(person), what))


@when("{person} switches the rule {string} off")
def switches_off(context, person, title):
    world = context.world
    world.knowledge.change(world.knowledge.rule(title), world.person(person), enabled=False)


@when("the administrator of {tenant} switches the rule {string} off")
def administrator_switches_off(context, tenant, title):
    world = context.world
    world.knowledge.change(world.knowledge.rule(title), world.accounts.tenant(tenant).administrator, enabled=False)


@given("{person} has read the rule {string}")
def has_read(context, person, title):
    world = context.world
    world.knowledge.note_read(world.knowledge.rule(title), world.person(person))


@when("{person} tries to rename the rule {string} that she read")
def tries_to_rename_as_read(context, person, title):
    world = context.world
    world.outcomes.keep(world.knowledge.try_to_rename_as_read(world.knowledge.rule(title), world.person(person)))


@when("{person} tries to delete the rule {string}")
def tries_to_delete(context, person, title):
    world = context.world
    world.outcomes.keep(world.knowledge.try_to_delete(world.knowledge.rule(title), world.person(person)))


@when("{person} tries to read, change and delete the rule {string}")
def tries_everything(context, person, title):
    world = context.world
    world.outcomes.keep_only(world.knowledge.try_everything(world.knowledge.rule(title), world.person(person)))


@when("{person} deletes the rule {string}")
def deletes(context, person, title):
    world = context.world
    world.knowledge.try_to_delete(world.knowledge.rule(title), world.person(person)).require_accepted(204)


@when("{person}, a/an {role} at {tenant}, tries to {word} a rule")
def somebody_tries(context, person, role, tenant, what):
    world = context.world
    world.noted["knowledge"] = world.knowledge.listed(world.accounts.tenant(tenant).administrator)
    world.outcomes.keep(world.knowledge.attempt(what, world.accounts.in_role(person, role, tenant)))


@then("the knowledge of {tenant} is as it was")
def knowledge_is_as_it_was(context, tenant):
    world = context.world
    world.knowledge.require_as(world.accounts.tenant(tenant).administrator, world.noted["knowledge"])


@then("the knowledge in pages of {int} shows each of its {int} rules exactly once")
def shown_in_pages(context, size, count):
    context.world.knowledge.require_pages(context.world.person("she"), size, count)


@then("asking the knowledge gives")
def asking_gives(context):
    world = context.world
    for filters, found in asked_and_found(context.table):
        world.knowledge.require_found(world.person("she"), filters, found)


@then("{tenant} still knows the rule {string}")
def still_knows(context, tenant, title):
    world = context.world
    world.knowledge.require_known(world.accounts.tenant(tenant).administrator, title)


@then("{tenant} does not know the rule {string}")
def does_not_know(context, tenant, title):
    world = context.world
    world.knowledge.require_unknown(world.accounts.tenant(tenant).administrator, title)


@then("{tenant} knows {int} rules")
def knows_so_many(context, tenant, count):
    world = context.world
    world.knowledge.require_count(world.accounts.tenant(tenant).administrator, count)


@then("the rule {string} is numbered {code}")
def is_numbered(context, title, code):
    context.world.knowledge.require_code(title, code)


@then("the rule {string} is called so, and switched off")
def is_called_so(context, title):
    world = context.world
    world.knowledge.require_reads(world.knowledge.rule(title), world.person("she"), title=title, enabled=False)
