"""Patterns of knowledge rules: regular expressions in RE2's syntax, whose search takes time linear in the text.

So no pattern that somebody writes can hold up a worker, however it is nested.
"""

from __future__ import annotations

import re2

_OPTIONS = re2.Options()
_OPTIONS.log_errors = False  # who sent the pattern is told
_OPTIONS.max_mem = 1 << 20


def is_pattern(pattern: str) -> bool:
    """Whether it can be searched for."""
    try:
        re2.compile(pattern, _OPTIONS)
    except re2.error:
        return False
    return True


def is_in(pattern: str, text: str) -> bool:
    """Whether the pattern is found anywhere in the text."""
    return re2.compile(pattern, _OPTIONS).search(text) is not None
