from __future__ import annotations

from reference.attendance import access
from tests.broken._starting import replace, start

RULE = "A colleague's pay rates do not exist for who works at sites. This platform shows them."
REQUIREMENTS = ("ATT-037",)
SCENARIOS = ("For others a colleague's pay rates do not exist",)


if __name__ == "__main__":
    replace(access, "sees_all", lambda person: True)
    start()
