from __future__ import annotations

from reference.core import mail
from tests.broken._starting import replace, start

RULE = "A name in a mail is text. This platform writes it into the page as it stands."
REQUIREMENTS = ("ACC-010",)
SCENARIOS = ("The mail says who invites to what, whatever they are called",)


def escape(text):
    return text


if __name__ == "__main__":
    replace(mail, "escape", escape)
    start()
