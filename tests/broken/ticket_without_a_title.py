from __future__ import annotations

from reference.core.inputs import Text
from reference.tickets import api
from tests.broken._starting import replace, start

RULE = "A ticket has a title. This platform gives it one."
REQUIREMENTS = ("TKT-016",)
SCENARIOS = ("A ticket has a title of 1 to 200 characters",)


class NewTicket(api.NewTicket):
    title: Text(1, 200) = "Untitled"


if __name__ == "__main__":
    replace(api, "NewTicket", NewTicket)
    start()
