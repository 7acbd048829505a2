from __future__ import annotations

from fastapi import Response

from reference.core import application
from tests.broken._starting import replace, start

RULE = "Nobody removes an event through the platform. This one offers that to whoever asks."
REQUIREMENTS = ("AUD-013",)
SCENARIOS = ("Nobody changes or removes an event through the platform",)

build = application.build


def build_with_removal():
    app = build()
    app.add_api_route("/api/v2/audit/events/{event_id}", lambda event_id: Response(status_code=204), methods=["DELETE"])
    return app


if __name__ == "__main__":
    replace(application, "build", build_with_removal)
    start()
