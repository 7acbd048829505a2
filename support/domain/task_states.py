"""Where a task can stand, and what can be done with it there: the project's own copy of the platform's table."""

from __future__ import annotations

STATES = {
    "assigned": ["in_progress", "standby", "auto_closed"],
    "in_progress": ["completed", "partially_completed", "standby", "assigned", "auto_closed"],
    "standby": ["in_progress", "assigned", "auto_closed"],
    "partially_completed": ["in_progress", "completed", "auto_closed"],
    "completed": ["in_progress"],
    "auto_closed": [],
}

# What is done with a task -> the end of its address. Those after "reopen" change what is in it, and not where it stands.
DEEDS = {"start": "start", "put on standby": "standby", "resume": "resume", "hand back": "hand-back",
         "partly complete": "partial", "complete": "complete", "reopen": "reopen", "answer": "answers",
         "add a photo to": "photos", "assign": "assign", "change": ""}
SUPERVISORS = ("reopen", "assign", "change")  # the deeds that are not the worker's
DOES = {"starts": "start", "resumes": "resume", "hands back": "hand back", "partly completes": "partly complete",
        "completes": "complete"}

# How a task that is assigned and not begun gets there, deed by deed.
WAYS = {
    "assigned": [],
    "in_progress": ["start"],
    "standby": ["start", "put on standby"],
    "partially_completed": ["start", "add a photo to", "partly complete"],
    "completed": ["start", "complete"],
    "auto_closed": [],
}
