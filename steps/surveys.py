"""Sentences about the targets of a mission: what they answer, what they were asked, and what was found there."""

from behave import given, then, when

from support.domain.tables import number, rows


@given("its {positions} target takes its time to answer")
@given("its {positions} target take their time to answer")
def takes_its_time(context, positions):
    context.world.mission("it").hold(positions)


@given("all its targets lack a content security policy")
def all_lack_a_policy(context):
    mission = context.world.mission("it")
    mission.drop_policy(list(range(1, len(mission.targets) + 1)))


@given("its {positions} target has nothing of {string}")
def has_nothing_of(context, positions, title):
    context.world.mission("it").lack(context.world.knowledge.rule(title).path, positions)


@given("its {positions} target falls silent after {int} answers")
def falls_silent(context, positions, answers):
    context.world.mission("it").fall_silent(positions, answers)


@given("its {positions} target says {string} only after {int} other signs")
def says_at_the_end(context, positions, words, signs):
    context.world.mission("it").show(positions, {"text": "." * signs + words})


@given("its {positions} target does not answer the first {int} times")
def does_not_answer_at_first(context, positions, times):
    context.world.mission("it").fall_silent_at_first(positions, times)


@given("its {positions} target shows {shown}")
def shows(context, positions, answer):
    context.world.mission("it").show(positions, answer)


@given("its {positions} target sends everybody to another host")
def sends_elsewhere(context, positions):
    world = context.world
    world.noted["another host"] = world.survey_targets.add()
    world.mission("it").redirect(positions, world.noted["another host"])


@given("its {positions} target can be reached again")
@when("its {positions} target can be reached again")
def can_be_reached_again(context, positions):
    context.world.mission("it").come_back(positions)


@given("its {positions} target can be reached again, and takes its time to answer")
def can_be_reached_slowly(context, positions):
    mission = context.world.mission("it")
    mission.hold(positions)
    mission.come_back(positions)


@when("the {positions} target of {mission} answers")
def target_of_mission_answers(context, positions, mission):
    context.world.mission(mission).release(positions)


@when("its {positions} target answers")
def answers_at_last(context, positions):
    context.world.mission("it").release(positions)


@given("its {positions} target is/are switched off")
def is_switched_off(context, positions):
    context.world.mission("it").switch_off(positions)


@given("its {positions} target tells the version of its server")
@given("its {positions} target tell the version of their server")
def tells_its_version(context, positions):
    context.world.mission("it").tell_version(positions)


@given("its {positions} target lack(s) a content security policy")
def lacks_a_policy(context, positions):
    context.world.mission("it").drop_policy(positions)


@given("all its targets are as they should be")
def are_flawless(context):
    context.world.mission("it").answer_flawlessly()


@given("its first target has been surveyed, and its second is just being asked")
@when("its first target has been surveyed, and its second is just being asked")
def second_is_being_asked(context):
    context.world.missions.await_asked(context.world.mission("it"), 2)


@then("no target is asked anything more")
def nothing_is_asked(context):
    context.world.missions.require_not_asked_since(context.world.mission("it"), "pause")


@then("no target of {mission} was asked anything")
def nothing_was_asked(context, mission):
    world = context.world
    world.missions.require_never_asked(world.mission(mission))


@then("each of its targets was surveyed")
def all_surveyed(context):
    mission = context.world.mission("it")
    context.world.missions.require_target_states(mission, ["surveyed"] * len(mission.targets))


@then("its targets are {names}")
def targets_are(context, states):
    context.world.missions.require_target_states(context.world.mission("it"), states)


@then("its {positions} target was/were asked exactly once for each rule")
def these_asked_once(context, positions):
    context.world.missions.require_asked_once_a_step(context.world.mission("it"), positions)


@then("its {positions} target was/were asked exactly once for {string}")
def asked_once_for(context, positions, title):
    world = context.world
    world.missions.require_asked_once_for(world.mission("it"), world.knowledge.rule(title).path, positions)


@then("its {positions} target was never asked for {string}")
def never_asked_for(context, positions, title):
    world = context.world
    world.missions.require_never_asked_for(world.mission("it"), world.knowledge.rule(title).path, positions)


@then("no target was asked for {string}")
@then("no target of it was asked for {string}")
def nobody_asked_for(context, title):
    world = context.world
    mission = world.mission("it")
    world.missions.require_never_asked_for(mission, world.knowledge.rule(title).path,
                                           list(range(1, len(mission.targets) + 1)))


@then("the other host was never asked")
def other_host_never_asked(context):
    context.world.missions.require_stranger_left_alone(context.world.mission("it"), context.world.noted["another host"])


@then("it has no findings")
def has_no_findings(context):
    context.world.missions.require_findings(context.world.mission("it"), [])


@then("each target was asked exactly once for each rule")
def asked_once(context):
    context.world.missions.require_asked_once_a_step(context.world.mission("it"))


@then("its targets were asked in the order in which they were named")
def asked_in_order(context):
    context.world.missions.require_asked_in_order(context.world.mission("it"))


@then("its findings are")
def findings_are(context):
    expected = [(number(row["target"], "the target"), row["what"], row["severity"], row["status"])
                for row in rows(context.table, "target", "what", "severity", "status")]
    context.world.missions.require_findings(context.world.mission("it"), expected)


@then("its goal {goal} is {word}")
def goal_is(context, goal, result):
    context.world.missions.require_goal(context.world.mission("it"), goal, result)


@then("its statistics say that {int} of {int} targets were surveyed")
def statistics_say(context, surveyed, total):
    context.world.missions.require_statistics(context.world.mission("it"),
                                              {"targets_surveyed": surveyed, "targets_total": total})


@then("its statistics are")
def statistics_are(context):
    expected = {row["figure"]: number(row["value"], row["figure"]) for row in rows(context.table, "figure", "value")}
    context.world.missions.require_statistics(context.world.mission("it"), expected)


@then("its statistics agree with its lists")
def statistics_agree(context):
    context.world.missions.require_statistics_agree(context.world.mission("it"))
