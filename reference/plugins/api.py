"""Plugins over HTTP: which there are, switching them on and off, and their configuration."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from fastapi import Response
from sqlalchemy import select

from reference.core import clock
from reference.core.answers import Answer, Listed, Moment, NamedPerson, VersionedAnswer, takes
from reference.core.calls import Call, needs
from reference.core.database import TenantSession
from reference.core.errors import existing, wrong_state
from reference.core.inputs import Change, Page, Query
from reference.core.routes import Router
from reference.plugins.catalogue import HIDDEN, PLUGINS, SECRET, Plugin
from reference.plugins.records import PluginConfiguration
from reference.tenancy.records import Tenant

router = Router(prefix="/api/v2/plugins", tags=["plugins"])

MayRead = Annotated[Call, needs("plugins.read")]
MayManage = Annotated[Call, needs("plugins.manage")]
Wanted = TypeVar("Wanted", bound=Change)


class PluginAnswer(Answer):
    """A plugin, and how it stands at the tenant of who asks."""

    name: str
    title: str
    description: str
    version: str
    config_schema: dict[str, Any]
    enabled: bool = False
    configured: bool = False
    enabled_at: Moment | None = None
    enabled_by: NamedPerson | None = None


class ConfigurationAnswer(VersionedAnswer):
    name: str
    config: dict[str, Any]
    enabled: bool
    updated_by: NamedPerson


class Enabling(Change):
    config: dict[str, Any] = None


class NewConfiguration(Change):
    config: dict[str, Any]


@router.get("", response_model=Listed[PluginAnswer], openapi_extra=takes(query=Page))
def plugins(call: MayRead) -> Response:
    """All plugins, by name."""
    wanted = call.query(Page)
    with call.transaction() as session:
        known = {each.name: each for each in session.scalars(select(PluginConfiguration))}
    shown = [described(PLUGINS[name], known.get(name)) for name in sorted(PLUGINS)]
    return call.answer(Listed(items=shown[wanted.offset:wanted.offset + wanted.limit], total=len(shown), limit=wanted.limit,
                              offset=wanted.offset))


@router.get("/{plugin_name}", response_model=PluginAnswer, openapi_extra=takes(query=Query))
def plugin(call: MayRead, plugin_name: str) -> Response:
    """One plugin."""
    found = existing(PLUGINS.get(plugin_name))
    call.query(Query)
    with call.transaction() as session:
        answer = described(found, configuration(session, found))
    return call.answer(answer)


@router.post("/{plugin_name}/enable", response_model=PluginAnswer, openapi_extra=takes(Enabling))
def enable(call: MayManage, plugin_name: str) -> Response:
    """Switch it on, with the configuration that was sent or is stored."""
    found, wanted = asked(call, plugin_name, Enabling)
    with call.transaction() as session:
        known = locked(session, found)
        call.check_version(known)
        if known is None or wanted.config is not None:
            known = store(call, session, found, known, wanted.config or {})
        if not known.enabled:
            found.checked(whole(known))
            known.enabled, known.enabled_at, known.enabled_by_id = True, clock.now(), call.person.person_id
        session.flush()
        session.refresh(known)
        answer = described(found, known)
    return call.answer(answer)


@router.post("/{plugin_name}/disable", response_model=PluginAnswer, openapi_extra=takes(Change))
def disable(call: MayManage, plugin_name: str) -> Response:
    """Switch it off; its configuration stays."""
    found, _ = asked(call, plugin_name, Change)
    with call.transaction() as session:
        known = locked(session, found)
        call.check_version(known)
        if known is not None and known.enabled:
            known.enabled, known.enabled_at, known.enabled_by = False, None, None
            session.flush()
        answer = described(found, known)
    return call.answer(answer)


@router.get("/{plugin_name}/config", response_model=ConfigurationAnswer, openapi_extra=takes(query=Query))
def config(call: MayManage, plugin_name: str) -> Response:
    """Its configuration, without its secret."""
    found = existing(PLUGINS.get(plugin_name))
    with call.transaction() as session:
        known = existing(configuration(session, found))
        call.query(Query)
        answer = shown(known)
    return call.answer(answer)


@router.put("/{plugin_name}/config", response_model=ConfigurationAnswer, openapi_extra=takes(NewConfiguration))
def replace(call: MayManage, plugin_name: str) -> Response:
    """Store a configuration in the place of what there was."""
    found, wanted = asked(call, plugin_name, NewConfiguration)
    with call.transaction() as session:
        known = locked(session, found)
        call.check_version(known)
        answer = shown(store(call, session, found, known, wanted.config))
    return call.answer(answer)


@router.patch("/{plugin_name}/config", response_model=ConfigurationAnswer, openapi_extra=takes(NewConfiguration))
def merge(call: MayManage, plugin_name: str) -> Response:
    """Change what was sent of it; null takes a field away."""
    found = existing(PLUGINS.get(plugin_name))
    with call.transaction() as session:
        existing(configuration(session, found))
    wanted = call.change(NewConfiguration)
    with call.transaction() as session:
        known = existing(locked(session, found))
        call.check_version(known)
        merged = {name: value for name, value in (whole(known) | wanted.config).items() if value is not None}
        answer = shown(store(call, session, found, known, merged))
    return call.answer(answer)


@router.delete("/{plugin_name}/config", status_code=204, openapi_extra=takes(Change))
def remove(call: MayManage, plugin_name: str) -> Response:
    """Remove it; 409 while the plugin is on."""
    found = existing(PLUGINS.get(plugin_name))
    with call.transaction() as session:
        existing(configuration(session, found))
    call.change(Change)
    with call.transaction() as session:
        known = existing(locked(session, found))
        call.check_version(known)
        if known.enabled:
            raise wrong_state("enabled", ["disabled"])
        session.delete(known)
    return call.answer(None)


def asked(call: Call, plugin_name: str, model: type[Wanted]) -> tuple[Plugin, Wanted]:
    """The plugin of an address, and what was sent."""
    found = existing(PLUGINS.get(plugin_name))
    return found, call.change(model)


def configuration(session: TenantSession, found: Plugin) -> PluginConfiguration | None:
    return session.scalar(select(PluginConfiguration).where(PluginConfiguration.name == found.name))


def locked(session: TenantSession, found: Plugin) -> PluginConfiguration | None:
    """The same, for this transaction alone: the tenant's row is locked, since there may be none of the plugin yet."""
    session.scalar(select(Tenant.id).where(Tenant.id == session.tenant_id).with_for_update(key_share=True))
    return configuration(session, found)


def store(call: Call, session: TenantSession, found: Plugin, known: PluginConfiguration | None,
          sent: dict[str, Any]) -> PluginConfiguration:
    """Keep a configuration; raises its faults. A secret that is sent as it is shown stays as it is."""
    if known is not None and known.signing_secret is not None and sent.get(SECRET) == HIDDEN:
        sent = {**sent, SECRET: known.signing_secret}
    checked = found.checked(sent)
    secret = checked.pop(SECRET, None)
    if known is None:
        known = PluginConfiguration(name=found.name, config=checked, signing_secret=secret, enabled=False,
                                    updated_by_id=call.person.person_id)
        session.add(known)
    elif (known.config, known.signing_secret) != (checked, secret):
        known.config, known.signing_secret, known.updated_by_id = checked, secret, call.person.person_id
    session.flush()
    session.refresh(known)
    return known


def whole(known: PluginConfiguration) -> dict[str, Any]:
    """What was configured, with the secret."""
    return known.config if known.signing_secret is None else {**known.config, SECRET: known.signing_secret}


def shown(known: PluginConfiguration) -> ConfigurationAnswer:
    answer = ConfigurationAnswer.model_validate(known)
    if known.signing_secret is not None:
        answer.config = {**known.config, SECRET: HIDDEN}
    return answer


def described(found: Plugin, known: PluginConfiguration | None) -> PluginAnswer:
    answer = PluginAnswer.model_validate(found)
    if known is not None:
        answer.configured, answer.enabled, answer.enabled_at = True, known.enabled, known.enabled_at
        answer.enabled_by = NamedPerson.model_validate(known.enabled_by) if known.enabled_by else None
    return answer
