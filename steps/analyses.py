"""Sentences about analyses that people import."""

from behave import given, then, when

from support.domain.tables import entries, fields, rows


@given("{person} has a/an {analysis_kind} analysis")
@when("{person} imports a/an {analysis_kind} analysis")
def has(context, person, kind):
    context.world.analyses.have(context.world.person(person), kind, **fields(context.table))


@given("{person} has a/an {analysis_kind} analysis {string}")
def has_named(context, person, kind, name):
    context.world.analyses.have(context.world.person(person), kind, name, **fields(context.table))


@given("{person} has a/an {analysis_kind} analysis in a project of her/his own")
def has_in_own_project(context, person, kind):
    world = context.world
    who = world.person(person)
    world.projects.add(who, "project", world.data.full_name("Cranes"))
    world.analyses.have(who, kind, "foreign")


@given("{person} has an analysis with these {analysis_part}")
@when("{person} imports an analysis with these {analysis_part}")
def has_with(context, person, part):
    context.world.analyses.have_with(context.world.person(person), part, entries(context.table))


@given("{person} has an analysis with these metrics")
def has_metrics(context, person):
    context.world.analyses.have_metrics(context.world.person(person), fields(context.table))


@given("{person} has an analysis of {thing}")
def has_of_repository(context, person, thing):
    world = context.world
    repository = world.projects.thing(*thing).record["id"]
    world.analyses.have(world.person(person), "empty", repository_id=repository)


@when("{person} tries to import an analysis of {thing}")
def tries_to_import_of(context, person, thing):
    world = context.world
    sent = {"repository_id": world.projects.thing(*thing).record["id"]}
    world.outcomes.keep(world.analyses.try_to_import(world.person(person), sent))


@when("{person} tries to import an analysis with {faulty_analysis}")
def tries_to_import_faulty(context, person, sent):
    world = context.world
    world.outcomes.keep(world.analyses.try_to_import(world.person(person), sent))


@when("{person} tries to read {analysis}")
def tries_to_read(context, person, name):
    world = context.world
    world.outcomes.keep(world.analyses.try_to_read(world.analyses.analysis(name), world.person(person)))


@when("{person} tries to delete {analysis}")
def tries_to_delete(context, person, name):
    world = context.world
    world.outcomes.keep(world.analyses.try_to_delete(world.analyses.analysis(name), world.person(person)))


@then("{analysis} reads as it was sent")
def reads_as_sent(context, name):
    context.world.analyses.require_as_sent(context.world.analyses.analysis(name))


@then("its dependencies stand so")
def dependencies_stand(context):
    analyses = context.world.analyses
    analyses.require_statuses(analyses.analysis(), {each["name"]: each["status"]
                                                    for each in rows(context.table, "name", "status")})


@then("{analysis} names its project {string}")
def names_its_project(context, name, path):
    context.world.analyses.require_path(context.world.analyses.analysis(name), path)


@then("{person} finds no analysis")
def finds_none(context, person):
    context.world.analyses.require_found(context.world.person(person), [])


@then("{person} finds exactly {analysis} among those of {thing}")
def finds_of(context, person, name, thing):
    world = context.world
    found = world.projects.thing(*thing)
    world.analyses.require_found(world.person(person), [world.analyses.analysis(name).id],
                                 **{f"{found.kind}_id": found.record["id"]})


@when("{person} adds a project, a technology and an analysis, of which every text is this")
def adds_all_of_text(context, person):
    context.world.analyses.have_all_of_text(context.world.person(person), context.text)


@then("each of them reads back with this text, unchanged")
def all_read_back(context):
    context.world.analyses.require_text_everywhere()


@then("no repository has this name, no file this type, and no export this format")
def is_no_name(context):
    context.world.analyses.require_text_refused()
