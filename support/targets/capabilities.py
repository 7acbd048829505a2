"""What a target can offer, and that one cannot be had: known before any target is made."""

from __future__ import annotations


class TargetUnreachable(Exception):
    """The platform could not be reached in the time that it has; ends with exit code 3."""


# What a scenario may require with @requires.<capability>, in the words of a report.
CAPABILITIES = {
    "clock": "moving the platform's clock",
    "signing_key": "the key that signs access tokens",
    "platform_key": "the key for operations above all tenants",
    "database": "access to its PostgreSQL",
    "cache": "access to its Redis",
    "queue": "access to its task queue",
    "mail": "its mail going to the suite's mail server",
    "face": "its faces being recognised by the suite's face service",
    "language_model": "its language model being the suite's",
    "webhook": "reaching the suite's receiver of webhooks",
    "stand_ins": "reaching the suite's stand-ins",
    "faults": "letting its parts fail",
    "listed_origin": "an origin that it lets in",
    "store_faults": "letting its datastores fail",
    "addresses": "being asked from addresses of the suite's choice",
    "restart": "being restarted",
    "diagnostics": "its diagnostic tasks",
    "coverage": "measuring which of its code ran",
    "broken_variants": "being started with a broken rule",
}
