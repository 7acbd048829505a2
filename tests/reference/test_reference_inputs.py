"""What is sent is checked whole: each fault at its place, with the code that the platform promises."""

from __future__ import annotations

import pytest

from reference.accounts.people_api import PersonChange
from reference.core import inputs
from reference.core.errors import Fault
from reference.core.settings import SettingsError, settings
from reference.missions.api import NewMission
from reference.tenancy.api import Quotas

MISSION = {"name": "Survey", "scope": ["127.0.0.1"], "goals": ["report"]}


@pytest.mark.parametrize("model, sent, faults", [
    (PersonChange, {"role": None, "status": 3}, [("role", "type"), ("status", "type")]),
    (PersonChange, {"role": "king", "version": 0}, [("version", "out_of_range"), ("role", "not_allowed")]),
    (Quotas, {"missions_running": None, "missions_per_month": -1},
     [("missions_per_month", "out_of_range"), ("missions_running", "type")]),
    (NewMission, MISSION | {"goals": ["report", "report", 3, "win"]},
     [("goals.1", "not_allowed"), ("goals.2", "type"), ("goals.3", "not_allowed")]),
    (NewMission, MISSION | {"scope": ["A.test", "a.TEST ", "", 3, "10.0.0.1", "127.0.0.0/24", "127.0.1.0/24", "a\x00"]},
     [("scope.1", "not_allowed"), ("scope.2", "too_short"), ("scope.3", "type"), ("scope.4", "not_allowed"),
      ("scope.5", "out_of_range"), ("scope.6", "out_of_range"), ("scope.7", "format")]),
    (NewMission, MISSION | {"goals": [], "scope": ["a"] * 101}, [("scope", "too_long"), ("goals", "too_short")]),
])
def test_all_faults_at_once(model: type, sent: dict, faults: list[tuple[str, str]]) -> None:
    found: list[Fault] = []
    assert inputs.check(model, sent, found) is None
    assert [(fault.field, fault.code) for fault in found] == faults


def test_a_setting_that_cannot_be_used_is_named_and_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JWT_SECRET", "canary")
    monkeypatch.setenv("PORT", "canary")
    settings.cache_clear()
    with pytest.raises(SettingsError) as found:
        settings()
    settings.cache_clear()
    assert "JWT_SECRET" in str(found.value) and "PORT" in str(found.value) and "canary" not in str(found.value)
