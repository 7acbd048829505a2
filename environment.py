"""behave's hooks. Each hands over to the session of the run; nothing else stands here."""

from support.running.place import require_own_runner

require_own_runner(__file__)


def before_scenario(context, scenario):
    context.world = context.config.session.begin(scenario)


def before_step(context, step):
    context.config.session.step_begins()


def after_step(context, step):
    context.config.session.step_ended(context.world, step, context.left_unread())


def after_scenario(context, scenario):
    context.config.session.end(getattr(context, "world", None), scenario)  # none where it could not begin
