"""All sockets of this process: it hears the platform's events from Redis and hands them to who watches.

Each subscription takes its topic's events by their numbers: what it has seen it drops, and where a number is missing
(Redis was away) it reads what it missed from the outbox. So each change comes once and in order.
"""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from typing import Any
from uuid import UUID

from anyio import CapacityLimiter, to_thread
from sqlalchemy.exc import SQLAlchemyError

from reference.core import clock, outbox
from reference.core.answers import as_json
from reference.core.stores import LOOK_CHANNEL, RedisError, keys_for_loop
from reference.realtime import rules, topics
from reference.realtime.connection import Connection, Subscription
from reference.realtime.rules import Refusal, topic_of

SWEEP_SECONDS = 1.0
SILENCE_SECONDS = 3.0  # Redis answers a ping, or it is gone
RETRY_SECONDS = 0.2
PLACE_LIFE_SECONDS = 60
log = logging.getLogger("reference.realtime")

Channel = tuple[UUID, str]

# A person's sockets in all processes: a member each, which goes by itself when its process does not renew it.
TAKE_PLACE = """
redis.call('zremrangebyscore', KEYS[1], '-inf', ARGV[1])
if redis.call('zcard', KEYS[1]) >= tonumber(ARGV[3]) then return 0 end
redis.call('zadd', KEYS[1], ARGV[1] + ARGV[4], ARGV[2])
redis.call('expire', KEYS[1], ARGV[4] * 2)
return 1
"""


def places_of(person_id: UUID) -> str:
    return f"rate:sockets:{person_id}"


class Gateway:
    """The sockets of this process. All its methods run in the event loop; the database is asked in threads."""

    def __init__(self) -> None:
        self.connections: dict[str, Connection] = {}
        self._watchers: dict[Channel, dict[str, Connection]] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._threads = CapacityLimiter(8)
        self._redis = keys_for_loop()

    def start(self) -> None:
        self._tasks = [asyncio.create_task(self._listen()), asyncio.create_task(self._sweep())]

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._redis.aclose()

    async def close_all(self, code: int) -> None:
        """Close every socket, and wait for it a little."""
        for connection in list(self.connections.values()):
            connection.close(code)
        await asyncio.gather(*(connection.finish() for connection in list(self.connections.values())))

    # Sockets come and go

    async def admit(self, connection: Connection) -> bool:
        """Take a socket in; False where its person holds as many as one may."""
        try:
            has_place = bool(await self._redis.eval(
                TAKE_PLACE, 1, places_of(connection.person.person_id), time.time(), connection.id,
                rules.MOST_SOCKETS_A_PERSON, PLACE_LIFE_SECONDS))
        except RedisError:  # then only this process's sockets count
            held = Counter(other.person.person_id for other in self.connections.values())
            has_place = held[connection.person.person_id] < rules.MOST_SOCKETS_A_PERSON
        if has_place:
            self.connections[connection.id] = connection
        return has_place

    async def release(self, connection: Connection) -> None:
        """Forget a socket."""
        for channel in list(connection.subscriptions):
            self._forget(connection, channel)
        if self.connections.pop(connection.id, None) is not None:
            await self._give_up_place(connection)

    async def _give_up_place(self, connection: Connection) -> None:
        with suppress(RedisError):  # it goes by itself
            await self._redis.zrem(places_of(connection.person.person_id), connection.id)

    # What a socket asks for

    async def hear(self, connection: Connection, text: str | None) -> None:
        """One frame from a socket; raises Refusal."""
        connection.heard_at = time.monotonic()
        flooded = connection.flood.count(connection.heard_at)
        if flooded is not None:
            raise flooded
        message = rules.read_message(text or "")
        if message["type"] == "ping":
            self._pong(connection, message)
        elif message["type"] == "subscribe":
            await self.subscribe(connection, rules.read_topics(message))
        else:
            self.unsubscribe(connection, rules.read_topics(message), "asked")

    def _pong(self, connection: Connection, message: dict[str, Any]) -> None:
        data = {"server_time": clock.text(clock.now())}
        if "client_time" in message:
            data["client_time"] = message["client_time"]
        connection.send("pong", None, data)

    async def subscribe(self, connection: Connection, wanted: list[str]) -> None:
        """Send each topic's state, then its changes; raises the refusal that closes where one may not be seen."""
        channels = {topic: rules.channel_of(topic, connection.person.person_id) for topic in wanted}
        if len(set(connection.subscriptions) | set(channels.values())) > rules.MOST_TOPICS_A_SOCKET:
            raise rules.invalid(f"A socket watches at most {rules.MOST_TOPICS_A_SOCKET} topics.", "topics")
        for channel in channels.values():  # from now on what comes waits until the state is sent
            connection.subscriptions[channel] = Subscription(channel)
            self._watchers.setdefault((connection.person.tenant_id, channel), {})[connection.id] = connection
        states = {}
        for topic in wanted:
            try:
                found = await to_thread.run_sync(topics.state, connection.person, topic, limiter=self._threads)
            except SQLAlchemyError:
                raise rules.unavailable() from None
            if found is None:
                raise rules.forbidden()
            states[topic] = found
        connection.send("subscribed", None, {"topics": wanted})
        for topic, state in states.items():
            connection.send("state", topic, state.data)
            subscription = connection.subscriptions.get(channels[topic])
            if subscription is None:
                continue  # the role was taken away meanwhile
            subscription.last = state.number
            waiting, subscription.waiting = subscription.waiting, []
            for event in waiting:
                await self._hand_over(connection, subscription, event)
            if state.is_final:
                self.unsubscribe(connection, [topic], "final")

    def unsubscribe(self, connection: Connection, ending: list[str], reason: str) -> None:
        for topic in ending:
            self._forget(connection, rules.channel_of(topic, connection.person.person_id))
        connection.send("unsubscribed", None, {"topics": ending, "reason": reason})

    def _forget(self, connection: Connection, channel: str) -> None:
        connection.subscriptions.pop(channel, None)
        key = (connection.person.tenant_id, channel)
        watchers = self._watchers.get(key)
        if watchers is not None:
            watchers.pop(connection.id, None)
            if not watchers:
                del self._watchers[key]

    # What happens on the platform

    async def _listen(self) -> None:
        """Hear events for as long as this process lives; after each gap read what was missed."""
        while True:
            try:
                await self._hear_events()
            except (RedisError, SQLAlchemyError, OSError) as error:
                log.warning("live updates wait: %s", type(error).__name__)
            except Exception:
                log.exception("live updates met something unforeseen")
            await asyncio.sleep(RETRY_SECONDS)

    async def _hear_events(self) -> None:
        async with self._redis.pubsub() as pubsub:
            await pubsub.psubscribe("events:*")
            await pubsub.subscribe(LOOK_CHANNEL)
            heard_at = asked_at = time.monotonic()
            while True:
                message = await pubsub.get_message(timeout=SILENCE_SECONDS / 3)
                moment = time.monotonic()
                if message is not None:
                    heard_at = moment
                    if message["type"] == "psubscribe":
                        await self._read_missed(list(self._watchers))
                    elif message["type"] == "pmessage":
                        tenant_id = UUID(message["channel"].removeprefix("events:"))
                        await self._receive(tenant_id, json.loads(message["data"]))
                    elif message["type"] == "message":
                        await self._close_not_signed_in()
                elif moment - heard_at > SILENCE_SECONDS:
                    raise OSError("Redis is silent")
                if moment - asked_at > SILENCE_SECONDS / 3:
                    asked_at = moment
                    await pubsub.ping()

    async def _read_missed(self, channels: Iterable[Channel]) -> None:
        for tenant_id, channel in channels:
            watchers = self._watchers.get((tenant_id, channel), {})
            known = [s.last for c in watchers.values() if (s := c.subscriptions.get(channel)) and s.last is not None]
            if not known:
                continue
            for event in await to_thread.run_sync(outbox.events_after, tenant_id, channel, min(known),
                                                  limiter=self._threads):
                await self._receive(tenant_id, event, is_complete=True)

    async def _receive(self, tenant_id: UUID, event: dict[str, Any], *, is_complete: bool = False) -> None:
        """One event for all who watch its topic. ``is_complete``: nothing before it is still to come."""
        channel = event["topic"]
        watchers = list(self._watchers.get((tenant_id, channel), {}).values())
        if not is_complete and any(_misses(connection, event) for connection in watchers):
            await self._read_missed([(tenant_id, channel)])
        for connection in watchers:
            subscription = connection.subscriptions.get(channel)
            if subscription is not None:
                await self._hand_over(connection, subscription, event)
        if event["type"] == "permissions":
            for connection in list(self.connections.values()):
                if rules.channel_of("me", connection.person.person_id) == channel:
                    self._change_rights(connection, event["data"]["role"], event["data"]["modules"])

    async def _hand_over(self, connection: Connection, subscription: Subscription, event: dict[str, Any]) -> None:
        if subscription.last is None:
            subscription.waiting.append(event)
            return
        if event["seq"] <= subscription.last:
            return
        subscription.last = event["seq"]
        topic = topic_of(subscription.channel)
        if not rules.may_see(connection.person, subscription.channel, event):
            if event.get("whose") is not None and topic != "tenant":
                self.unsubscribe(connection, [topic], "forbidden")  # it was the person's own, and is not any more
            return
        connection.send_text(as_json(rules.frame(event["type"], topic, event["data"], event["at"])))
        reason = rules.ends_with(event)
        if reason is not None:
            self.unsubscribe(connection, [topic], reason)

    def _change_rights(self, connection: Connection, role: str, modules: list[str] | None) -> None:
        """Let the new rights hold, and end what they do not allow to watch."""
        connection.become(role, modules)
        lost = [topic_of(channel) for channel in connection.subscriptions
                if not rules.may_watch(connection.person, channel)]
        if lost:
            self.unsubscribe(connection, lost, "forbidden")

    # What time does

    async def _sweep(self) -> None:
        """Close sockets that are silent, or whose person, session, tenant or device is no longer good."""
        while True:
            await asyncio.sleep(SWEEP_SECONDS)
            try:
                await self._close_idle()
                await self._close_not_signed_in()
                await self._keep_places()
            except (SQLAlchemyError, RedisError, OSError) as error:
                log.warning("the look at open sockets waits: %s", type(error).__name__)
            except Exception:
                log.exception("the look at open sockets met something unforeseen")

    async def _close_idle(self) -> None:
        for connection in list(self.connections.values()):
            if time.monotonic() - connection.heard_at >= rules.IDLE_SECONDS:
                connection.refuse(Refusal(rules.IDLE, "idle", "Nothing was heard for 300 seconds."))

    async def _close_not_signed_in(self) -> None:
        held = list(self.connections.values())
        if not held:
            return
        found = await to_thread.run_sync(
            topics.standing, {connection.person.person_id for connection in held},
            {connection.person.session_id for connection in held if connection.person.session_id},
            limiter=self._threads)
        for connection in held:
            person = connection.person
            rights = found.rights.get(person.person_id)
            if rights is None or person.session_id in found.ended_sessions \
                    or person.expires_at <= clock.now().timestamp():
                connection.refuse(rules.not_signed_in())
            elif person.tenant_id in found.suspended_tenants:
                connection.refuse(rules.tenant_suspended())
            elif (person.person_id, connection.device_id) in found.inactive_devices:
                connection.refuse(rules.device_inactive())
            elif rights != (person.role, person.modules):
                self._change_rights(connection, *rights)

    async def _keep_places(self) -> None:
        held = list(self.connections.values())
        if not held:
            return
        async with self._redis.pipeline(transaction=False) as pipeline:
            for connection in held:
                key = places_of(connection.person.person_id)
                pipeline.zadd(key, {connection.id: time.time() + PLACE_LIFE_SECONDS})
                pipeline.expire(key, PLACE_LIFE_SECONDS * 2)
            await pipeline.execute()
        for connection in held:
            if connection.id not in self.connections:  # it was released meanwhile, perhaps before its place was kept
                await self._give_up_place(connection)


def _misses(connection: Connection, event: dict[str, Any]) -> bool:
    """Whether an event before this one has not come to the socket."""
    subscription = connection.subscriptions.get(event["topic"])
    return subscription is not None and subscription.last is not None and event["seq"] > subscription.last + 1
