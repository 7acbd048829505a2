"""What may be sent: strict models for bodies and queries, with all faults found at once."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from importlib import resources
from typing import Annotated, Any, ClassVar, TypeVar
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
EMAIL_FORM = r"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$"
TIME_FORM = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d{1,6})?([Zz]|[+-]\d\d:\d\d)")  # RFC 3339
DATE_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

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
    "read_only": "This field cannot be changed in this way.",
}


class Body(BaseModel):
    """A JSON object that was sent. Fields it does not know are refused."""

    model_config = ConfigDict(strict=True, extra="forbid", str_strip_whitespace=False)

    READ_ONLY: ClassVar[frozenset[str]] = frozenset()  # fields of the record that cannot be changed in this way


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


def distinct(value: Any, most: int, check: Callable[[Any], str]) -> list[str]:
    """The checked entries of a list of 1 to ``most``, no two alike; raises all faults at once, each at its entry.

    ``check`` answers an entry as it is kept, or raises a fault.
    """
    if not isinstance(value, list):
        raise fault("type")
    if not 1 <= len(value) <= most:
        raise fault("too_long" if value else "too_short")
    entries: dict[str, str] = {}
    faults: list[InitErrorDetails] = []
    for number, entry in enumerate(value):
        try:
            kept = check(entry)
            if kept.lower() in entries:
                raise fault("not_allowed", "This was given before.")
            entries[kept.lower()] = kept
        except PydanticCustomError as error:
            faults.append(InitErrorDetails(type=error, loc=(number,), input=None))
    if faults:
        raise ValidationError.from_exception_data("input", faults)
    return list(entries.values())


def _whole_number(text: Any) -> Any:
    if isinstance(text, str):
        if not re.fullmatch(r"-?[0-9]{1,18}", text):
            raise fault("type")
        return int(text)
    return text


def is_storable(text: str) -> bool:
    """Whether there is no NUL and no unpaired surrogate in the text; no other sign is refused."""
    return not UNSTORABLE.search(text)


def refuse_unstorable(text: Any) -> Any:
    if isinstance(text, str) and not is_storable(text):
        raise fault("format")
    return text


def _clean(text: Any) -> Any:
    return refuse_unstorable(text).strip() if isinstance(text, str) else text


def Text(least: int, most: int) -> Any:
    """Trimmed text of ``least`` to ``most`` characters."""
    return Annotated[str, BeforeValidator(_clean), Field(min_length=least, max_length=most)]


def _identifier(value: Any) -> Any:
    if isinstance(value, UUID):
        return value
    if not isinstance(value, str):
        raise fault("type")
    if not UUID_FORM.fullmatch(value):
        raise fault("format")
    return UUID(value)


Email = Annotated[Text(1, 254), Field(pattern=EMAIL_FORM)]
DeviceId = Annotated[Text(5, 255), Field(pattern="^[A-Za-z0-9_-]*$")]
Password = Annotated[str, BeforeValidator(refuse_unstorable), Field(min_length=12, max_length=128)]
GivenPassword = Annotated[str, BeforeValidator(refuse_unstorable), Field(min_length=1, max_length=10_000)]  # right or wrong
Identifier = Annotated[UUID, BeforeValidator(_identifier), WithJsonSchema({"type": "string", "format": "uuid"})]


def _time_zone(name: str) -> str:
    if name not in time_zones():
        raise fault("not_allowed", "This is no time zone of the IANA list.")
    return name


@lru_cache(maxsize=1)
def time_zones() -> frozenset[str]:
    """The names of the IANA list: the package's, since what a machine has beside it differs."""
    return frozenset(resources.files("tzdata").joinpath("zones").read_text(encoding="ascii").split())


def _moment(text: Any) -> datetime:
    if not isinstance(text, str):
        raise fault("type")
    if not TIME_FORM.fullmatch(text):
        raise fault("format")
    try:
        return datetime.fromisoformat(text.upper()).astimezone(UTC)
    except (ValueError, OverflowError):
        raise fault("format") from None


def _date(text: Any) -> date:
    if not isinstance(text, str):
        raise fault("type")
    if not DATE_FORM.fullmatch(text):
        raise fault("format")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise fault("format") from None


def _filter_id(text: Any) -> UUID:
    return UUID(text) if UUID_FORM.fullmatch(str(text)) else NOBODYS_ID


Moment = Annotated[datetime, PlainValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})]
Date = Annotated[date, PlainValidator(_date), WithJsonSchema({"type": "string", "format": "date"})]
TimeZone = Annotated[Text(1, 100), AfterValidator(_time_zone)]
NOBODYS_ID = UUID(int=0)
# An id to filter by: what is no UUID is, like another tenant's, the id of nothing that could be found.
FilterId = Annotated[UUID, PlainValidator(_filter_id), WithJsonSchema({"type": "string"})]


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
        read_only = getattr(model, "READ_ONLY", ())
        faults += [_fault(line, is_read_only=len(line["loc"]) == 1 and line["loc"][0] in read_only)
                   for line in error.errors(include_url=False)]
        return None


def _fault(line: Mapping[str, Any], *, is_read_only: bool = False) -> Fault:
    kind, field = line["type"], ".".join(printable(part) for part in line["loc"])
    if kind == "extra_forbidden" and is_read_only:
        return Fault(field, "read_only", _WORDS["read_only"])
    if kind == "literal_error" and not isinstance(line["input"], str):
        return Fault(field, "type", _WORDS["type"])
    if kind in CODES and kind not in _CODE_OF:  # one of our own faults, with its own words
        return Fault(field, kind, line["msg"])
    code = _CODE_OF.get(kind, "type" if kind.endswith("_type") else "format")
    return Fault(field, code, _WORDS[code])


def printable(part: str | int) -> str:
    """A name as it was sent, so that it can be sent back."""
    return UNSTORABLE.sub("?", str(part))[:200]


def read_object(body: bytes) -> dict[str, Any]:
    """The JSON object in ``body``; raises a 400 where there is none."""
    try:
        value = read_json(body.decode("utf-8"))
    except ValueError:
        raise Problem(400, detail="The body is not JSON in UTF-8.") from None
    if not isinstance(value, dict):
        raise Problem(400, detail="The body is not a JSON object.")
    return value


def read_json(text: str) -> Any:
    """Raises ValueError for what is no JSON: NaN and Infinity, which Python would take, and what is nested too deep."""
    try:
        return json.loads(text, parse_constant=_no_number)
    except RecursionError:
        raise ValueError("nested too deep") from None


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is not JSON")


def read_query(pairs: Iterable[tuple[str, str]], model: type[Model], faults: list[Fault]) -> Model | None:
    """The query's parameters as ``model``; one that is given twice is a fault."""
    values: dict[str, str] = {}
    for name, value in pairs:
        if name in values:
            faults.append(Fault(printable(name), "not_allowed", "This parameter was given twice."))
        values[name] = value
    return check(model, values, faults)


def accepted(found: Model | None, faults: list[Fault]) -> Model:
    """What was checked; the 422 where there is a fault."""
    if found is None or faults:
        raise faulty(faults)
    return found
