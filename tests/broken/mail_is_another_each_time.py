from __future__ import annotations

from dataclasses import replace as changed
from secrets import token_hex

from reference.core import mail
from tests.broken._starting import replace, start

RULE = "A mail that is tried again is the same mail. This platform gives it another Message-ID each time."
REQUIREMENTS = ("ACC-010",)
SCENARIOS = ("A mail that is turned away is tried again, and stays the same mail",)

write = mail.written


def written(message):
    return write(changed(message, identifier=token_hex(8)))


if __name__ == "__main__":
    replace(mail, "written", written)
    start()
