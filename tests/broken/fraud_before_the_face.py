from __future__ import annotations

from reference.attendance import alerts, check_ins, history
from tests.broken._starting import replace, start

RULE = "The face is looked at before what looks like fraud. This platform alerts of the device first."
REQUIREMENTS = ("ATT-012",)
SCENARIOS = ("Whose face is another's is told of that, whatever else looks like fraud",)

arrive = check_ins._arrival


def alerting(session, person_id, wanted, at):
    arrival = arrive(session, person_id, wanted, at)
    if history.is_shared(session, person_id, arrival.punch.device_id, at):
        alerts.raise_alert(session, person_id, "device_sharing", "medium")
    return arrival


if __name__ == "__main__":
    replace(check_ins, "_arrival", alerting)
    start()
