"""The rules of signing in and of changing people, apart from HTTP and SQL."""

from __future__ import annotations

import hmac
import re
import secrets
import unicodedata
from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import datetime, timedelta
from functools import lru_cache
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from reference.core import clock
from reference.core.errors import Fault
from reference.core.settings import settings

STATUSES = ("invited", "active", "locked", "deactivated", "removed")
WRONG_PASSWORDS = 5
WRONG_PASSWORD_WINDOW = timedelta(minutes=15)
LOCK_TIME = timedelta(minutes=15)
IS_EMAIL = "The password must not be the e-mail address."
INVITATION_TIME = timedelta(days=7)
REFRESH_TIME = timedelta(days=7)
LONGEST_PASSWORD = 128

# What an administrator may make of a person's status.
STATUS_CHANGES: dict[str, tuple[str, ...]] = {
    "invited": (), "active": ("deactivated",), "locked": ("active", "deactivated"), "deactivated": ("active",),
    "removed": (),
}


@lru_cache(maxsize=1)
def _hasher() -> PasswordHasher:
    return PasswordHasher(settings().password_hash_time_cost, settings().password_hash_memory_cost, parallelism=1)


def hash_password(password: str) -> str:
    return _hasher().hash(password)


@lru_cache(maxsize=1)
def _nobodys_hash() -> str:
    return hash_password(secrets.token_hex(16))


def password_is_right(password_hash: str | None, password: str) -> bool:
    """Whether the password belongs to the hash. Takes as long for nobody's (None) as for somebody's."""
    if len(password) > LONGEST_PASSWORD:
        return False
    try:
        return _hasher().verify(password_hash or _nobodys_hash(), password) and password_hash is not None
    except (VerificationError, InvalidHashError):
        return False


def recent_wrong_passwords(times: list[str], moment: datetime) -> list[str]:
    """Those that still count."""
    return [time for time in times if moment - datetime.fromisoformat(time) < WRONG_PASSWORD_WINDOW]


def locks(times: list[str]) -> bool:
    """Whether so many wrong passwords lock the person."""
    return len(times) >= WRONG_PASSWORDS


def password_fault(field: str, password: str, email: str) -> list[Fault]:
    """What is wrong with a new password beside its length."""
    return [Fault(field, "not_allowed", IS_EMAIL)] if is_password_of_email(password, email) else []


def is_password_of_email(password: str, email: str) -> bool:
    return password.strip().lower() == email.lower()


def new_secret() -> str:
    """A refresh token, a cookie, or what shows that the cookie's session is known."""
    return secrets.token_urlsafe(48)


def refresh_ends_at(moment: datetime | None = None) -> datetime:
    return (moment or clock.now()) + REFRESH_TIME


def slug_from(name: str) -> str:
    """A tenant's slug made from its name."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:50].strip("-") or f"tenant-{secrets.token_hex(4)}"


def link_secret(invitation_id: UUID, number: int) -> str:
    """The secret of an invitation's link, made anew from the platform's key each time: it is stored nowhere.

    Each link that is sent has the next number.
    """
    named = invitation_id.bytes + number.to_bytes(4, "big")
    signature = hmac.digest(settings().jwt_secret.encode(), b"invitation" + named, "sha256")
    return urlsafe_b64encode(named + signature).decode().rstrip("=")


def link_of(secret: str) -> tuple[UUID, int] | None:
    """Which invitation's link it is, and its number; None for a secret that the platform did not make."""
    try:
        named = urlsafe_b64decode(secret + "=" * (-len(secret) % 4))[:20]
        link = UUID(bytes=named[:16]), int.from_bytes(named[16:], "big")
    except ValueError:
        return None
    return link if hmac.compare_digest(link_secret(*link), secret) else None


def completion(profile: dict[str, str | None]) -> int:
    """How much of the profile is filled, in percent."""
    return 20 * sum(1 for value in profile.values() if value)
