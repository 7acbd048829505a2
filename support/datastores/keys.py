"""Brings the keys of Redis back to the baseline."""

from __future__ import annotations

from support.awaiting import looks
from support.datastores.baseline import Baseline, read_keys
from support.drivers.cache import Cache

SETTLING_SECONDS = 1.0  # how long keys may come back that follow a commit


def clean_keys(cache: Cache, baseline: Baseline) -> tuple[int, list[str]]:
    """Remove what was added, and bring back what was changed or removed.

    Answers how many keys that were, and the names of those that come back again and again.
    """
    wanted, found = baseline.keys, read_keys(cache, baseline.kept_keys)
    back = {name: key for name, key in wanted.items()
            if not key.expires and (name not in found or found[name].dump != key.dump)}
    # One that expires is only ever a copy or a count: the platform makes it again.
    away = [name for name, key in found.items()
            if name not in back and (name not in wanted or key.dump != wanted[name].dump)]
    if not back and not away:
        return 0, []
    pipeline = cache.client.pipeline()
    if away:
        pipeline.unlink(*away)
    for name, key in back.items():
        pipeline.restore(name, 0, key.dump, replace=True)
    pipeline.execute()
    # Once more where some came back: the platform follows its own commits within a second, and may write the copy of
    # a record that is gone before it sees that, and removes it.
    settled = not away or any(not cache.client.unlink(*away) for _ in looks(SETTLING_SECONDS))
    return len(back) + len(away), [] if settled else [name.decode("utf-8", "replace") for name in away]
