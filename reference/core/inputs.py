"""What may be sent: strict models for bodies and queries, with all faults found at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Annotated, Any, TypeVar
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    ValidationError,
    WithJsonSchema,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from reference.core.errors import Fault, Problem, faulty

UUID_FORM = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
EMAIL_FORM = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")

CODES = ("required", "type", "format", "too_short", "too_long", "out_of_range", "not_allowed", "unknown_field",
         "read_only", "unknown", "precondition")
_CODE_OF = {
    "missing": "required", "extra_forbidden": "unknown_field", "int_from_float": "type", "int_parsing": "type",
    "string_too_short": "too_short", "too_short": "too_short", "string_too_long": "too_long", "too_long": "too_long",
    "greater_than_equal": "out_of_range", "less_than_equal": "out_of_range", "int_parsing_size": "out_of_range",
    "literal_error": "not_allowed", "enum": "not_allowed",
}
_WORDS = {
    "required": "This field is needed.", "type": "This is of the wrong kind.", "format": "This is not well formed.",
    "too_short": "This is too short.", "too_long": "This is too long.", "out_of_range": "This is out of range.",
    "not_allowed": "This value is not allowed.", "unknown_field": "This field is not known.",
}


class Body(BaseModel):
    """A JSON object that was sent. Fields it does not know are refused."""

    model_config = ConfigDict(strict=True, extra="forbid", str_strip_whitespace=False)


class Nothing(Body):
    """An empty object, or none at all."""


class Change(Body):
    """A change of a versioned record, which may say the version it was made from."""

    version: Annotated[int, Field(ge=1)] | None = None


class Query(BaseModel):
    """The parameters behind the question mark. Parameters it does not know are refused."""

    model_config = ConfigDict(extra="forbid")


class Page(Query):
    """Which part of a list is asked for."""

    limit: Annotated[int, BeforeValidator(lambda text: _whole_number(text)), Field(ge=1, le=100)] = 25
    offset: Annotated[int, BeforeValidator(lambda text: _whole_number(text)), Field(ge=0, le=2**31)] = 0


def fault(code: str, message: str = "") -> PydanticCustomError:
    """What a validator raises: one of CODES, and words."""
    return PydanticCustomError(code, message or _WORDS[code])


def several(faults: Iterable[tuple[tuple[str | int, ...], str, str]]) -> ValidationError:
    """What a validator raises for several faults at once: (place below the field, code, message)."""
    lines = [InitErrorDetails(type=fault(code, message), loc=place, input=None) for place, code, message in faults]
    return ValidationError.from_exception_data("input", lines)


def _whole_number(text: Any) -> Any:
    if isinstance(text, str):
        if not re.fullmatch(r"-?[0-9]{1,18}", text):
            raise fault("type")
        return int(text)
    return text


def _clean(text: Any) -> Any:
    """Trimmed; NUL and unpaired surrogates are refused, no other sign is."""
    return refuse_unstorable(text).strip() if isinstance(text, str) else text


def refuse_unstorable(text: Any) -> Any:
    """NUL and unpaired surrogates are faults; everything else is left as it is."""
    if not isinstance(text, str):
        return text
    if "\x00" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise fault("format")
    return text


def clean_text(text: str) -> str:
    """Trimmed text; raises what a validator raises."""
    return _clean(text)


def Text(least: int, most: int) -> Any:
    """Trimmed text of ``least`` to ``most`` characters."""
    return Annotated[str, BeforeValidator(_clean), Field(min_length=least, max_length=most)]


def _email(text: str) -> str:
    if not EMAIL_FORM.fullmatch(text):
        raise fault("format")
    return text


def _identifier(value: Any) -> Any:
    if isinstance(value, UUID):
        return value
    if not isinstance(value, str):
        raise fault("type")
    if not UUID_FORM.fullmatch(value):
        raise fault("format")
    return UUID(value)


Email = Annotated[Text(1, 254), AfterValidator(_email)]
Password = Annotated[str, BeforeValidator(refuse_unstorable), Field(min_length=12, max_length=128)]
Identifier = Annotated[UUID, BeforeValidator(_identifier), WithJsonSchema({"type": "string", "format": "uuid"})]


def OneOrMore(*words: str) -> Any:
    """A filter that takes several of ``words``, separated by commas."""
    def split(text: Any) -> list[str]:
        chosen = str(text).split(",")
        if not set(chosen) <= set(words):
            raise fault("not_allowed", f"Allowed: {', '.join(words)}.")
        return chosen

    return Annotated[list[str], PlainValidator(split), WithJsonSchema({"type": "string"})]


Search = Text(1, 100)

Model = TypeVar("Model", bound=BaseModel)


def check(model: type[Model], value: Any, faults: list[Fault]) -> Model | None:
    """``value`` as ``model``; else None, and what is wrong with it is added to ``faults``."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        faults += [_fault(line) for line in error.errors(include_url=False, include_input=False)]
        return None


def _fault(line: Mapping[str, Any]) -> Fault:
    kind = line["type"]
    is_ours = kind in CODES and "url" not in line and kind not in _CODE_OF
    code = kind if is_ours else _CODE_OF.get(kind, "type" if kind.endswith("_type") else "format")
    message = line["msg"] if is_ours else _WORDS[code]
    return Fault(".".join(_printable(part) for part in line["loc"]), code, message)


def _printable(part: str | int) -> str:
    return str(part).encode("utf-8", "replace").decode().replace("\x00", "?")[:200]


def read_object(body: bytes) -> dict[str, Any]:
    """The JSON object in ``body``; raises a 400 where there is none."""
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Problem(400, detail="The body is not JSON in UTF-8.") from None
    if not isinstance(value, dict):
        raise Problem(400, detail="The body is not a JSON object.")
    return value


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is not JSON")


def read_query(pairs: Iterable[tuple[str, str]], model: type[Model], faults: list[Fault]) -> Model | None:
    """The query's parameters as ``model``; one that is given twice is a fault."""
    values: dict[str, str] = {}
    for name, value in pairs:
        if name in values:
            faults.append(Fault(_printable(name), "not_allowed", "This parameter was given twice."))
        values[name] = value
    return check(model, values, faults)


def refuse(faults: list[Fault]) -> None:
    """Raise the 422 where there is a fault."""
    if faults:
        raise faulty(faults)
