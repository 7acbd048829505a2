from __future__ import annotations

from fastapi.responses import StreamingResponse

from reference.core import downloads
from tests.broken._starting import replace, start

RULE = "A file says how long it is. This platform sends it piece by piece, and does not say."
REQUIREMENTS = ("REP-014",)
SCENARIOS = ("The report can be had as a file, whole and as long as announced",)

whole = downloads.download


def download(name, content, media_type):
    kept = whole(name, "", media_type).headers
    headers = {each: kept[each] for each in kept if each not in ("content-length", "content-type")}
    return StreamingResponse(iter([content]), media_type=media_type, headers=headers)


if __name__ == "__main__":
    replace(downloads, "download", download)
    start()
