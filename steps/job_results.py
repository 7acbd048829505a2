"""Sentences about what jobs have come to: analyses, files, batches, numbers."""

from behave import given, then, when

from support.domain.tables import fields, rows


@given("{person} has {int} repositories, of which the last {int} cannot be read")
def has_repositories(context, person, count, unreadable):
    world = context.world
    world.noted["repositories"] = world.jobs.repositories(world.person(person), count, unreadable)


@given("{person} has {int} repository/repositories")
def has_sound_repositories(context, person, count):
    has_repositories(context, person, count, 0)


@when("{person} has all of them analysed as {job}")
def analyses_batch(context, person, job):
    world = context.world
    outcome = world.jobs.try_batch_analysis(world.person(person), job, world.noted["repositories"])
    outcome.require_accepted(202)


@when("{person} tries to have all of them and {int} that nobody has analysed as {job}")
def tries_unknown_batch(context, person, count, job):
    world = context.world
    world.outcomes.keep(world.jobs.try_batch_with_unknown(
        world.person(person), job, world.noted["repositories"], count, "analyses"))


@when("{person} tries to have the repositories of {person}'s other project analysed as {job}")
def tries_foreign_batch(context, person, owner, job):
    world = context.world
    foreign = world.jobs.repositories_of_another_project(world.person(owner))
    world.outcomes.keep(world.jobs.try_batch_analysis(world.person(person), job, foreign))
    world.now_acts(world.person(person))


@given("{person} has {job} over them")
def has_batch_job(context, person, job):
    world = context.world
    world.jobs.have(world.person(person), job, job_type="batch_analysis",
                    parameters={"repository_ids": world.noted["repositories"]}, **fields(context.table))


@given("{person} has {job} over a repository that cannot be read")
def has_unreadable(context, person, job):
    world = context.world
    world.jobs.of_platform_in_state(world.person(person), job, "failed")


@then("{job} has made an analysis with exactly the dependencies and technologies")
def has_made_analysis(context, job):
    row = rows(context.table, "dependencies", "technologies")[0]
    dependencies = dict(each.split(" ", 1) if " " in each else (each, None) for each in row["dependencies"].split(", "))
    context.world.jobs.require_analysis(context.world.jobs.job(job), dependencies, row["technologies"].split(", "))


@then("its entries are {string}, each with the one analysis that it names")
def entries_are(context, codes):
    jobs = context.world.jobs
    jobs.require_batch(jobs.job(""), codes.split(", "))


@then("{job} has a file that is exactly what its result says")
def has_file(context, job):
    context.world.jobs.require_file(context.world.jobs.job(job))


@then("the file is the same as the analysis exported directly")
def same_file(context):
    jobs = context.world.jobs
    jobs.require_same_file(jobs.job(""))


@then("the file is an archive of exactly one export of each, by name, the same as exported directly")
def is_archive(context):
    jobs = context.world.jobs
    jobs.require_archive(jobs.job(""))


@then("{person} is told that exactly the {int} are unknown")
def told_unknown(context, person, count):
    outcome = context.world.tried(person)
    outcome.require_faults(context.world.jobs.faults_of_unknown(count))


@given("{person} has the file of {job}")
@when("{person} fetches the file of {job}")
@when("{person} tries to fetch the file of {job}")
def tries_to_fetch(context, person, job):
    world = context.world
    world.outcomes.keep(world.jobs.try_to_fetch(world.jobs.job(job), world.person(person)))


@given("the platform has cleaned up the files of jobs")
@when("the platform cleans up the files of jobs")
def cleans_up(context):
    context.world.schedules.run("jobs.files_cleanup")


@then("PostgreSQL holds the file of {job} no more")
def file_is_gone(context, job):
    context.world.jobs.await_file_gone(context.world.jobs.job(job))


@then("PostgreSQL still holds the file of {job}")
def file_is_there(context, job):
    jobs = context.world.jobs
    count = jobs.stored_files(jobs.job(job))
    assert count == 1, f"the file of {job} should be kept, and PostgreSQL holds {count} of it"


@then("the numbers of jobs are for {person}")
def numbers_are(context, person):
    context.world.jobs.require_statistics(context.world.person(person), fields(context.table))


@then("the numbers of jobs of {thing} are for {person}")
def numbers_of_project_are(context, thing, person):
    world = context.world
    world.jobs.require_statistics(world.person(person), fields(context.table),
                                  project_id=world.projects.thing(*thing).record["id"])


@then("completed jobs are said to last as long as they did in the mean")
def mean_duration(context):
    world = context.world
    world.jobs.require_mean_duration(world.acting)


@when("{person} tries to have them analysed or exported in one call, or to dispatch {job}")
def tries_all_that_needs_the_queue(context, person, job):
    world = context.world
    world.outcomes.keep_only(world.jobs.try_all_that_needs_the_queue(
        world.jobs.job(job), world.person(person), world.noted["repositories"]))


@given("{person} has {job} of {thing}")
def has_job_of(context, person, job, thing):
    world = context.world
    repository = world.projects.thing(*thing).record["id"]
    world.jobs.have(world.person(person), job, parameters={"repository_id": repository})


@given("{person} has {job} that exports {analysis} as {export}")
def has_export_job(context, person, job, analysis, wish):
    world = context.world
    csv_type = {"csv_type": wish.csv_type} if "type" in wish.parameters else {}
    world.jobs.have(world.person(person), job, job_type="export", parameters={
        "analysis_id": world.analyses.analysis(analysis).record["id"], "format": wish.format, **csv_type})


@then("its result tells of {int} records")
def tells_of_records(context, count):
    jobs = context.world.jobs
    seen = jobs.record(jobs.job(""))["result"]["records_exported"]
    assert seen == count, f"the file should hold {count} records by its result, and holds {seen}"


@then("there is no analysis")
def there_is_no_analysis(context):
    context.world.jobs.require_analyses(0)


@then("there is/are {int} analysis/analyses")
def there_are_analyses(context, count):
    context.world.jobs.require_analyses(count)


@then("{thing} soon counts {int} job(s)")
def project_counts(context, thing, count):
    world = context.world
    world.jobs.await_counted(world.projects.thing(*thing), count)
