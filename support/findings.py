"""The ways in which a scenario can end badly that are nobody's programming error."""


class Finding(AssertionError):
    """The platform did not keep a promise. Being an AssertionError, it makes the step *failed*, never *error*."""


class WrongScenario(Exception):
    """The scenario says what cannot be: a name that nobody has, a table that does not fit. Nothing is known of the
    promise."""


class PlatformGone(Exception):
    """The platform could not be reached or stopped answering while a scenario ran: nothing is known of the promise."""
