"""Broken variants of the reference platform: each breaks one rule, and a scenario must notice.

A variant is a module of this folder. It says, as plain constants that can be read without running it:

- ``RULE``: what the platform should do, and this one does not;
- ``REQUIREMENTS``: the rows of features/requirements.csv that promise it;
- ``SCENARIOS``: the titles of the scenarios that must fail against it (of an outline: at least one of its rows);
- ``MISSING``, only where there are none of these: which scenario is missing, and what it waits for.

Started as a program it replaces one function or table of the reference and goes on as ``python -m reference`` does, in
each of its processes. The reference itself knows nothing of it. To run one:

    behave -D broken=<name> --name "<title>"
"""

from __future__ import annotations

import sys
from collections.abc import MutableMapping
from typing import Any


def replace(place: Any, name: str, by: Any) -> None:
    """Put ``by`` where a module, class or table has ``name``.

    :raises LookupError: when it has no such thing any more: a variant that breaks nothing would look like a survivor.
    """
    if isinstance(place, MutableMapping):
        if name not in place:
            raise LookupError(f"there is no {name!r} in this table any more: mend the variant {sys.argv[0]}")
        place[name] = by
        return
    if not hasattr(place, name):
        raise LookupError(f"{place} has no {name} any more: mend the variant {sys.argv[0]}")
    setattr(place, name, by)


def start() -> None:
    """Go on as the reference platform does."""
    from reference.__main__ import main

    main(sys.argv[1:])
