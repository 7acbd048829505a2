"""What a name in a sentence stands for: the record of that name, and without a name the one that was spoken of last."""

from __future__ import annotations

from typing import TypeVar

from support.findings import WrongScenario

Known = TypeVar("Known")


def spoken_of(known: dict[str, Known], name: str, what: str) -> Known:
    """The one of that name, from now on the one spoken of; without a name: that one.

    :param known: by the names that the scenario gave, the one spoken of last at the end.
    :param what: of which kind it is, for who named none: "job", "ticket".
    :raises WrongScenario: when there is none.
    """
    if name and name not in known:
        raise WrongScenario(f'no {what} is called "{name}" here; known are {list(known)}')
    if name:
        known[name] = known.pop(name)
    if not known:
        raise WrongScenario(f"no {what} is spoken of yet: name one first")
    return next(reversed(known.values()))
