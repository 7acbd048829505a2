from __future__ import annotations

from reference.core import pictures
from tests.broken._starting import replace, start

RULE = "What a photo is, its content says. This platform does not look."
REQUIREMENTS = ("TSK-017",)
SCENARIOS = ("A text that is called a picture is none",)


if __name__ == "__main__":
    replace(pictures, "look_at", lambda content: pictures.Picture("image/jpeg", 1, 1))
    start()
