"""Sentences about the targets of a mission: what they answer, what they were asked, and what was found there."""

from behave import given, then, when


@given("its {positions} target takes its time to answer")
@given("its {positions} target take their time to answer")
def takes_its_time(context, positions):
    context.world.mission("it").hold(positions)


@when("its {positions} target answers")
def answers_at_last(context, positions):
    context.world.mission("it").release(positions)


@given("its {positions} target is/are switched off")
def is_switched_off(context, positions):
    context.world.mission("it").switch_off(positions)


@given("its {positions} target tells the version of its server")
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


@then("each of its targets was surveyed")
def all_surveyed(context):
    mission = context.world.mission("it")
    context.world.missions.require_target_states(mission, ["surveyed"] * len(mission.targets))


@then("its targets are {names}")
def targets_are(context, states):
    context.world.missions.require_target_states(context.world.mission("it"), states)


@then("each target was asked exactly once for each rule")
def asked_once(context):
    context.world.missions.require_asked_once_a_step(context.world.mission("it"))


@then("its targets were asked in the order in which they were named")
def asked_in_order(context):
    context.world.missions.require_asked_in_order(context.world.mission("it"))


@then("its findings are")
def findings_are(context):
    expected = [(int(row["target"]), row["what"], row["severity"], row["status"]) for row in context.table]
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
    expected = {row["figure"]: int(row["value"]) for row in context.table}
    context.world.missions.require_statistics(context.world.mission("it"), expected)


@then("its statistics agree with its lists")
def statistics_agree(context):
    context.world.missions.require_statistics_agree(context.world.mission("it"))
