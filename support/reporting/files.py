"""Writing what a run leaves: whole or not at all, and masked."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import orjson

from support.reporting.masking import Mask

_NEVER_SECRET = frozenset({int, float, bool, type(None)})


def write_text(path: Path, text: str) -> None:
    """Write ``text`` so that a reader finds the old file or the new one, never half of it."""
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise


def write_json(path: Path, data: dict[str, Any]) -> None:
    """Write ``data``, which is masked already, as JSON: a line for each member, and each item of one."""
    write_text(path, "{\n" + ",\n".join(f"{_json(name)}: {_lines(value)}" for name, value in data.items()) + "\n}\n")


def _lines(value: Any) -> str:
    if isinstance(value, list) and value:
        return "[\n " + ",\n ".join(map(_json, value)) + "\n]"
    if isinstance(value, dict) and value:
        return "{\n " + ",\n ".join(f"{_json(name)}: {_json(each)}" for name, each in value.items()) + "\n}"
    return _json(value)


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


def masked(data: Any, mask: Mask) -> Any:
    """The same structure, each text in it masked: before it is encoded, while the mask can read it."""
    kind = type(data)
    if kind is str:
        return mask(data)
    if kind in _NEVER_SECRET:  # most of what there is
        return data
    if isinstance(data, dict):
        return {key: masked(value, mask) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [masked(value, mask) for value in data]
    return mask(data) if isinstance(data, str) else data


def mask_logs(folder: Path, mask: Mask) -> None:
    """Mask the logs that the processes of the run wrote: they have ended, and nobody promised what they print."""
    for path in folder.rglob("*.log"):
        text = path.read_text(encoding="utf-8", errors="replace")
        without = mask(text)
        if without != text:
            try:
                write_text(path, without)
            except OSError:  # no room for both: better half a log than a secret in a whole one
                path.write_text(without, encoding="utf-8")


def point_latest(folder: Path) -> None:
    """Make ``latest`` beside ``folder`` lead to it: a link, or where none can be made a file with the name."""
    latest = folder.parent / "latest"
    unfinished = folder.parent / f".latest.{uuid.uuid4().hex}"
    try:
        unfinished.symlink_to(folder.name, target_is_directory=True)
    except (OSError, NotImplementedError):
        unfinished.write_text(folder.name + "\n", encoding="utf-8")
    try:
        unfinished.replace(latest)
    except OSError:  # something that is no link of ours stands there: better no pointer than a lost folder
        unfinished.unlink()


def folder_of(path: Path) -> Path:
    """The report folder that ``path`` means: itself, or the one that the text file ``latest`` names."""
    return path.parent / path.read_text(encoding="utf-8").strip() if path.is_file() else path
