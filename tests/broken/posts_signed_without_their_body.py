from __future__ import annotations

from reference.plugins import webhook
from tests.broken._starting import replace, start

RULE = "A post is signed by its body. This platform signs the secret alone."
REQUIREMENTS = ("PLG-015",)
SCENARIOS = (
    "Who has the secret can tell that the platform wrote what was posted",
    "Who sends a secret as it is shown keeps it",
)

signature = webhook.signature


if __name__ == "__main__":
    replace(webhook, "signature", lambda secret, body: signature(secret, b""))
    start()
