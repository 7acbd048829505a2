"""One look from outside at whether a platform is still there."""

from __future__ import annotations

import json
import threading

import httpx

from support.reporting.masking import Mask
from support.settings import redact_url

PATH = "/api/version"
SECONDS = 5.0
LONGEST = 1_000_000  # bytes of an answer that are read
SHOWN = 200  # characters of it


def what_is_wrong_at(base_url: str, mask: Mask, seconds: float = SECONDS) -> str:
    """In words why no platform is there, else empty: one request on a connection of its own.

    The whole look ends after ``seconds``, however slowly the answer drips.
    """
    found: list[str] = []
    look = threading.Thread(target=lambda: found.append(_look(base_url, mask, seconds)), daemon=True)
    look.start()
    look.join(seconds)
    return found[0] if found else f"there is no answer in {seconds:g} s at {_place(base_url)}"


def _look(base_url: str, mask: Mask, seconds: float) -> str:
    place = _place(base_url)
    is_secured = base_url.startswith("https:")  # else nobody's certificates are needed, and reading them takes longest
    try:
        with (httpx.Client(timeout=seconds, trust_env=False, verify=is_secured) as client,
              client.stream("GET", base_url.rstrip("/") + PATH) as answer):
            body = b""
            for part in answer.iter_bytes():
                body += part
                if len(body) > LONGEST:
                    break
    except httpx.TimeoutException:
        return f"there is no answer in {seconds:g} s at {place}"
    except httpx.ConnectError as fault:
        return mask(f"nobody listens at {place}: {fault}")
    except (httpx.HTTPError, httpx.InvalidURL) as fault:
        return mask(f"there is no HTTP at {place}: {type(fault).__name__}: {fault}")
    text = body.decode("utf-8", "replace")
    # Masked before it is cut: half a secret is not known as one.
    return "" if _is_the_platforms(text, answer.status_code) else f"{place} answers rubbish: {mask(text)[:SHOWN]!r}"


def _is_the_platforms(text: str, status: int) -> bool:
    """A platform says its version, or refuses in the form that all refusals have: it lives, then."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(said, dict) and ("version" in said or (said.get("status") == status and "title" in said))


def _place(base_url: str) -> str:
    return redact_url(base_url).rstrip("/") + PATH
