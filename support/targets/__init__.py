"""Which system is driven, what it offers, and where its words differ."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from support.settings import Settings, UsageError

if TYPE_CHECKING:
    from support.targets.base import Target

NAMES = ("reference", "deployed")


def make_target(settings: Settings, log_folder: Path) -> Target:
    """The target that the settings name; nothing is started or connected yet.

    :raises UsageError: when there is none of that name.
    """
    if settings.target == "reference":
        from support.targets.reference import ReferenceTarget

        return ReferenceTarget(settings, log_folder)
    if settings.target == "deployed":
        from support.targets.deployed import DeployedTarget

        return DeployedTarget(settings)
    raise UsageError(f"there is no target {settings.target!r}; there are {' and '.join(NAMES)}")
