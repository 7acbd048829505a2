"""Tasks of workers at sites, single ones and those that recur.

Not called ``tasks``: inside the platform that word is for background work (core.tasks, missions.tasks).
"""
