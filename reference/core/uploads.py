"""Files that people send: bodies of multipart/form-data, read as a whole."""

from __future__ import annotations

import io
from dataclasses import dataclass

from multipart import MultipartError, MultipartParser, parse_options_header

from reference.core.errors import Fault, Problem, faulty
from reference.core.inputs import is_storable, printable

MEDIA_TYPE = "multipart/form-data"
LIMIT = 20 * 1024 * 1024  # bytes of a whole body
MOST_PARTS = 20
LONGEST_NAME = 255


@dataclass(frozen=True)
class Upload:
    """One file, under the name that it has where it comes from."""

    name: str
    content: bytes


def is_upload(content_type: str) -> bool:
    return content_type.split(";")[0].strip().lower() == MEDIA_TYPE


def only_file(content_type: str, content: bytes, field: str) -> Upload:
    """The file in the part ``field`` of a body that has no other part; raises the refusal where it is not so."""
    if not is_upload(content_type):
        raise Problem(415, detail=f"The body must be {MEDIA_TYPE}.")
    found: list[Upload] = []
    faults: list[Fault] = []
    for name, file_name, sent in _parts(content_type, content):
        if name != field:
            faults.append(Fault(printable(name), "unknown_field", "This field is not known."))
        elif file_name is None:
            faults.append(Fault(field, "type", "This must be a file."))
        elif not is_storable(file_name):
            faults.append(Fault(field, "format", "The file's name is not well formed."))
        else:
            found.append(Upload(_base_name(file_name) or field, sent))
    if len(found) > 1:
        faults.append(Fault(field, "too_long", "One file at a time."))
    if not found and not faults:
        faults.append(Fault(field, "required", "This field is needed."))
    if faults:
        raise faulty(faults)
    return found[0]


def _parts(content_type: str, content: bytes) -> list[tuple[str, str | None, bytes]]:
    """Name, file name and content of each part; raises a 400 where the body is none of its kind."""
    boundary = parse_options_header(content_type)[1].get("boundary", "")
    try:
        parser = MultipartParser(io.BytesIO(content), boundary.encode("ascii"), len(content), strict=True,
                                 part_limit=MOST_PARTS, spool_limit=LIMIT, memory_limit=LIMIT)
        return [(part.name or "", part.filename, part.raw) for part in parser]
    except (MultipartError, ValueError, AssertionError):
        raise Problem(400, detail=f"The body is not well-formed {MEDIA_TYPE}.") from None


def _base_name(name: str) -> str:
    """Without the folders that some browsers send with it."""
    return name.replace("\\", "/").rpartition("/")[2].strip()[:LONGEST_NAME]
