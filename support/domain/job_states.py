"""Where a job can stand, and what can then be done with it: the suite's own copy of the platform's table."""

STATES = ("pending", "running", "completed", "failed", "cancelled")
REACHES = {"pending": ["running", "cancelled"], "running": ["completed", "failed", "cancelled"], "completed": [],
           "failed": [], "cancelled": []}
ENDED = ("completed", "failed", "cancelled")

# What a runner outside says of its job at each report.
REPORTS = {
    "report that it runs": {"status": "running", "progress": 50, "current_step": "Half of it"},
    "report that it is done": {"status": "completed", "result": {"gates": 3}},
    "report that it failed": {"status": "failed", "error": {"code": "no_light", "message": "The lamps are out."}},
}
VERBS = ("dispatch", "cancel", "delete", *REPORTS)

# By runner and state: what can be done, and where that leads; None: the job is gone. All else is refused.
POSSIBLE: dict[tuple[str, str], dict[str, str | None]] = {
    ("external", "pending"): {"cancel": "cancelled", "delete": None, "report that it runs": "running"},
    ("external", "running"): {"cancel": "cancelled", "report that it runs": "running",
                              "report that it is done": "completed", "report that it failed": "failed"},
    **{("external", state): {"delete": None} for state in ENDED},
    ("platform", "pending"): {"dispatch": "pending", "cancel": "cancelled", "delete": None},
    ("platform", "dispatched"): {"cancel": "cancelled"},
    ("platform", "running"): {"cancel": "cancelled"},
    **{("platform", state): {"delete": None} for state in ENDED},
}
QUEUE_STATES = {"pending": "queued", "running": "started", "completed": "succeeded", "failed": "failed",
                "cancelled": "revoked"}
