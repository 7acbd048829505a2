"""Reads feature files: what cannot be understood is said with its file, its line and what was expected there."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from behave.model import Feature
from behave.model_type import FileLocation
from behave.parser import ParserError
from behave.runner_util import parse_features

from support.settings import UsageError

_STEP = "a step (Given, When, Then, And, But)"
_BLOCKS = "Background:, Rule:, Scenario:, Scenario Outline: or tags"
_NAMED = re.compile(r"(?P<file>.*?\.feature)(?::(?P<line>.*))?")
# what behave's parser was at, and what may stand there
_EXPECTED = {
    "initial": "Feature: with its title, or tags in front of it",
    "feature": f"a description, or {_BLOCKS}",
    "rule": f"a description, or {_BLOCKS}",
    "background": f"{_STEP}, or the first Scenario:",
    "scenario": f"a description, or {_STEP}",
    "taggable_statement": "the Scenario:, Scenario Outline:, Rule: or Examples: that the tags are of",
    "steps": f'{_STEP}, its table (| … |) or text ("""), or the next Scenario: or Examples:',
}
# words of behave's parser, and what it wanted instead
_WANTED = {
    "TABLE-START without step": "a step in front of its table",
    "Multi-line text before": "a step in front of its text",
    "Malformed table": "as many cells as the first row of the table has",
    "BAD-INDENT": 'a text (""") that is closed, and indented as far as it began',
    "STEP REQUIRES": "Given, When or Then before the first And or But",
    "Second Background": "one Background: at the most",
    "supports no tags": "a Background: without tags",
    "Examples must only": "Examples: below a Scenario Outline: only",
    "tag: ": "nothing but tags in their line, each with its @",
}


def require_paths(paths: Iterable[str]) -> None:
    """Each is a folder, a feature file, a ``file:line``, or ``@`` and a file that lists such.

    :raises UsageError: for the first that is none of these.
    """
    for path in paths:
        named = _NAMED.fullmatch(path)
        file, line = (named["file"], named["line"]) if named else (path.removeprefix("@"), None)
        if line is not None and not re.fullmatch("[1-9][0-9]*", line):
            raise UsageError(f"{path}: a line is a number, as in {file}:12")
        if not Path(file).exists():
            raise UsageError(f"there is no file or folder {file}")
        if not (named or path.startswith("@") or Path(file).is_dir()):
            raise UsageError(f"{path} is no feature file: its name does not end with .feature")


def read_features(locations: Iterable[FileLocation | str], language: str | None = None) -> list[Feature]:
    """The features at these files or file:line.

    :raises UsageError: when one cannot be read or understood, or a line is behind the file's end.
    """
    locations = [FileLocation(each) if isinstance(each, str) else each for each in locations]
    for location in locations:
        _require_readable(location)
    with _half_rows() as half:
        try:
            features = parse_features(locations, language=language)
        except ParserError as fault:
            raise UsageError(_in_words(fault)) from fault
        except KeyError as fault:  # of behave's table of languages
            raise UsageError(f"a feature is said to be written in the language {fault}, which behave does not know: "
                             "behave --lang-list names those it does") from fault
    if half:
        raise UsageError("\n  ".join(half))
    return features


def _require_readable(location: FileLocation) -> None:
    path = Path(location.filename)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError as fault:
        raise UsageError(f"{path} is not written in UTF-8: {fault.reason} at byte {fault.start}") from fault
    except FileNotFoundError:
        raise UsageError(f"there is no {path}") from None
    except OSError as fault:
        raise UsageError(f"{path} cannot be read: {fault.strerror}") from fault
    if location.line is not None and location.line > len(lines):
        raise UsageError(f"{path}:{location.line}: there is no scenario: the file ends with line {len(lines)}")


def _in_words(fault: ParserError) -> str:
    path = Path(fault.filename or "")
    shown = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
    said = str(fault.args[0])
    state = said.partition("state=")[2].partition(" ")[0]
    expected = _EXPECTED.get(state) or next((words for known, words in _WANTED.items() if known in said), "")
    line = (fault.line_text or "").strip()
    if not line and path.is_file() and fault.line:
        line = "".join(path.read_text(encoding="utf-8").splitlines()[fault.line - 1:fault.line]).strip()
    return (f"{shown}:{fault.line or 1}: this is not understood: {line or said!r}"
            f"{f'; expected {expected}' if expected else f' ({said})'}")


@contextmanager
def _half_rows() -> Iterator[list[str]]:
    """What behave only logs: rows of tables without their last bar, of which it would drop the last cell."""
    found: list[str] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if "Malformed table row" in record.getMessage():
                path, line = record.args
                found.append(f"{path}:{line}: a row of a table ends without its bar; expected | … |")

    logger, keeping = logging.getLogger("behave"), Keeping()
    before, propagated = logger.level, logger.propagate
    logger.addHandler(keeping)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield found
    finally:
        logger.removeHandler(keeping)
        logger.setLevel(before)
        logger.propagate = propagated
