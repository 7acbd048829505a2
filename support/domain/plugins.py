"""Plugins: what administrators switch on and off for their tenant, and what is then true of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.drivers.at_once import at_once
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.stand_ins.webhook_receiver import WebhookReceiver
    from support.world import World

PLUGINS = f"{V2}/plugins"
# What people call them, and by which name the platform knows them.
NAMES = {"the chat webhook": "chat-webhook", "the mail branding": "email-branding", "the daily figures": "analytics-export",
         "the fax machine": "fax-machine"}
OFFERED = ("analytics-export", "chat-webhook", "email-branding")
HIDDEN = "********"
LEFT_OUT = "(left out)"
NUMBERS = ("hour",)
SERIES = ("kinds", "recipients")


class Plugins:
    """The plugins as the people of a scenario see them."""

    def __init__(self, world: World):
        self._world = world
        self._stored: dict[tuple[str, str], dict] = {}  # (tenant, plugin) -> the configuration as it was sent
        self._noted: dict[str, list[dict]] = {}  # tenant -> its list of plugins

    # What is sent

    def config_from(self, fields: list[dict[str, str]]) -> dict[str, Any]:
        """A table's fields as they are sent: numbers and series as such, everything else as text."""
        return {row["field"]: self._value(row["field"], row["value"]) for row in fields if row["value"] != LEFT_OUT}

    def _value(self, field: str, text: str) -> Any:
        if text == "(nothing)":
            return None
        if field in SERIES and not text.startswith("just "):
            return text.split(", ") if text else []
        return int(text) if field in NUMBERS and text.isdigit() else text.removeprefix("just ")

    def good_config(self, person: Person, plugin: str) -> dict[str, Any]:
        """One that the plugin takes, of this tenant alone."""
        tenant = person.tenant.slug
        return {"chat-webhook": lambda: {"webhook_url": self.webhook_of(person.tenant)},
                "email-branding": lambda: {"from_address": f"hello@{tenant}.example"},
                "analytics-export": lambda: {"format": "csv", "recipients": [self._world.data.email("figures")]},
                "fax-machine": dict}[plugin]()

    def webhook_of(self, tenant: Tenant) -> str:
        """Where the suite receives what is posted for the tenant."""
        return f"{self.receiver.url}/hooks/{tenant.slug}"

    @property
    def receiver(self) -> WebhookReceiver:
        """:raises WrongScenario: when the platform cannot post to the suite."""
        receiver = self._world.target.webhook
        if receiver is None:
            raise WrongScenario("this target cannot post to the suite: tag the scenario @requires.webhook")
        return receiver

    # Doing

    def enable(self, person: Person, plugin: str, **more: Any) -> Outcome:
        """Switch it on with a good configuration; ``more`` is added to it."""
        return self.try_to_enable(person, plugin, {**self.good_config(person, plugin), **more})

    def try_to_enable(self, person: Person, plugin: str, config: dict[str, Any] | None = None) -> Outcome:
        """Switch it on with this configuration, or with what is stored; whatever becomes of it."""
        return self._sent(person, plugin, self._ask(person, f"switch {plugin} on", "POST", plugin, "/enable",
                                                    None if config is None else {"config": config}), config)

    def disable(self, person: Person, plugin: str) -> Outcome:
        return self._ask(person, f"switch {plugin} off", "POST", plugin, "/disable")

    def store(self, person: Person, plugin: str, config: dict[str, Any], version: int | None = None) -> Outcome:
        """Put a configuration in the place of what there was."""
        outcome = self._ask(person, f"store a configuration of {plugin}", "PUT", plugin, "/config", {"config": config},
                            version)
        return self._sent(person, plugin, outcome, config)

    def change(self, person: Person, plugin: str, config: dict[str, Any], version: int | None = None) -> Outcome:
        """Change some fields of a configuration."""
        return self._ask(person, f"change the configuration of {plugin}", "PATCH", plugin, "/config", {"config": config},
                         version)

    def change_at_once(self, person: Person, plugin: str, changes: list[dict[str, Any]], version: int) -> list[Outcome]:
        """Each of these changes at the same moment, from the same version."""
        return at_once([lambda config=config: self.change(person, plugin, config, version) for config in changes])

    def remove(self, person: Person, plugin: str) -> Outcome:
        return self._ask(person, f"remove the configuration of {plugin}", "DELETE", plugin, "/config")

    def try_everything(self, person: Person, plugin: str) -> list[Outcome]:
        """Switch it on and off; read, store, change and remove its configuration."""
        config = self.good_config(person, plugin)
        return [self.try_to_enable(person, plugin, config), self.disable(person, plugin),
                self._ask(person, f"read the configuration of {plugin}", "GET", plugin, "/config"),
                self.store(person, plugin, config), self.change(person, plugin, config), self.remove(person, plugin)]

    def try_to_read(self, person: Person, plugin: str) -> Outcome:
        return self._ask(person, f"look at {plugin}", "GET", plugin, "")

    def try_to_read_config(self, person: Person, plugin: str) -> Outcome:
        return self._ask(person, f"read the configuration of {plugin}", "GET", plugin, "/config")

    # What must be true

    def listed(self, person: Person) -> list[dict]:
        return all_items(self._world.http, person, PLUGINS)

    def require_list(self, person: Person, expected: list[dict[str, str]]) -> None:
        """The whole list, by name, as it stands for the person's tenant; each with its own rules for configuring it.

        :raises Finding: showing what differs.
        """
        items = self.listed(person)
        if [each["name"] for each in items] != sorted(OFFERED):
            raise Finding(f"the plugins should be {', '.join(sorted(OFFERED))}, and are {[each['name'] for each in items]}")
        found = [_in_words(each) for each in items]
        if found != expected:
            raise Finding(f"the list of plugins should be {expected}, and is {found}")
        mute = [each["name"] for each in items if not each["description"]]
        if mute:
            raise Finding(f"each plugin should say what it does, and these say nothing: {mute}")

    def require_rules_kept(self, person: Person, plugin: str, config: dict[str, Any], is_good: bool) -> None:
        """The published rules say of a configuration what the platform then does with it.

        :raises Finding: when they do not.
        """
        import jsonschema_rs

        schema = self.try_to_read(person, plugin).record["config_schema"]
        if jsonschema_rs.is_valid(schema, config) != is_good:
            raise Finding(f"the rules of {plugin} should call {config} {'good' if is_good else 'wrong'}, and do not")

    def require_standing(self, person: Person, plugin: str, *, is_on: bool, is_configured: bool,
                         by: Person | None = None) -> None:
        """As the person finds it, in the list and by itself. ``by``: who has switched it on.

        :raises Finding: naming what differs.
        """
        opened = self.try_to_read(person, plugin).record
        in_list = next(each for each in self.listed(person) if each["name"] == plugin)
        expected = {"enabled": is_on, "configured": is_configured,
                    "enabled_by": {"id": by.id, "full_name": by.full_name} if by else None}
        for where, seen in (("by itself", opened), ("in the list", in_list)):
            different = differences(expected, seen)
            if different or (seen["enabled_at"] is not None) != is_on:
                raise Finding(f"for {person.name} {plugin} should be {'on' if is_on else 'off'}; {where} {different} "
                              f"(since {seen['enabled_at']})")

    def require_config(self, person: Person, plugin: str, expected: dict[str, Any]) -> None:
        """:raises Finding: when the stored configuration is another."""
        found = self.try_to_read_config(person, plugin).record["config"]
        if found != expected:
            raise Finding(f"{plugin} of {person.tenant.name} should be configured as {expected}, and is as {found}")

    def require_config_as_stored(self, person: Person, plugin: str) -> None:
        """:raises Finding: when it is another than was sent last."""
        self.require_config(person, plugin, self._stored[person.tenant.slug, plugin])

    def require_version(self, person: Person, plugin: str, version: int) -> None:
        """:raises Finding: when the configuration has another version."""
        found = self.try_to_read_config(person, plugin).record["version"]
        if found != version:
            raise Finding(f"{plugin} of {person.tenant.name} should be at version {version}, and is at {found}")

    def require_as_accepted(self, person: Person, plugin: str, outcomes: list[Outcome]) -> None:
        """:raises Finding: when the configuration is not as the one who was accepted left it."""
        left = next(each.record for each in outcomes if each.accepted)
        self.require_config(person, plugin, left["config"])

    def require_never_answered(self, person: Person, secret: str) -> None:
        """In nothing that was answered in this scenario the secret stands, and in nothing that the person reads now.

        :raises Finding: naming where it does.
        """
        for path in ("", *(f"/{name}{more}" for name in OFFERED for more in ("", "/config"))):
            self._world.http.ask("GET", f"{PLUGINS}{path}", token=person.access_token)
        self._world.audit.all(person.tenant)
        told = [each.path for each in self._world.http.exchanges if secret in each.answer.text]
        if told:
            raise Finding(f"a secret should not be answered, and is by {', '.join(dict.fromkeys(told))}")

    def note(self, tenant: Tenant) -> None:
        """Remember how the tenant's plugins stand."""
        self._noted[tenant.name] = self._all_of(tenant)

    def require_as_noted(self, tenant: Tenant) -> None:
        """:raises Finding: when a plugin or a configuration of the tenant is not as it was."""
        now = self._all_of(tenant)
        for before, after in zip(self._noted[tenant.name], now, strict=True):
            different = differences(before, after)
            if different:
                raise Finding(f"the plugins of {tenant.name} should be as they were, and of {before['name']} {different}")

    def _all_of(self, tenant: Tenant) -> list[dict]:
        person = self._world.accounts.administrator(tenant)
        return [{**each, "stored": self.try_to_read_config(person, each["name"]).answer.json} if each["configured"] else each
                for each in self.listed(person)]

    def _sent(self, person: Person, plugin: str, outcome: Outcome, config: dict[str, Any] | None) -> Outcome:
        self._world.sent["plugin"] = config or {}
        if outcome.accepted and config is not None:
            self._stored[person.tenant.slug, plugin] = config
        return outcome

    def _ask(self, person: Person, words: str, method: str, plugin: str, verb: str, body: Any = None,
             version: int | None = None) -> Outcome:
        secret = (body or {}).get("config", {}).get("signing_secret")
        if isinstance(secret, str) and secret not in ("", HIDDEN):
            self._world.mask.learn(secret)
        return Outcome(person.name, words, self._world.http.ask(
            method, f"{PLUGINS}/{plugin}{verb}", token=person.access_token, json_body=body,
            headers={"If-Match": f'"{version}"'} if version else None))


def path_of(url: str) -> str:
    """The path at which the receiver knows a webhook."""
    return urlsplit(url).path


def _in_words(plugin: dict) -> dict[str, str]:
    """A plugin as a feature shows it."""
    rules = plugin["config_schema"]
    needs, takes = rules["required"], sorted(set(rules["properties"]) - set(rules["required"]))
    return {"plugin": plugin["name"], "title": plugin["title"], "version": plugin["version"],
            "needs": ", ".join(needs), "takes": ", ".join(takes), "on": _yes(plugin["enabled"]),
            "configured": _yes(plugin["configured"])}


def _yes(value: bool) -> str:
    return "yes" if value else "no"
