from __future__ import annotations

from reference.attendance import check_ins, faces
from tests.broken._starting import replace, start

RULE = "The place is looked at before the face. This platform asks the face service first."
REQUIREMENTS = ("ATT-012",)
SCENARIOS = ("Who is not at the site is told of that, and the face is not looked at",)

check_in = check_ins.check_in


def face_first(call, wanted):
    faces.verified(call, wanted.face_photo and wanted.face_photo.data, needed=False)
    return check_in(call, wanted)


if __name__ == "__main__":
    replace(check_ins, "check_in", face_first)
    start()
