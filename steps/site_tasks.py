"""Sentences about tasks of workers at sites: planning and doing them, and what is then true of them."""

from uuid import uuid4

from behave import given, then, when

from support.domain.pictures import picture, weight
from support.domain.tables import rows


@given("{person} looks after the tasks of {person} at the site {string} of {tenant}")
def looks_after(context, supervisor, worker, site, tenant):
    world = context.world
    world.accounts.in_role(supervisor, "supervisor", tenant)
    world.accounts.in_role(worker, "worker", tenant)
    world.sites.have(world.accounts.tenant(tenant), site)


@given("a task {string} of {person}'s that is {task_state}")
def a_task_in_state(context, name, person, state):
    world = context.world
    world.site_tasks.in_state(name, world.person(person), state)


@given("{person} has planned the task {string} at {string} for {person}")
@when("{person} plans the task {string} at {string} for {person}")
def plans(context, person, name, site, assignee):
    world = context.world
    world.site_tasks.try_to_plan(world.person(person), name, site, world.person(assignee)).require_accepted(201)
    world.person(person)


@given("{person} has planned the task {string} at {string} for nobody")
def plans_for_nobody(context, person, name, site):
    world = context.world
    world.site_tasks.try_to_plan(world.person(person), name, site).require_accepted(201)


@given("{person} has planned the task {string} at {string} for {person}, {duration} ago, to expire after {duration}")
def plans_to_expire(context, person, name, site, assignee, ago, expiry):
    world = context.world
    world.site_tasks.try_to_plan(world.person(person), name, site, world.person(assignee), ago, plan_minutes=1,
                                 expiry_minutes=int(expiry.total_seconds() // 60)).require_accepted(201)


@when("{person} tries to plan the task {string} at {string} for {person}")
def tries_to_plan(context, person, name, site, assignee):
    world = context.world
    world.outcomes.keep(world.site_tasks.try_to_plan(world.person(person), name, site, world.person(assignee)))
    world.person(person)


@given("{person} {task_does} {task}")
@when("{person} {task_does} {task}")
def does(context, person, deed, task):
    world = context.world
    world.site_tasks.do(deed, world.site_tasks.task(task), world.person(person))


@when("{person} tries to {task_deed} {task}")
def tries(context, person, deed, task):
    world = context.world
    world.outcomes.keep(world.site_tasks.try_it(deed, world.site_tasks.task(task), world.person(person)))


@when("{person} tries to start {task} with the code {string}")
def tries_to_start_with(context, person, task, code):
    world = context.world
    world.outcomes.keep(world.site_tasks.try_it("start", world.site_tasks.task(task), world.person(person), scan_code=code))


@when("{person} puts {task} on standby, since {string}")
def holds(context, person, task, comment):
    world = context.world
    world.site_tasks.do("put on standby", world.site_tasks.task(task), world.person(person), comment=comment)


@when("{person} tries to put {task} on standby without a word")
def tries_to_hold_without_a_word(context, person, task):
    world = context.world
    world.outcomes.keep(world.site_tasks.hold_without_a_word(world.site_tasks.task(task), world.person(person)))


@when("{person} reopens {task}, since {string}")
def reopens(context, person, task, comment):
    world = context.world
    world.site_tasks.do("reopen", world.site_tasks.task(task), world.person(person), comment=comment)


@when("{person} assigns {task} to {person}")
def assigns(context, person, task, assignee):
    world = context.world
    world.site_tasks.do("assign", world.site_tasks.task(task), world.person(person), person_id=world.person(assignee).id)


@when("{person} tries to assign {task} to {person}")
def tries_to_assign(context, person, task, assignee):
    world = context.world
    outcome = world.site_tasks.try_it("assign", world.site_tasks.task(task), world.person(person),
                                      person_id=world.person(assignee).id)
    world.outcomes.keep(outcome)
    world.person(person)


@when("{person} answers {task}")
@when("{person} tries to answer {task}")
def answers(context, person, task):
    world = context.world
    given_answers = {row["question"]: row["answer"] for row in rows(context.table, "question", "answer")}
    world.outcomes.keep(world.site_tasks.try_to_answer(world.person(person), world.site_tasks.task(task), given_answers))


@when("{person} adds a photo to {task}")
def adds_photo(context, person, task):
    world = context.world
    world.site_tasks.try_to_add_photo(world.person(person), world.site_tasks.task(task), picture()).require_accepted(201)


@when("{person} tries to add a {word} of {anything} to {task} as {string}")
def tries_to_add_photo(context, person, kind, size, task, name):
    world = context.world
    world.outcomes.keep(world.site_tasks.try_to_add_photo(
        world.person(person), world.site_tasks.task(task), picture(kind=kind, weight=weight(size)), name))


@when("{person} tries to add a text that is called {string} to {task}")
def tries_to_add_text(context, person, name, task):
    world = context.world
    world.outcomes.keep(world.site_tasks.try_to_add_photo(world.person(person), world.site_tasks.task(task),
                                                          b"no picture at all", name))


@given("{person} has added {int} photos to {task}")
def has_added_photos(context, person, count, task):
    world = context.world
    for _ in range(count):
        world.site_tasks.try_to_add_photo(world.person(person), world.site_tasks.task(task),
                                          picture(8, 8)).require_accepted(201)


@when("everything but {anything} is tried with it")
def everything_else_is_tried(context, deeds):
    world = context.world
    worker, supervisor = world.person("Wim"), world.person("Sam")
    world.outcomes.keep_only(world.site_tasks.try_all_but(deeds.split(", "), world.site_tasks.task(), worker, supervisor))


@then("each try is refused, since from {task_state} it can only become {task_states}")
def each_is_refused_from(context, state, possible):
    context.world.outcomes.require_all_refused_from(state, possible)


@when("the expired tasks of {tenant} are closed")
def expired_are_closed(context, tenant):
    world = context.world
    world.schedules.run("tasks.auto_close", world.accounts.tenant(tenant))


@when("{person} and {person} rename {task} from version {int} at the same moment")
def rename_at_once(context, one, other, task, version):
    world = context.world
    people = [world.person(one), world.person(other)]
    world.outcomes.keep_only(world.site_tasks.change_from(world.site_tasks.task(task), people, version))


@when("{person} renames {task} from version {int}")
@when("{person} tries to rename {task} from version {int}")
def renames(context, person, task, version):
    world = context.world
    world.outcomes.keep(world.site_tasks.rename(world.site_tasks.task(task), world.person(person), version))


@when("{person} tries to read {task}")
def tries_to_read(context, person, task):
    world = context.world
    world.outcomes.keep(world.site_tasks.read(world.site_tasks.task(task), world.person(person)))


# What is then true


@then("{task} is {task_state}")
def is_in_state(context, task, state):
    world = context.world
    world.site_tasks.require_state(world.site_tasks.task(task), state)


@given("{task} becomes {task_state} by itself")
@then("{task} becomes {task_state} by itself")
def becomes_by_itself(context, task, state):
    world = context.world
    world.site_tasks.await_state(world.site_tasks.task(task), state)


@then("its story is")
def has_history(context):
    world = context.world
    world.site_tasks.require_history(world.site_tasks.task(), rows(context.table, "state", "by", "comment"))


@then("nothing about {task} has changed")
def is_unchanged(context, task):
    world = context.world
    world.site_tasks.require_unchanged(world.site_tasks.task(task))


@then("{task} is overdue")
def is_overdue(context, task):
    world = context.world
    world.site_tasks.require_shown(world.site_tasks.task(task), overdue=True)


@then("{task} is not overdue")
def is_not_overdue(context, task):
    world = context.world
    world.site_tasks.require_shown(world.site_tasks.task(task), overdue=False)


@then("{task} is {person}'s")
def is_assigned_to(context, task, person):
    world = context.world
    world.site_tasks.require_assignee(world.site_tasks.task(task), world.person(person))


@then("{task} is nobody's")
def is_nobodys(context, task):
    world = context.world
    world.site_tasks.require_assignee(world.site_tasks.task(task), None)


@then("its answers are")
def has_answers(context):
    world = context.world
    world.site_tasks.require_answers(world.site_tasks.task(), rows(context.table, "question", "answer", "flagged"))


@then("{task} has the {word} as its photo, which {person} can fetch")
def has_photo(context, task, kind, person):
    world = context.world
    world.site_tasks.require_photo(world.site_tasks.task(task), kind, world.person(person))


@then("{task} has {int} photo(s)")
def has_photos(context, task, count):
    world = context.world
    world.site_tasks.require_photo_count(world.site_tasks.task(task), count)


@then("{person} finds the tasks {anything} at the site {string}")
def finds_at_site(context, person, names, site):
    world = context.world
    world.site_tasks.require_listed(world.person(person), [] if names == "nothing" else names.split(", "),
                                    site_id=world.sites.site(site).id)


@then("{person} finds no task at a site that nobody has")
def finds_at_nobodys(context, person):
    world = context.world
    world.site_tasks.require_listed(world.person(person), [], site_id=str(uuid4()))


@then("{person} finds exactly the task(s) {anything}")
def finds_exactly(context, person, names):
    world = context.world
    world.site_tasks.require_listed(world.person(person), [] if names == "nothing" else names.split(", "))


@then("by {string} {person} finds exactly the task(s) {anything}")
def finds_exactly_by(context, filters, person, names):
    world = context.world
    given_filters = dict(each.split(" ") for each in filters.split(" and "))
    world.site_tasks.require_listed(world.person(person), [] if names == "nothing" else names.split(", "), **given_filters)


@then("each task that {person} finds shows its site and its assignee, and they are {tenant}'s")
def shows_own(context, person, tenant):
    world = context.world
    world.site_tasks.require_own_in_list(world.person(person), world.accounts.tenant(tenant))


@given("{person} watches what is the own")
def watches_me(context, person):
    world = context.world
    world.live_updates.watch_me(world.person(person))


@then("{person} sees {task} become {task_states}, once each, among what is the own")
def sees_on_me(context, person, task, states):
    world = context.world
    world.site_tasks.require_frame(world.person(person), "me", world.site_tasks.task(task), states)


@then("{person} sees {task} become {task_states}, once each, among what is the tenant's")
def sees_on_tenant(context, person, task, states):
    world = context.world
    world.site_tasks.require_frame(world.person(person), "tenant", world.site_tasks.task(task), states)


@then("{person} sees nothing of {task} among what is the tenant's")
def sees_nothing(context, person, task):
    world = context.world
    world.site_tasks.require_no_frame(world.person(person), "tenant", world.site_tasks.task(task))


@when("it is done to the task: {anything}")
def is_done(context, deed):
    world = context.world
    world.site_tasks.do_with_all_it_needs(deed, world.site_tasks.task(), world.person("Wim"), world.person("Sam"))


@given("{person} has brought {task} to {task_state}")
def has_brought_to(context, person, task, state):
    world = context.world
    world.site_tasks.bring(world.site_tasks.task(task), world.person(person), state)


@when("{person} tries everything that a worker can do with {task}")
def tries_all(context, person, task):
    world = context.world
    world.outcomes.keep_only(world.site_tasks.try_all_of_worker(world.site_tasks.task(task), world.person(person)))


@then("{person} is told that these are missing: {anything}")
def is_told_missing(context, person, fields):
    world = context.world
    world.tried(person).require_faults([(each, "required") for each in fields.replace(" and ", ", ").split(", ")])


@then("{task} is {task_state}, since {string}")
def is_in_state_since(context, task, state, comment):
    world = context.world
    site_task = world.site_tasks.task(task)
    world.site_tasks.require_state(site_task, state)
    world.site_tasks.require_shown(site_task, standby_comment=comment)


@when("{person} starts {task} {int} times at the same moment")
def starts_at_once(context, person, task, times):
    world = context.world
    world.outcomes.keep_only(world.site_tasks.do_at_once("start", world.site_tasks.task(task), world.person(person), times))
