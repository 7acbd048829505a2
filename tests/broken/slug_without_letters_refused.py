from __future__ import annotations

from reference.core import inputs
from reference.core.errors import Fault, faulty
from tests.broken._starting import replace, start

RULE = "A slug may be of digits and hyphens alone. This platform wants a letter first."
REQUIREMENTS = ("TEN-004",)
SCENARIOS = ("A slug is made of small letters, digits and hyphens",)

read = inputs.read_object


def read_and_want_a_letter(body):
    sent = read(body)
    for name in ("slug", "tenant_slug"):
        if not str(sent.get(name, "a"))[:1].isalpha():
            raise faulty([Fault(name, "format", "This must begin with a letter.")])
    return sent


if __name__ == "__main__":
    replace(inputs, "read_object", read_and_want_a_letter)
    start()
