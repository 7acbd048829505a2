"""Compares every answer with the platform's own description: path, verb, status, headers, kind of content, body."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from support.drivers.description import ADDRESS, Described, Description, Operation, pointer

if TYPE_CHECKING:
    from jsonschema_rs import ValidationError

    from support.drivers.http import Exchange
    from support.reporting.masking import Mask

_SHOWN = 80  # characters of a value
_WITHOUT_BODY = (204, 205, 304)


def disagreements(description: Description, exchanges: Iterable[Exchange], mask: Mask) -> list[str]:
    """Where the answers disagree with the description, in words; each disagreement once."""
    return list(dict.fromkeys(words for exchange in exchanges for words in _faults(description, exchange, mask)))


def _faults(description: Description, exchange: Exchange, mask: Mask) -> Iterator[str]:
    operation = description.asked_for(exchange.method, exchange.path)
    if operation is not None:
        yield from _faults_of_answer(description, operation, exchange, mask)
    elif not exchange.is_preflight and exchange.path != ADDRESS:
        path = description.path_of(exchange.path)
        status, expected = exchange.answer.status, 405 if path else 404
        if status != expected:
            unknown = "a verb of that path" if path else "a path"
            yield (f"{exchange.method} {path or mask(exchange.path)} answered {status}, and is {unknown} that {ADDRESS} "
                   f"does not know: it should answer {expected}")


def _faults_of_answer(description: Description, operation: Operation, exchange: Exchange, mask: Mask) -> Iterator[str]:
    answer = exchange.answer
    begins = f"{operation.name} answered {answer.status}"
    described = description.answer(operation, answer.status)
    if described is None:
        listed = ", ".join(operation.body.get("responses", {}))
        yield f"{begins}, which {ADDRESS} does not list among its answers ({listed})"
        return
    yield from _faults_of_headers(description, described, exchange, begins)
    if answer.status in _WITHOUT_BODY or not described.content:
        if answer.body:
            yield f"{begins} with a body of {len(answer.body)} bytes, and {ADDRESS} describes none"
        return
    media_type = answer.media_type.strip().lower()
    if media_type not in described.content:
        yield (f"{begins} with {media_type or 'no kind of content'}, and {ADDRESS} describes "
               f"{' or '.join(described.content)}")
        return
    if "schema" not in described.content[media_type]:
        return
    try:
        value = json.loads(answer.body) if _is_json(media_type) else answer.text
    except ValueError:
        yield f"{begins} with a body that is no JSON"
        return
    validator = description.validator((*described.place, "content", media_type, "schema"))
    if not validator.is_valid(value):
        yield from (_disagreement(begins, error, mask) for error in validator.iter_errors(value))


def _faults_of_headers(description: Description, described: Described, exchange: Exchange, begins: str) -> Iterator[str]:
    for name, header in described.headers.items():
        text = exchange.answer.headers.get(name)
        if text is None:
            if header.get("required"):
                yield f"{begins} without the header {name}, which {ADDRESS} promises"
        elif "schema" in header:
            validator = description.validator((*described.place, "headers", name, "schema"))
            if not any(validator.is_valid(value) for value in _readings(text)):
                yield (f"{begins} with the header {name}: {text[:_SHOWN]}, which {ADDRESS} "
                       f"({pointer((*described.place, 'headers', name))}) does not allow")


def _readings(text: str) -> Iterator[Any]:
    """What a header may mean: itself, or the number or word of JSON that it spells."""
    yield text
    try:
        yield json.loads(text)
    except ValueError:
        return


def _is_json(media_type: str) -> bool:
    return media_type == "application/json" or media_type.endswith("+json")


def _disagreement(begins: str, error: ValidationError, mask: Mask) -> str:
    """One difference in words: the field, what it holds, and the place in the description that does not allow it."""
    error = _innermost(error)
    place = "/".join(map(str, error.schema_path))
    where = ".".join(map(str, error.instance_path))
    within = f" in `{where}`" if where else ""
    keyword = error.schema_path[-1] if error.schema_path else ""
    if keyword == "required":
        return f"{begins} without `{error.kind.property}`{within}, which the description ({place}) promises"
    if keyword in ("additionalProperties", "unevaluatedProperties"):
        names = ", ".join(f"`{name}`" for name in getattr(error.kind, "unexpected", ()))
        return f"{begins} with {names}{within}, which the description ({place}) does not know"
    value = mask(json.dumps(error.instance, ensure_ascii=False))  # masked before it is cut: half a secret is not known
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    return f"{begins} with {f'`{where}` ' if where else ''}{shown}, which the description ({place}) does not allow"


def _innermost(error: ValidationError) -> ValidationError:
    """Of several possibilities the one that the value came nearest to: the one whose fault lies deepest."""
    while getattr(error.kind, "context", None):
        candidates = [each for branch in error.kind.context for each in branch]
        if not candidates:
            break
        error = max(candidates, key=lambda each: (len(each.instance_path), each.schema_path[-1] != "type"))
    return error
