from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "Who fetches a report or the trail's table leaves an event. This platform tells only of what is read on a screen."
REQUIREMENTS = ("AUD-002", "AUD-010")
SCENARIOS = ("Fetching a report is told as an export",
             "As a table the trail has a row for each event that was asked for, and no formula")

tell = calls.Call.tell


def tell_of_readings(call, event_type, *arguments, **details):
    if event_type != "export_executed":
        tell(call, event_type, *arguments, **details)


if __name__ == "__main__":
    replace(calls.Call, "tell", tell_of_readings)
    start()
