from __future__ import annotations

from reference.core import pictures
from tests.broken._starting import replace, start

RULE = "A photo is JPEG or PNG. This platform takes a GIF for one."
REQUIREMENTS = ("TSK-017",)
SCENARIOS = ("Another file, or a larger one, is refused and not kept",)

look_at = pictures.look_at


def look_at_more(content):
    return pictures.Picture("image/png", 1, 1) if content.startswith(b"GIF") else look_at(content)


if __name__ == "__main__":
    replace(pictures, "look_at", look_at_more)
    start()
