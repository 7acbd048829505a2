"""Sentences about the devices by which people work."""

from behave import given, then, when

from support.domain.tables import rows


@given("{person} has registered the {device_type} {string}")
def has_registered(context, person, kind, device):
    world = context.world
    world.devices.try_to_register(world.person(person), device, kind).require_accepted(201)


@when("{person} registers the {device_type} {string}")
@when("{person} tries to register the {device_type} {string}")
def registers(context, person, kind, device):
    world = context.world
    world.outcomes.keep(world.devices.try_to_register(world.person(person), device, kind))


@when("{person} registers the {device_type} {string} as {string}")
def registers_as(context, person, kind, device, name):
    world = context.world
    world.outcomes.keep(world.devices.try_to_register(world.person(person), device, kind, name=name))


@when("{person} tries to register a {word} of no known type")
def tries_unknown_type(context, person, kind):
    world = context.world
    world.outcomes.keep(world.devices.try_to_register(world.person(person), f"{kind}-0007", kind))


@when("{person} tries to register a device whose id has {int} characters")
def tries_id_of_length(context, person, length):
    world = context.world
    world.outcomes.keep(world.devices.try_to_register(world.person(person), "d" * length, "phone"))


@when("{person} registers the {device_type} {string} {int} times at the same moment")
def registers_at_once(context, person, kind, device, times):
    world = context.world
    world.outcomes.keep_only(world.devices.register_at_once(world.person(person), device, kind, times))


@when("{person} tries to read, name and deactivate the device {string}")
def tries_everything(context, person, device):
    world = context.world
    world.outcomes.keep_only(world.devices.try_everything(world.person(person), device))


@when("{person} names the device {string} {string}")
def names_it(context, person, device, name):
    world = context.world
    world.outcomes.keep(world.devices.rename(world.person(person), device, name))


@when("{person} and {person} name the device {string} from version {int} at the same moment")
def name_at_once(context, one, other, device, version):
    world = context.world
    people = [world.person(one), world.person(other)]
    world.outcomes.keep_only(world.devices.rename_at_once(people, device, version))


@given("{person} is connected by the device {string}")
def is_connected(context, person, device):
    world = context.world
    world.devices.connect(world.person(person), device)


@given("{person} has deactivated the device {string}")
@when("{person} deactivates the device {string}")
def deactivates(context, person, device):
    world = context.world
    world.devices.deactivate(world.person(person), device)


@then("it is registered anew, with the priority {int}")
def is_registered(context, priority):
    world = context.world
    world.devices.require_registered(world.outcomes.last()[0], "registered", priority)


@then("it is known already, with the priority {int}")
def is_known(context, priority):
    world = context.world
    world.devices.require_registered(world.outcomes.last()[0], "updated", priority)


@then("of these attempts one made the device and the others found it")
def one_made_it(context):
    context.world.devices.require_made_once(context.world.outcomes.all)


@then("{person}'s list of devices is, newest first")
def list_is(context, person):
    world = context.world
    expected = rows(context.table, "device", "type", "name", "priority", "status", "whose")
    world.devices.require_listed(world.person(person), expected)


@then("{person} finds the device(s) {string} and no other")
def finds_devices(context, person, devices):
    world = context.world
    world.devices.require_only(world.person(person), devices.split(", "))


@then("{person} finds no device")
def finds_none(context, person):
    world = context.world
    world.devices.require_only(world.person(person), [])


@then("the device {string} of {person} is called {string}")
def is_called(context, device, person, name):
    world = context.world
    world.devices.require_name(world.person(person), device, name)


@then("for {person} the device {string} is as the one who was accepted left it")
def is_as_left(context, person, device):
    world = context.world
    world.devices.require_as_left(world.person(person), device, world.outcomes.all)


@then("the device {string} is told that it is deactivated, and is disconnected")
def is_disconnected(context, device):
    context.world.devices.require_disconnected(device)


@then("the device {string} is still connected")
def is_still_connected(context, device):
    context.world.devices.require_connected(device)
