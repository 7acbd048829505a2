"""The platform's routes: FastAPI's, but for what is only described of them.

Every endpoint makes its answer itself, so that FastAPI needs to know of no shape; that a route takes and answers one is
looked up when somebody asks for the description (core.description), and costs no start of a process anything.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi import APIRouter

from reference.core.answers import shape_name

ANSWERS = "answers"  # in a route's description until it is asked for: the name of the shape that it answers


class Router(APIRouter):
    """The routes of one area."""

    def add_api_route(self, path: str, endpoint: Callable[..., Any], *, response_model: Any = None,
                      openapi_extra: dict[str, Any] | None = None, **options: Any) -> None:
        """Add a route. ``response_model``: the shape of what it answers where all is well."""
        extra = dict(openapi_extra or {})
        if isinstance(response_model, type) or hasattr(response_model, "__origin__"):
            extra[ANSWERS] = shape_name(response_model)
        super().add_api_route(path, endpoint, response_model=None, openapi_extra=extra or None, **options)
