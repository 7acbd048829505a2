"""Who takes what the platform posts to webhooks: real HTTP on loopback. It takes everything, as long as all is well."""

from __future__ import annotations

from dataclasses import dataclass

from support.stand_ins.http_service import Asked, HttpService, Reply


@dataclass(frozen=True)
class Post(Asked):
    """One thing that was posted. Header names are in lower case."""

    def __str__(self) -> str:
        return f"{self.at:%H:%M:%S.%f} {self.path} {self.headers.get('idempotency-key', 'without a key')}"


class WebhookReceiver(HttpService):
    """One receiver for a run."""

    name = "webhook receiver"
    asked_as = Post

    def posted_to(self, path: str) -> list[Post]:
        """What was posted to this path, oldest first."""
        with self._changed:
            return [post for post in self.requests if post.path == path]

    def _as_it_should_be(self, request: Post) -> Reply:
        return Reply(204)
