"""Missions as the reference platform keeps them: where it promises more than the rules ask for."""

from __future__ import annotations

from support.domain.missions import Missions


class ReferenceMissions(Missions):
    """The reference looks for a pause before every step, so that none follows the one in hand."""

    pause_grace_seconds = 0.0
