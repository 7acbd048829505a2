"""Sentences about plugins: switching them on and off, configuring them, and how they stand."""

from behave import given, then, when

from support.domain.tables import rows
from support.running.words import FAULTS


@given("{person} has switched on {plugin}")
def has_switched_on(context, person, plugin):
    world = context.world
    world.plugins.enable(world.person(person), plugin).require_accepted(200)


@given("{person} has switched on {plugin} with")
def has_switched_on_with(context, person, plugin):
    world = context.world
    more = world.plugins.config_from(rows(context.table, "field", "value"))
    world.plugins.enable(world.person(person), plugin, **more).require_accepted(200)


@when("{person} switches on {plugin}")
def switches_on(context, person, plugin):
    world = context.world
    world.outcomes.keep(world.plugins.enable(world.person(person), plugin))


@when("{person} switches on {plugin} as it was configured")
@when("{person} tries to switch on {plugin} without configuring it")
def switches_on_as_configured(context, person, plugin):
    world = context.world
    world.outcomes.keep(world.plugins.try_to_enable(world.person(person), plugin))


@when("{person} tries to switch on {plugin} with")
def tries_to_switch_on_with(context, person, plugin):
    world = context.world
    config = world.plugins.config_from(rows(context.table, "field", "value"))
    world.outcomes.keep(world.plugins.try_to_enable(world.person(person), plugin, config))


@given("{person} has switched off {plugin}")
@when("{person} switches off {plugin}")
def switches_off(context, person, plugin):
    world = context.world
    outcome = world.plugins.disable(world.person(person), plugin)
    outcome.require_accepted(200)
    world.outcomes.keep(outcome)


@given("{person} has configured {plugin}")
@when("{person} configures {plugin}")
def configures(context, person, plugin):
    world = context.world
    who = world.person(person)
    world.plugins.store(who, plugin, world.plugins.good_config(who, plugin)).require_accepted(200)


@given("{person} has configured {plugin} with")
@when("{person} configures {plugin} with")
def configures_with(context, person, plugin):
    world = context.world
    config = world.plugins.config_from(rows(context.table, "field", "value"))
    world.plugins.store(world.person(person), plugin, config).require_accepted(200)


@when("{person} tries to configure {plugin} with")
def tries_to_configure_with(context, person, plugin):
    world = context.world
    config = world.plugins.config_from(rows(context.table, "field", "value"))
    world.outcomes.keep(world.plugins.store(world.person(person), plugin, config))


@when("{person} changes of {plugin}")
@when("{person} tries to change of {plugin}")
def changes(context, person, plugin):
    world = context.world
    config = world.plugins.config_from(rows(context.table, "field", "value"))
    world.outcomes.keep(world.plugins.change(world.person(person), plugin, config))


@when("{person} tries to change of {plugin}, from version {int}")
def changes_from(context, person, plugin, version):
    world = context.world
    config = world.plugins.config_from(rows(context.table, "field", "value"))
    world.outcomes.keep(world.plugins.change(world.person(person), plugin, config, version))


@when("from version {int} {person} changes of {plugin} each of these at the same moment")
def changes_at_once(context, version, person, plugin):
    world = context.world
    each = [world.plugins.config_from([row]) for row in rows(context.table, "field", "value")]
    world.outcomes.keep_only(world.plugins.change_at_once(world.person(person), plugin, each, version))


@when("{person} removes the configuration of {plugin}")
@when("{person} tries to remove the configuration of {plugin}")
def removes(context, person, plugin):
    world = context.world
    world.outcomes.keep(world.plugins.remove(world.person(person), plugin))


@when("{person} tries to read the configuration of {plugin}")
def tries_to_read_config(context, person, plugin):
    world = context.world
    world.outcomes.keep(world.plugins.try_to_read_config(world.person(person), plugin))


@when("{person} tries to look at {plugin}")
def tries_to_look(context, person, plugin):
    world = context.world
    world.outcomes.keep(world.plugins.try_to_read(world.person(person), plugin))


@when("{person} tries to switch on and off {plugin}, and to read, store, change and remove its configuration")
def tries_everything(context, person, plugin):
    world = context.world
    world.outcomes.keep_only(world.plugins.try_everything(world.person(person), plugin))


@given("it is noted how the plugins of {tenant} stand")
def are_noted(context, tenant):
    world = context.world
    world.plugins.note(world.accounts.tenant(tenant))


@then("the plugins of {tenant} stand as noted")
def stand_as_noted(context, tenant):
    world = context.world
    world.plugins.require_as_noted(world.accounts.tenant(tenant))


@then("{person} finds these plugins, and no other")
def finds_plugins(context, person):
    world = context.world
    expected = rows(context.table, "plugin", "title", "version", "needs", "takes", "on", "configured")
    world.plugins.require_list(world.person(person), expected)


@then("for {person} {plugin} is on")
def is_on(context, person, plugin):
    world = context.world
    who = world.person(person)
    world.plugins.require_standing(who, plugin, is_on=True, is_configured=True,
                                   by=world.accounts.administrator(who.tenant))


@then("for {person} {plugin} is off, and configured")
def is_off(context, person, plugin):
    world = context.world
    world.plugins.require_standing(world.person(person), plugin, is_on=False, is_configured=True)


@then("for {person} {plugin} is off, and not configured")
def is_not_configured(context, person, plugin):
    world = context.world
    world.plugins.require_standing(world.person(person), plugin, is_on=False, is_configured=False)


@then("{plugin} of {person} is configured with exactly")
def is_configured_with(context, plugin, person):
    world = context.world
    expected = world.plugins.config_from(rows(context.table, "field", "value"))
    world.plugins.require_config(world.person(person), plugin, expected)


@then("{plugin} of {person} is configured as was sent")
def is_configured_as_sent(context, plugin, person):
    world = context.world
    world.plugins.require_config_as_stored(world.person(person), plugin)


@then("{plugin} of {person} is at version {int}")
def is_at_version(context, plugin, person, version):
    world = context.world
    world.plugins.require_version(world.person(person), plugin, version)


@then("{plugin} of {person} is as the one who was accepted left it")
def is_as_accepted(context, plugin, person):
    world = context.world
    world.plugins.require_as_accepted(world.person(person), plugin, world.outcomes.all)


@then("{person} is refused for exactly these faults")
def is_refused_for(context, person):
    expected = [(row["field"], FAULTS[row["fault"]]) for row in rows(context.table, "field", "fault")]
    context.world.tried(person).require_faults(expected)


@then("the published rules of {plugin} say the same of it for {person}")
def rules_say_the_same(context, plugin, person):
    world = context.world
    who, outcome = world.person(person), world.outcomes.last()[0]
    world.plugins.require_rules_kept(who, plugin, world.sent["plugin"], outcome.accepted)


@then("whatever {person} reads of plugins and of the trail, nothing answers {string}")
def nothing_answers(context, person, secret):
    world = context.world
    world.plugins.require_never_answered(world.person(person), secret)


@then("no event tells the secrets {string} and {string}")
def tells_no_secrets(context, one, other):
    world = context.world
    world.audit.require_nothing_secret(world.acting.tenant, {"the first secret": one, "the second secret": other})


@then("{person} is mailed {string} by {string} from {string}")
def is_mailed_from(context, person, subject, name, address):
    world = context.world
    world.mailboxes.await_from(world.person(person).email, subject, (name, address))


@then("{person} is mailed {string} by nobody in particular")
def is_mailed_from_nobody(context, person, subject):
    world = context.world
    nobody = ("", f"no-reply@{world.target.settings.base_domain}")
    world.mailboxes.await_from(world.person(person).email, subject, nobody)


@given("{person} has switched on the daily figures for two recipients at {int} o'clock, as {string}")
def has_switched_on_figures(context, person, hour, format):
    world = context.world
    world.daily_figures.switch_on(world.person(person), hour, format)


@when("the platform looks twice at once who wants the daily figures")
def looks_who_wants_figures(context):
    world = context.world
    world.daily_figures.look_twice_at_once(world.acting.tenant)


@then("no recipient of the daily figures has got a mail")
def no_mail_of_figures(context):
    context.world.daily_figures.require_mails(0)


@then("each recipient has got {int} mail(s) of the daily figures")
def so_many_mails_of_figures(context, count):
    context.world.daily_figures.require_mails(count)


@then("each recipient gets one mail of the figures of {string} at {tenant}")
def one_mail_of_figures(context, day, tenant):
    world = context.world
    figures = {row["figure"]: row["value"] for row in rows(context.table, "figure", "value")}
    world.daily_figures.require_mail(world.accounts.tenant(tenant), day, figures)
