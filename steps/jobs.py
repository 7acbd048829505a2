"""Sentences about jobs: having one made, dispatched, cancelled and removed, and how it then stands."""

from behave import given, then, when

from support.domain.tables import fields, rows


@given("{person} has {job}")
@when("{person} makes {job}")
def makes(context, person, job):
    world = context.world
    world.jobs.have(world.person(person), job, **fields(context.table))


@given("{person} has {job} of an outside runner")
@when("{person} makes {job} of an outside runner")
def makes_outside(context, person, job):
    world = context.world
    world.jobs.have_outside(world.person(person), job, **fields(context.table))


@given("{person} has {int} jobs, made one after another")
def makes_many(context, person, count):
    context.world.jobs.have_many(context.world.person(person), count)


@given("{person} has {job}, which is {job_state}")
def has_in_state(context, person, job, state):
    world = context.world
    world.jobs.in_state(world.person(person), job, state, **fields(context.table))


@given("{person} has {job}, which takes its time")
@given("{person} has {job}, which takes its time over its first repository of 3")
def has_slow(context, person, job):
    world = context.world
    world.jobs.slow(world.person(person), job, **fields(context.table))


@given("jobs of {person}'s that take their time keep the whole worker busy")
def keep_worker_busy(context, person):
    world = context.world
    for number in range(1, world.target.settings.worker_slots + 1):
        world.jobs.slow(world.person(person), f"Long run {number}", 20)


@when("the jobs that take their time are cancelled")
def slow_ones_are_cancelled(context):
    jobs = context.world.jobs
    for number in range(1, context.world.target.settings.worker_slots + 1):
        job = jobs.job(f"Long run {number}")
        jobs.cancel(job, job.owner)


@when("{person} tries to make {job}")
def tries_to_make(context, person, job):
    world = context.world
    world.outcomes.keep(world.jobs.try_to_make(world.person(person), job, **fields(context.table)))


@when("{person} tries to make {job} of a type of {int} characters")
def tries_to_make_of_long_type(context, person, job, length):
    world = context.world
    world.outcomes.keep(world.jobs.try_to_make(world.person(person), job, runner="external", job_type="t" * length))


@when("{person} tries to make {job} in the project of {person}")
def tries_to_make_in_foreign(context, person, job, owner):
    world = context.world
    project = world.projects.project_of(world.person(owner)).record["id"]
    world.outcomes.keep(world.jobs.try_to_make(world.person(person), job, runner="external", project_id=project))
    world.now_acts(world.person(person))


@when("{person} tries to make {job} in the name of {person}")
def tries_to_make_for(context, person, job, other):
    world = context.world
    world.outcomes.keep(world.jobs.try_to_make(world.person(person), job, created_by=world.person(other).id))
    world.now_acts(world.person(person))


@given("{person} has dispatched {job}")
@when("{person} dispatches {job}")
def dispatches(context, person, job):
    world = context.world
    world.jobs.dispatch(world.jobs.job(job), world.person(person))


@given("{person} has dispatched {job} with a delay of {duration}")
@when("{person} dispatches {job} with a delay of {duration}")
def dispatches_later(context, person, job, delay):
    world = context.world
    world.jobs.dispatch(world.jobs.job(job), world.person(person), int(delay.total_seconds()))


@when("{person} tries to dispatch {job}")
def tries_to_dispatch(context, person, job):
    world = context.world
    world.outcomes.keep(world.jobs.try_to_dispatch(world.jobs.job(job), world.person(person)))


@when("{person} tries to dispatch {job} with a delay of {decimal} seconds")
def tries_to_dispatch_later(context, person, job, seconds):
    world = context.world
    delay = int(seconds) if seconds == int(seconds) else seconds
    world.outcomes.keep(world.jobs.try_to_dispatch(world.jobs.job(job), world.person(person), delay))


@when("{person} dispatches {job} {int} times at the same moment")
def dispatches_at_once(context, person, job, times):
    world = context.world
    world.outcomes.keep_only(world.jobs.dispatch_at_once(world.jobs.job(job), world.person(person), times))


@when("{person} cancels {job}")
def cancels(context, person, job):
    world = context.world
    world.jobs.cancel(world.jobs.job(job), world.person(person))


@when("{person} tries to cancel {job}")
def tries_to_cancel(context, person, job):
    world = context.world
    world.outcomes.keep(world.jobs.try_to_cancel(world.jobs.job(job), world.person(person)))


@when("{person} and {person} cancel {job} at the same moment")
def cancel_at_once(context, one, other, job):
    world = context.world
    world.outcomes.keep_only(
        world.jobs.cancel_at_once(world.jobs.job(job), [world.person(one), world.person(other)]))


@when("{person} deletes {job}")
def deletes(context, person, job):
    world = context.world
    world.jobs.delete(world.jobs.job(job), world.person(person))


@when("{person} tries to delete {job}")
def tries_to_delete(context, person, job):
    world = context.world
    world.outcomes.keep(world.jobs.try_to_delete(world.jobs.job(job), world.person(person)))


@when("{person} tries every change of {job}, and to make another")
def tries_all_changes(context, person, job):
    world = context.world
    world.outcomes.keep_only(world.jobs.try_all_changes(world.jobs.job(job), world.person(person)))


@then("everything that {person} tries with {job} is refused exactly as for an id that nobody has")
def everything_is_unknown(context, person, job):
    world = context.world
    tries = world.jobs.try_everything(world.jobs.job(job), world.person(person))
    world.jobs.require_everything_unknown(tries)


@then("{job} is {job_state}")
@then("{job} is still {job_state}")
def is_in_state(context, job, state):
    context.world.jobs.require(context.world.jobs.job(job), status=state)


@given("{job} has become {job_state}")
@when("{job} has become {job_state}")
@then("{job} becomes {job_state}")
def becomes(context, job, state):
    context.world.jobs.await_state(context.world.jobs.job(job), state)


@then("within {int} seconds {job} is {job_state}")
def becomes_within(context, seconds, job, state):
    context.world.jobs.await_state(context.world.jobs.job(job), state, seconds)


@then("{job} reads")
def reads(context, job):
    context.world.jobs.require(context.world.jobs.job(job), **fields(context.table))


@then("{job} was made by {person} just as asked for, and nobody has begun it")
def is_as_made(context, job, person):
    context.world.jobs.require_as_made(context.world.jobs.job(job), context.world.person(person))


@then("{job} has a task, and none of its times is missing or out of order")
def has_task(context, job):
    jobs = context.world.jobs
    jobs.require_times(jobs.job(job))
    jobs.require_progress(jobs.job(job), {"queue_state": "succeeded"})


@then("{job} has lasted from its start to its end")
def has_lasted(context, job):
    context.world.jobs.require_duration(context.world.jobs.job(job))


@then("{job} began {duration} after its dispatch, at most 5 seconds late")
def began_after(context, job, delay):
    context.world.jobs.require_begun_after(context.world.jobs.job(job), delay)


@then("nothing about {job} has changed")
def nothing_has_changed(context, job):
    context.world.jobs.require_unchanged(context.world.jobs.job(job))


@then("{job} stays as it was left, now that no work is in hand")
def stays_as_left(context, job):
    context.world.jobs.require_as_left(context.world.jobs.job(job))


@then("within {int} seconds no work is in hand any more")
def no_work_in_hand(context, seconds):
    context.world.jobs.require_quiet_within(seconds)


@then("{job} is unknown to {person}, and in no list")
def is_unknown(context, job, person):
    world = context.world
    world.jobs.require_unknown(world.jobs.job(job), world.person(person))


@then("how far {job} is can be read as")
def progress_is(context, job):
    context.world.jobs.require_progress(context.world.jobs.job(job), fields(context.table))


@then("PostgreSQL holds {job} as it is answered")
def is_stored(context, job):
    context.world.jobs.require_stored(context.world.jobs.job(job))


@then("nothing that is said of {job} shows the inside of the platform")
def nothing_inner(context, job):
    context.world.jobs.require_nothing_inner(context.world.jobs.job(job))


@then("{person} finds the job(s) {string} and no other")
def finds(context, person, names):
    context.world.jobs.require_found(context.world.person(person), names.split(", "))


@then("{person} finds no job")
def finds_none(context, person):
    context.world.jobs.require_found(context.world.person(person), [])


@then("{person} finds the job(s) {string} active, and no other")
def finds_active(context, person, names):
    context.world.jobs.require_found(context.world.person(person), names.split(", "), "/active")


@then("{person} finds no job active")
def finds_none_active(context, person):
    context.world.jobs.require_found(context.world.person(person), [], "/active")


@when("{person} tries to find the jobs of {word} {string}")
def tries_to_find(context, person, name, value):
    world = context.world
    world.outcomes.keep(world.jobs.try_to_find(world.person(person), **{name: value}))


@then("{person} is answered as follows on asking for jobs")
def finds_by_filter(context, person):
    world = context.world
    for row in rows(context.table, "asked for", "found"):
        filters = dict(part.split(" ", 1) for part in row["asked for"].split(", ")) if row["asked for"] else {}
        if "project" in filters:
            filters["project_id"] = world.projects.thing("project", filters.pop("project")).record["id"]
        world.jobs.require_found(world.person(person), row["found"].split(", ") if row["found"] else [], **filters)


@then("{person} is refused, since jobs are of the types {string} alone")
def refused_naming_types(context, person, types):
    outcome = context.world.tried(person)
    outcome.require_fault("job_type", "not_allowed")
    said = outcome.answer.json["errors"][0]["message"]
    assert said == f"Allowed: {types}.", f"the refusal should name the types {types}, and says {said!r}"


@then("{person} is told to cancel it first")
def told_to_cancel(context, person):
    outcome = context.world.tried(person)
    outcome.require_refused("impossible in its present state")
    said = outcome.answer.json["detail"]
    assert "ancel" in said, f"{person} should be advised to cancel the job first, and is told {said!r}"


@then("{person} is refused, since the job is {job_state} and stays so")
def refused_from(context, person, state):
    context.world.tried(person).require_refused_from(state, [])


@then("within {int} seconds {person} can dispatch {job}")
def can_dispatch_within(context, seconds, person, job):
    world = context.world
    world.jobs.await_dispatch(world.jobs.job(job), world.person(person), seconds)


@then("in pages of {int} {person} finds each of the {int} jobs once, the newest first")
def finds_in_pages(context, size, person, count):
    context.world.jobs.require_pages(context.world.person(person), size, count)
