from __future__ import annotations

import base64

from reference.attendance import punches
from reference.core import audit
from tests.broken._starting import replace, start

RULE = "A photo never stands in the trail. This platform tells who came with the photo that was sent."
REQUIREMENTS = ("AUD-012",)
SCENARIOS = ("That somebody came is told without the photo of the face",)


keep_photo = punches.keep_photo


def kept_and_told(session, record, part, at, photo):
    keep_photo(session, record, part, at, photo)
    if photo is not None:
        audit.add_details(session, record, picture=base64.b64encode(photo.data).decode())


if __name__ == "__main__":
    replace(punches, "keep_photo", kept_and_told)
    start()
