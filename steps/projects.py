"""Sentences about projects, and the repositories and technologies under them."""

from behave import given, then, when

from support.domain.tables import asked_and_found, fields, number, rows


@given("{person} has {thing}")
@when("{person} adds {thing}")
def adds(context, person, thing):
    context.world.projects.add(context.world.person(person), *thing, **fields(context.table))


@when("{person} tries to add {thing}")
def tries_to_add(context, person, thing):
    world = context.world
    world.outcomes.keep(world.projects.try_to_add(world.person(person), *thing, **fields(context.table)))


@when("{person} tries to add {thing} {int} times at the same moment")
def tries_to_add_at_once(context, person, thing, times):
    world = context.world
    world.outcomes.keep_only(world.projects.add_at_once(world.person(person), *thing, times))


@when("{person} tries to add a {word} with a name of {int} characters")
def tries_to_add_with_name_of(context, person, kind, length):
    world = context.world
    world.outcomes.keep(world.projects.try_to_add(world.person(person), kind, "n" * length))


@when("{person} changes {thing}")
def changes(context, person, thing):
    world = context.world
    world.projects.change(world.projects.thing(*thing), world.person(person), fields(context.table))


@when("{person} tries to change {thing}")
def tries_to_change(context, person, thing):
    world = context.world
    world.outcomes.keep(
        world.projects.try_to_change(world.projects.thing(*thing), world.person(person), fields(context.table)))


@given("{person} has deleted {thing}")
@when("{person} deletes {thing}")
def deletes(context, person, thing):
    world = context.world
    world.projects.delete(world.projects.thing(*thing), world.person(person))


@when("{person} tries to delete {thing}")
def tries_to_delete(context, person, thing):
    world = context.world
    world.outcomes.keep(world.projects.try_to_delete(world.projects.thing(*thing), world.person(person)))


@when("{person} tries to read {thing}")
def tries_to_read(context, person, thing):
    world = context.world
    world.outcomes.keep(world.projects.try_to_read(world.projects.thing(*thing), world.person(person)))


@then("{thing} reads exactly")
def reads(context, thing):
    context.world.projects.require_reads(context.world.projects.thing(*thing), fields(context.table))


@then("nothing about {thing} has changed")
def nothing_has_changed(context, thing):
    context.world.projects.require_unchanged(context.world.projects.thing(*thing))


@then("{thing} is unknown to {person}")
def is_unknown(context, thing, person):
    context.world.projects.require_unknown(context.world.projects.thing(*thing), context.world.person(person))


@then("{person} finds the {things} {string}")
def finds(context, person, kind, names):
    context.world.projects.require_found(context.world.person(person), kind, names.split(", "))


@then("{person} finds no {things}")
def finds_none(context, person, kind):
    context.world.projects.require_found(context.world.person(person), kind, [])


@then("asking {person}'s list of {things} gives, newest first")
def asking_gives(context, person, kind):
    world = context.world
    for asked, names in asked_and_found(context.table):
        world.projects.require_found(world.person(person), kind, names, **asked)


@then("{person} finds each of the {int} {things} once, in pages of {int}")
def finds_in_pages(context, person, count, kind, size):
    context.world.projects.require_in_pages(context.world.person(person), kind, count, size)


@when("{person} tries to find the {things} with {word} {string}")
def tries_to_find(context, person, kind, name, value):
    world = context.world
    world.outcomes.keep(world.projects.try_to_find(world.person(person), kind, **{name: value}))


@given("{thing} holds the files")
@when("{thing} gets the files")
def holds_files(context, thing):
    projects = context.world.projects
    repository = projects.thing(*thing)
    projects.put_files(repository, repository.owner, {each["path"]: each["text"].replace("\\n", "\n")
                                                      for each in rows(context.table, "path", "text")})


@when("{person} tries to put {int} files of {int} bytes into {thing}")
def tries_to_put_files(context, person, count, size, thing):
    world = context.world
    files = [(f"docks/{each}.txt", "x" * size) for each in range(count)]
    world.outcomes.keep(world.projects.try_to_put_files(world.projects.thing(*thing), world.person(person), files))


@when("{person} tries to put the files {string} into {thing}")
def tries_to_put_files_named(context, person, paths, thing):
    world = context.world
    files = [(path, "x") for path in paths.split(", ")]
    world.outcomes.keep(world.projects.try_to_put_files(world.projects.thing(*thing), world.person(person), files))


@then("{thing} has exactly the files")
def has_files(context, thing):
    projects = context.world.projects
    projects.require_files(projects.thing(*thing), {
        each["path"]: number(each["bytes"], "a file's size") for each in rows(context.table, "path", "bytes")})


@then("{thing} has no files")
def has_no_files(context, thing):
    context.world.projects.require_files(context.world.projects.thing(*thing), {})


@then("the numbers of {thing} are soon")
def numbers_are(context, thing):
    context.world.projects.require_statistics(context.world.projects.thing(*thing), fields(context.table))


@when("{person} tries everything with what is under {thing}")
def tries_everything(context, person, thing):
    world = context.world
    world.noted["tries"] = world.projects.try_everything(world.person(person))


@then("each of it is refused exactly as for an id that nobody has")
def each_is_unknown(context):
    context.world.projects.require_all_unknown(context.world.noted["tries"])


@then("all that is under {thing} is unknown to {person}")
def all_is_unknown(context, thing, person):
    world = context.world
    world.projects.require_all_unknown(world.projects.try_everything(world.person(person)))
