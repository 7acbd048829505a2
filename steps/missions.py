"""Sentences about missions: planning and running them, and what is then true of them."""

from behave import given, then, when

from support.domain.tables import rows


@given("a mission {mission} over {int} target(s)")
@when("a mission {mission} over {int} target(s) is created")
def a_mission(context, name, target_count):
    missions = context.world.missions
    missions.create(missions.plan(name, context.world.person("she"), target_count))


@given("a mission {mission} over {int} target(s) with the goal {goal}")
def a_mission_with_goal(context, name, target_count, goal):
    missions = context.world.missions
    missions.create(missions.plan(name, context.world.person("she"), target_count), goals=[goal])


@given("a mission {mission} over {int} target(s) with the rule {string} alone")
def a_mission_with_one_rule(context, name, target_count, title):
    missions, rule = context.world.missions, context.world.knowledge.rule(title)
    missions.create(missions.plan(name, context.world.person("she"), target_count), rule_ids=[rule.record["id"]])


@given("a mission {mission} over {int} target, whose approvals are open for the usual time")
def a_mission_with_usual_approvals(context, name, target_count):
    missions = context.world.missions
    missions.create(missions.plan(name, context.world.person("she"), target_count))


@given("a mission {mission} over {int} target, whose approvals are open for {duration}")
def a_mission_with_short_approvals(context, name, target_count, time):
    missions = context.world.missions
    missions.create(missions.plan(name, context.world.person("she"), target_count),
                    constraints={"approval_timeout_seconds": int(time.total_seconds())})


@given("a mission {mission} over {int} targets that may run for {duration}")
def a_mission_of_limited_time(context, name, target_count, time):
    missions = context.world.missions
    missions.create(missions.plan(name, context.world.person("she"), target_count),
                    constraints={"max_duration_minutes": int(time.total_seconds() // 60)})


@given("a mission {mission} that is {state}")
def a_mission_in_state(context, name, state):
    context.world.missions.in_state(name, context.world.person("she"), state)


@given("{int} missions whose targets take their time to answer")
def missions_held(context, count):
    missions = context.world.missions
    for number in range(1, count + 1):
        missions.create(missions.plan(f"Round {number}", context.world.person("she"))).hold([1])


@given("{mission} has been run")
@when("{mission} is run to its end")
def has_been_run(context, mission):
    context.world.missions.run(context.world.mission(mission))


@given("the time of its start is noted")
def start_is_noted(context):
    mission = context.world.mission("it")
    context.world.noted[mission.name] = context.world.missions.record(mission)


@given("{person} has a mission {mission} over {int} target(s)")
def has_a_mission(context, person, name, target_count):
    missions = context.world.missions
    missions.create(missions.plan(name, context.world.person(person), target_count))


@given("{person} has a mission {mission} at {tenant}")
def runs_missions_and_has_one(context, person, name, tenant):
    world = context.world
    world.missions.create(world.missions.plan(name, world.accounts.operator(person, tenant)))


@given("a mission {mission} as follows")
def a_mission_as_follows(context, name):
    fields = {row["field"]: row["value"] for row in rows(context.table, "field", "value")}
    context.world.missions.create_from_table(name, context.world.person("she"), fields)


@given("{person} has started {mission}")
def has_started(context, person, mission):
    context.world.missions.do("start", context.world.mission(mission), context.world.person(person))


@when("{person} {does} {mission}")
def does(context, person, verb, mission):
    context.world.missions.do(verb, context.world.mission(mission), context.world.person(person))


@when("{person} renames {mission} to {string}")
def renames(context, person, mission, name):
    context.world.missions.rename(context.world.mission(mission), name, context.world.person(person))


@when("{person} tries to {verb} {mission}")
@when("{person} tries to {verb} {mission} once more")
def tries(context, person, verb, mission):
    world = context.world
    world.outcomes.keep(world.missions.try_it(verb, world.mission(mission), world.person(person)))


@when("{person} tries to {verbs} it")
def tries_everything(context, person, verbs):
    world = context.world
    mission = world.mission("it")
    world.outcomes.keep_only([world.missions.try_it(verb, mission, world.person(person)) for verb in verbs])


@when("{person}, a/an {role} at {tenant}, tries to {verb} {mission}")
def somebody_tries(context, person, role, tenant, verb, mission):
    world = context.world
    somebody = world.accounts.in_role(person, role, tenant)
    world.outcomes.keep(world.missions.try_it(verb, world.mission(mission), somebody))


@when("{person} tries to read everything about {mission}")
def tries_to_read_everything(context, person, mission):
    world = context.world
    world.outcomes.keep_only(world.missions.read_all(world.mission(mission), world.person(person)))


@when("{person} tries to change its name and its scope")
def tries_to_change_both(context, person):
    world = context.world
    world.outcomes.keep(world.missions.try_to_change("name and its scope", world.mission("it"), world.person(person)))


@when("{person} tries to create a mission {string} with the rule {string}")
def tries_to_create_with_rule(context, person, name, title):
    world = context.world
    rule = world.knowledge.rule(title)
    world.outcomes.keep(world.missions.try_to_create_over(name, world.person(person), ["127.0.0.1"],
                                                          rule_ids=[rule.record["id"]]))


@when("{person} tries to change its {word}")
def tries_to_change(context, person, field):
    world = context.world
    world.outcomes.keep(world.missions.try_to_change(field, world.mission("it"), world.person(person)))


@when("{person} tries to create a mission {string}")
def tries_to_create(context, person, name):
    world = context.world
    world.outcomes.keep(world.missions.try_to_create_over(name, world.person(person), ["127.0.0.1"]))


@when("{person} tries to create a mission {string} over {scope}")
def tries_to_create_over(context, person, name, scope):
    world = context.world
    world.outcomes.keep(world.missions.try_to_create_over(name, world.person(person), scope))


@when("{person} tries to create a mission over this target")
def tries_to_create_over_this(context, person):
    world = context.world
    world.outcomes.keep(world.missions.try_to_create_over("Odd", world.person(person), [context.text]))


@when("{person} tries to create a mission with this goal")
def tries_to_create_with_this_goal(context, person):
    world = context.world
    world.outcomes.keep(world.missions.try_to_create_over("Odd", world.person(person), ["127.0.0.1"], goals=[context.text]))


@when("{person} creates {int} missions at the same moment")
def creates_at_once(context, person, count):
    world = context.world
    world.outcomes.keep_only(world.missions.create_at_once(world.person(person), count))


@when("{person} starts all of them at the same moment")
def starts_all_at_once(context, person):
    context.world.outcomes.keep_only(context.world.missions.start_all_at_once())


@when("{person}, a/an {role} at {tenant}, tries to create a mission {string}")
def somebody_tries_to_create(context, person, role, tenant, name):
    world = context.world
    world.outcomes.keep(world.missions.try_to_create_over(name, world.accounts.in_role(person, role, tenant),
                                                          ["127.0.0.1"]))


@when("{int} starts of {mission} are sent at the same moment")
def starts_at_once(context, times, mission):
    world = context.world
    world.outcomes.keep_only(world.missions.start_at_once(world.mission(mission), times))


@then("{mission} is {state}")
@then("{mission} is still {state}")
def is_in_state(context, mission, state):
    context.world.missions.require_state(context.world.mission(mission), state)


@given("{mission} has completed")
@then("{mission} completes")
def completes(context, mission):
    context.world.missions.await_state(context.world.mission(mission), "completed")


@then("{mission} fails because no target could be reached")
def fails_unreached(context, mission):
    world = context.world
    world.missions.require_reason(world.missions.await_state(world.mission(mission), "failed"), "no_target_reachable")


@then("{mission} fails because its time was over")
def fails_over_time(context, mission):
    world = context.world
    world.missions.require_reason(world.missions.await_state(world.mission(mission), "failed"), "time_limit")


@then("{mission} is stopped, with the time at which that was")
def is_stopped_with_time(context, mission):
    world = context.world
    world.missions.require_ended_at(world.missions.require_state(world.mission(mission), "stopped"))


@then("{mission} stands at {int} percent")
def stands_at(context, mission, percent):
    context.world.missions.require_progress(context.world.mission(mission), percent)


@then("{mission} is called {string}")
def is_called(context, mission, name):
    context.world.missions.require_name(context.world.mission(mission), name)


@then("{mission} is unknown")
def is_unknown(context, mission):
    context.world.missions.attempt("read", context.world.mission(mission)).require_refused("unknown")


@then("{person} is refused, since a/an {state} mission can become nothing else")
def is_refused_as_final(context, person, state):
    context.world.tried(person).require_refused_from(state, [])


@then("all of it is refused, since from {state} it can only become {states}")
def all_is_refused_from(context, state, possible):
    context.world.outcomes.require_all_refused_from(state, possible)


@then("{person} is refused exactly as for a mission that nobody has")
def is_refused_as_unknown(context, person):
    context.world.missions.require_refused_as_unknown(context.world.mission("it"), context.world.tried(person))


@then("{person} is answered with the whole mission, which is {state}")
def is_answered_with_whole(context, person, state):
    world = context.world
    world.person(person)
    world.missions.require_answered_whole(world.mission("it"), state)


@then("reading it back shows the new {word} and nothing else changed")
def reading_shows_change(context, field):
    context.world.missions.require_only_changed(context.world.mission("it"), field)


@then("the time of its start is as it was")
def start_is_as_it_was(context):
    context.world.missions.require_start_as_noted(context.world.mission("it"))


@then("it gives no reason any more")
def gives_no_reason(context):
    context.world.missions.require_no_reason(context.world.mission("it"), attempts=2)


@then("the missions are listed as")
def missions_are_listed(context):
    expected = {row["mission"]: row["state"] for row in rows(context.table, "mission", "state")}
    context.world.missions.require_states(context.world.person("she"), expected)


@then("{person}'s missions are {int} that are {state} and {int} that are {state}")
def missions_by_state(context, person, some, state, others, other_state):
    world = context.world
    world.missions.require_numbers(world.person(person), {state: some, other_state: others})


@then("{tenant} has exactly {int} mission(s)")
def tenant_has_so_many(context, tenant, count):
    world = context.world
    world.missions.require_count(world.accounts.tenant(tenant).administrator, count)


@then("{person} finds exactly {int} mission(s)")
def finds_so_many(context, person, count):
    world = context.world
    world.missions.require_count(world.person(person), count)


@then("the mission has the target {word}")
def mission_has_target(context, address):
    context.world.missions.require_targets(context.world.mission("it"), [address])


@then("the mission has the targets {anything}")
def mission_has_targets(context, addresses):
    context.world.missions.require_targets(context.world.mission("it"), addresses.replace(" and ", ", ").split(", "))


@then("the mission has {int} targets")
def mission_has_so_many_targets(context, count):
    context.world.missions.require_target_count(context.world.mission("it"), count)


@then("reading {mission} back shows no change")
@then("nothing about {mission} has changed")
def nothing_changed(context, mission):
    context.world.missions.require_unchanged(context.world.mission(mission))


@then("nothing about {mission} has changed for {person}")
def nothing_changed_for(context, mission, person):
    context.world.missions.require_unchanged(context.world.mission(mission), context.world.person(person))


@then("{person} finds {mission} among the missions")
def finds(context, person, mission):
    world = context.world
    world.missions.require_listed(world.person(person), [world.mission(mission)])


@then("all of it is refused exactly as for a mission that nobody has")
def all_is_refused_as_unknown(context):
    context.world.missions.require_all_refused_as_unknown(context.world.outcomes.all)


@then("{person} finds nothing in any list or search for {string}")
def finds_nothing(context, person, words):
    context.world.missions.require_nothing_found(context.world.person(person), words)


@then("{person} finds no missions at all")
def finds_none(context, person):
    context.world.missions.require_listed(context.world.person(person), [])


@then("{tenant} has no mission {string}")
def tenant_has_no_mission(context, tenant, name):
    world = context.world
    world.missions.require_not_listed(world.accounts.tenant(tenant).administrator, name)


@then("{person} has her answer within {int} seconds")
def answered_within(context, person, seconds):
    context.world.missions.require_answered_within(context.world.mission("it"), context.world.person(person), seconds)


@then("reading it back gives every field as it was sent")
def reads_as_sent(context):
    context.world.missions.require_as_sent(context.world.mission("it"))


@then("it shows an id, its description, its constraints and {person} as its creator")
def shows_its_fields(context, person):
    context.world.missions.require_shown(context.world.mission("it"), context.world.person(person))


@then("its times of creation, start, end and last change are in UTC and in this order")
def times_in_order(context):
    context.world.missions.require_times_in_order(context.world.mission("it"))
