"""What was posted to a tenant's webhook, and by which signature."""

from __future__ import annotations

import hashlib
import hmac
from itertools import pairwise
from typing import TYPE_CHECKING

from support.awaiting import await_value
from support.domain.comparing import differences
from support.domain.people import Person, Tenant
from support.domain.plugins import path_of
from support.findings import Finding

if TYPE_CHECKING:
    from support.stand_ins.webhook_receiver import Post
    from support.world import World

TRIED_WITHIN_SECONDS = 30.0  # all tries, on however busy a machine
FIRST_PAUSE_SECONDS = 0.3  # the platform that the suite boots waits for a 500th of what it usually does
CLOCK_SECONDS = 0.02


class Webhooks:
    """Each method raises a Finding, in the product's words, when its promise is not kept."""

    def __init__(self, world: World):
        self._world = world

    def posts(self, tenant: Tenant) -> list[Post]:
        plugins = self._world.plugins
        return plugins.receiver.posted_to(path_of(plugins.webhook_of(tenant)))

    def require_posted(self, tenant: Tenant, titles: list[str]) -> None:
        """Once all work has ended, exactly these notifications were posted, each once, whatever the order.

        :raises Finding: when another was, or one was not, or not once.
        """
        if titles:
            await_value(lambda: self.posts(tenant), lambda posts: len(posts) >= len(titles),
                        within=self._world.await_seconds,
                        words=lambda posts: f"{len(titles)} notifications of {tenant.name} should be posted, and "
                                            f"{len(posts)} were")
        self._world.await_quiet()
        found = sorted(post.body["title"] for post in self.posts(tenant))
        if found != sorted(titles):
            raise Finding(f"for {tenant.name} there should be posted {sorted(titles)}, and was {found}")

    def require_as_notified(self, tenant: Tenant, person: Person, channel: str | None) -> None:
        """The one post says what stands in the person's inbox, and for which channel; its key is the notification's id.

        :raises Finding: naming what differs.
        """
        post, notification = self.posts(tenant)[-1], self._world.inboxes.notifications(person)[0]
        expected = {name: notification[name] for name in ("id", "kind", "title", "body", "created_at")}
        expected |= {"tenant": tenant.slug, "channel": channel}
        if post.body != expected:
            raise Finding(f"posted should be {expected}, and was {post.body}")
        different = differences({"idempotency-key": notification["id"], "content-type": "application/json"}, post.headers)
        if different:
            raise Finding(f"of what was posted {different}")

    def require_signed(self, tenant: Tenant, secret: str) -> None:
        """Each post is signed by this secret, and by nothing else.

        :raises Finding: when one is not.
        """
        for post in self.posts(tenant):
            expected = "sha256=" + hmac.new(secret.encode(), post.content, hashlib.sha256).hexdigest()
            if post.headers.get("x-signature") != expected:
                raise Finding(f"a post should be signed {expected}, and is {post.headers.get('x-signature')}")

    def require_unsigned(self, tenant: Tenant) -> None:
        """:raises Finding: when a post is signed."""
        signed = [post.headers["x-signature"] for post in self.posts(tenant) if "x-signature" in post.headers]
        if signed:
            raise Finding(f"without a secret nothing should be signed, and was: {signed}")

    def require_tried(self, tenant: Tenant, times: int) -> None:
        """One notification was posted so many times in all, each time the same, with growing pauses.

        :raises Finding: when it was more or less often, not the same, or in a hurry.
        """
        await_value(lambda: self.posts(tenant), lambda posts: len(posts) >= times, within=TRIED_WITHIN_SECONDS,
                    words=lambda posts: f"a post should be tried {times} times, and was {len(posts)} times")
        self._world.await_quiet()
        posts = self.posts(tenant)
        if len(posts) != times:
            raise Finding(f"a post should be tried {times} times, and was {len(posts)} times")
        kinds = {(post.content, post.headers["idempotency-key"]) for post in posts}
        if len(kinds) != 1:
            raise Finding(f"each try should be the same post by the same key, and they are {len(kinds)} different ones")

    def require_pauses_grow(self, tenant: Tenant) -> None:
        """Before each further try it waited for at least half of twice as long: no more than that is promised.

        :raises Finding: when one pause was shorter.
        """
        times = [post.at for post in self.posts(tenant)]
        pauses = [(later - earlier).total_seconds() for earlier, later in pairwise(times)]
        short = [f"{pause:.2f} s instead of {FIRST_PAUSE_SECONDS * 2 ** number:g} s or more"
                 for number, pause in enumerate(pauses) if pause < FIRST_PAUSE_SECONDS * 2 ** number - CLOCK_SECONDS]
        if short:
            raise Finding(f"the pauses between the tries should grow, and are too short: {', '.join(short)}")
