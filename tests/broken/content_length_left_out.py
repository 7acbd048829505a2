from __future__ import annotations

from reference.exports import api
from tests.broken._starting import replace, start

RULE = "The length of an export is announced. This platform sends it in pieces."
REQUIREMENTS = ("EXP-008",)
SCENARIOS = (
    "An analysis is had as a file that holds all of it",
    "All files agree on how many dependencies are outdated",
)

send = api.downloads.download


def download(name, content, media_type):
    answer = send(name, content, media_type)
    del answer.headers["Content-Length"]
    return answer


if __name__ == "__main__":
    replace(api.downloads, "download", download)
    start()
