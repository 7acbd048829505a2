"""What may be sent about jobs: new ones, with the parameters of their type, and an outside runner's reports."""

from __future__ import annotations

import json
import math
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AfterValidator, Field, PlainValidator, ValidationInfo, WithJsonSchema, field_validator

from reference.core import inputs
from reference.core.errors import Fault
from reference.core.inputs import UUID_FORM, Body, Change, FilterId, Identifier, OneOrMore, Page, Query, Text
from reference.exports.files import CSV_TYPES, FORMATS
from reference.jobs import rules
from reference.jobs.shapes import JobAnswer


def check_object(value: Any) -> dict[str, Any]:
    """A JSON object that can be stored and comes back unchanged."""
    if not isinstance(value, dict):
        raise inputs.fault("type")
    check_storable(value, rules.MOST_LEVELS)
    if len(json.dumps(value, ensure_ascii=False).encode()) > rules.MOST_BYTES:
        raise inputs.fault("too_long", f"At most {rules.MOST_BYTES // 1024} KiB.")
    return value


def check_storable(value: Any, levels: int) -> None:
    if levels == 0:
        raise inputs.fault("format", "This is nested too deep.")
    if isinstance(value, dict):
        for name, each in value.items():
            inputs.refuse_unstorable(name)
            check_storable(each, levels - 1)
    elif isinstance(value, list):
        for each in value:
            check_storable(each, levels - 1)
    elif isinstance(value, float) and not math.isfinite(value):
        raise inputs.fault("format", "This number is too large.")
    else:
        inputs.refuse_unstorable(value)


def check_id(value: Any) -> str:
    if not isinstance(value, str):
        raise inputs.fault("type")
    if not UUID_FORM.fullmatch(value):
        raise inputs.fault("format")
    return value.lower()


def check_type(value: Any) -> str:
    if not isinstance(value, str):
        raise inputs.fault("type")
    if value not in rules.TYPES:
        raise inputs.fault("not_allowed", f"Allowed: {', '.join(rules.TYPES)}.")
    return value


def check_tag(value: Any) -> str:
    if ":" not in str(value):
        raise inputs.fault("format", "This must be a key and a value with a colon between them.")
    return inputs.refuse_unstorable(str(value))


Object = Annotated[dict[str, Any], PlainValidator(check_object), WithJsonSchema({"type": "object"})]
Ids = Annotated[list[str], PlainValidator(lambda value: inputs.distinct(value, rules.MOST_IN_A_BATCH, check_id)),
                WithJsonSchema({"type": "array", "minItems": 1, "maxItems": rules.MOST_IN_A_BATCH, "uniqueItems": True,
                                "items": {"type": "string", "format": "uuid"}})]
Type = Annotated[str, PlainValidator(check_type), WithJsonSchema({"type": "string", "enum": list(rules.TYPES)})]
Tags = Annotated[dict[Text(1, 50), Text(0, 200)], Field(max_length=rules.MOST_TAGS)]
Format = Literal[tuple(FORMATS)]
Pause = Annotated[int, Field(ge=0, le=rules.LONGEST_PAUSE_MS)]
Timeout = Annotated[int, Field(ge=1, le=rules.LONGEST_TIMEOUT)]


class AnalysisParameters(Body):
    repository_id: Identifier


class ExportParameters(Body):
    """``csv_type`` goes with the format csv alone."""

    analysis_id: Identifier
    format: Format
    csv_type: Literal[CSV_TYPES] | None = None

    @field_validator("csv_type")
    @classmethod
    def _only_of_csv(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value is not None and info.data.get("format", "csv") != "csv":
            raise inputs.fault("not_allowed", "This is for the format csv alone.")
        return value


class BatchAnalysisParameters(Body):
    repository_ids: Ids
    pause_ms: Pause = 0


class BatchExportParameters(Body):
    analysis_ids: Ids
    format: Format


PARAMETERS: dict[str, type[Body]] = {"analysis": AnalysisParameters, "export": ExportParameters,
                                     "batch_analysis": BatchAnalysisParameters, "batch_export": BatchExportParameters}


class NewJob(Body):
    """A job to be made. What the platform itself is to do needs the parameters of its type; an outside runner knows best."""

    project_id: Identifier
    job_type: Type
    runner: Literal[rules.RUNNERS] = "platform"
    parameters: Object = Field(default_factory=dict, validate_default=True)
    tags: Tags = Field(default_factory=dict)
    timeout_seconds: Timeout = rules.TIMEOUT_SECONDS

    @field_validator("parameters")
    @classmethod
    def _fit_the_type(cls, value: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        if info.data.get("runner") == "platform" and "job_type" in info.data:
            PARAMETERS[info.data["job_type"]].model_validate(value)
        return value


class NewBatch(Body):
    """Several repositories of a project to be analysed at once."""

    project_id: Identifier
    repository_ids: Ids
    pause_ms: Pause = 0
    tags: Tags = Field(default_factory=dict)


class Dispatch(Change):
    delay_seconds: Annotated[int, Field(ge=0, le=rules.LONGEST_DELAY)] = 0


class ReportedError(Body):
    code: Text(1, 100)
    message: Text(1, 2000)


class Report(Change):
    """What an outside runner says of its job: a result with the completion, an error with the failure."""

    status: Literal[rules.REPORTED] = None
    progress: Annotated[int, Field(ge=0, le=100)] = None
    current_step: Text(0, 200) | None = None
    result: Object = None
    error: ReportedError = None

    READ_ONLY = frozenset(JobAnswer.model_fields) - {"status", "progress", "current_step", "result", "error"}

    def faults(self) -> list[Fault]:
        """What does not go together."""
        found = []
        for field, status in (("result", "completed"), ("error", "failed")):
            is_given = field in self.model_fields_set
            if is_given and self.status != status:
                found.append(Fault(field, "not_allowed", f"This goes with the status {status} alone."))
            if not is_given and self.status == status:
                found.append(Fault(field, "required", f"This is needed with the status {status}."))
        if self.status == "completed" and self.progress not in (None, 100):
            found.append(Fault("progress", "not_allowed", "What is completed is at 100 percent."))
        return found


class JobFilter(Page):
    status: OneOrMore(*rules.STATUSES) | None = None
    job_type: OneOrMore(*rules.TYPES) | None = None
    project_id: FilterId | None = None
    tag: Annotated[str, AfterValidator(check_tag)] | None = None


class ActiveFilter(Page):
    project_id: FilterId | None = None


class StatisticsFilter(Query):
    project_id: FilterId | None = None


def named_ids(job_type: str, parameters: dict[str, Any]) -> dict[str, UUID]:
    """The records that the parameters of a type name: the field of each, and its id."""
    if job_type in ("analysis", "export"):
        field = "repository_id" if job_type == "analysis" else "analysis_id"
        return {field: UUID(parameters[field])}
    field = "repository_ids" if job_type == "batch_analysis" else "analysis_ids"
    return {f"{field}.{number}": UUID(each) for number, each in enumerate(parameters[field])}
