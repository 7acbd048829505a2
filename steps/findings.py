"""Sentences about what missions found, and what people decide about it."""

from behave import given, then, when

from support.domain.tables import asked_and_found, rows


@then("its finding is open and says")
def finding_says(context):
    expected = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    context.world.mission_findings.require_says(context.world.mission("it"), expected)


@then("its evidence tells {string}")
def evidence_tells(context, words):
    context.world.mission_findings.require_evidence(context.world.mission("it"), words)


@when("{person} marks the finding as {finding_state}")
def marks(context, person, state):
    world = context.world
    mission = world.mission("it")
    world.mission_findings.mark(mission, world.mission_findings.the(mission), state,
                                world.person(person)).require_accepted(200)


@when("{person} marks the finding as {finding_state} with the words {string}")
def marks_with_words(context, person, state, words):
    world = context.world
    mission = world.mission("it")
    world.mission_findings.mark(mission, world.mission_findings.the(mission), state, world.person(person),
                                words=words).require_accepted(200)


@when("{person} marks the finding as {finding_state} with these words")
def marks_with_these_words(context, person, state):
    world = context.world
    mission, world.noted["words"] = world.mission("it"), context.text
    world.mission_findings.mark(mission, world.mission_findings.the(mission), state, world.person(person),
                                words=context.text).require_accepted(200)


@then("the finding is {finding_state}, as {person} said, with these words unchanged")
def says_these_words(context, state, person):
    world = context.world
    world.mission_findings.require_decided(world.mission("it"), state, world.person(person), world.noted["words"])


@given("{person} marks the finding {string} as {finding_state}")
@when("{person} marks the finding {string} as {finding_state}")
def marks_one(context, person, what, state):
    world = context.world
    mission = world.mission("it")
    world.mission_findings.mark(mission, world.mission_findings.the(mission, what), state,
                                world.person(person)).require_accepted(200)


@when("{person} marks the finding {string} as {finding_state} with the words {string}")
def marks_one_with_words(context, person, what, state, words):
    world = context.world
    mission = world.mission("it")
    world.mission_findings.mark(mission, world.mission_findings.the(mission, what), state, world.person(person),
                                words=words).require_accepted(200)


@when("{person} tries to mark the finding as {finding_state}")
def tries_to_mark(context, person, state):
    world = context.world
    mission = world.mission("it")
    world.outcomes.keep(world.mission_findings.mark(mission, world.mission_findings.the(mission), state,
                                                    world.person(person)))


@when("{person}, a/an {role} at {tenant}, tries to confirm the finding")
def somebody_tries_to_confirm(context, person, role, tenant):
    world = context.world
    mission, somebody = world.mission("it"), world.accounts.in_role(person, role, tenant)
    world.outcomes.keep(world.mission_findings.mark(mission, world.mission_findings.the(mission), "confirmed", somebody))


@given("{person} and {person} have both read the finding")
def have_read(context, one, other):
    world = context.world
    for name in (one, other):
        world.mission_findings.note_read(world.mission("it"), world.person(name))


@when("{person} tries to mark the finding that she read as {finding_state}, since {string}")
def tries_to_mark_as_read(context, person, state, words):
    world = context.world
    who, mission = world.person(person), world.mission("it")
    read = world.mission_findings.as_read(who)
    world.outcomes.keep(world.mission_findings.mark(mission, read, state, who, words=words, version=read["version"]))


@when("{person} tries to mark the finding that she read as {finding_state}, naming its version in the header")
def tries_to_mark_with_header(context, person, state):
    world = context.world
    who = world.person(person)
    read = world.mission_findings.as_read(who)
    world.outcomes.keep(world.mission_findings.mark(world.mission("it"), read, state, who, version=read["version"],
                                                    in_header=True))


@given("all its findings are marked as {finding_state}")
def all_are_marked(context, state):
    context.world.mission_findings.mark_all(context.world.mission("it"), state)


@when("{person} tries to mark them as open, confirmed, fixed and a false positive, one each")
def tries_every_decision(context, person):
    world = context.world
    world.noted["decisions"] = world.mission_findings.mark_one_each(world.mission("it"), world.person(person))


@then("exactly {finding_states} are accepted, and the others are refused as impossible from {finding_state}")
def so_many_are_possible(context, possible, state):
    world = context.world
    world.mission_findings.require_possible(world.noted["decisions"], state, possible)


@when("{person} tries to read the finding of {mission} through {mission}")
def tries_to_read_through(context, person, mission, through):
    world = context.world
    world.outcomes.keep(world.mission_findings.read_through(world.mission(mission), world.mission(through),
                                                            world.person(person)))


@when("{person} tries to confirm the finding of {mission} through {mission}")
def tries_to_confirm_through(context, person, mission, through):
    world = context.world
    found = world.mission(mission)
    world.outcomes.keep(world.mission_findings.mark(found, world.mission_findings.the(found), "confirmed",
                                                    world.person(person), through=world.mission(through)))


@then("the finding is {finding_state}, as {person} decided")
def is_decided(context, state, person):
    world = context.world
    world.mission_findings.require_decided(world.mission("it"), state, world.person(person))


@then("the finding is {finding_state}, as {person} decided, with the words {string}")
def is_decided_with_words(context, state, person, words):
    world = context.world
    world.mission_findings.require_decided(world.mission("it"), state, world.person(person), words)


@then("the finding is still {finding_state}")
@then("the finding is now {finding_state}")
def finding_is(context, state):
    context.world.mission_findings.require_state(context.world.mission("it"), state)


@then("the finding of {mission} is still {finding_state}")
def finding_of_mission_is(context, mission, state):
    context.world.mission_findings.require_state(context.world.mission(mission), state)


@then("the risk of {mission} is {int}")
def risk_is(context, mission, score):
    context.world.mission_findings.require_risk(context.world.mission(mission), score)


@then("its findings come most severe first: {names}")
def findings_come(context, severities):
    context.world.mission_findings.require_severities(context.world.mission("it"), severities)


@then("asking for its findings gives")
def findings_narrowed(context):
    world = context.world
    for filters, found in asked_and_found(context.table):
        world.mission_findings.require_narrowed(world.mission("it"), filters, found)
