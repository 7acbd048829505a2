"""Boots and stops the embedded processes: postgres, redis, platform, worker, beat."""

from __future__ import annotations

from support.stack.failures import PartNotReady
from support.stack.postgres import DATABASE as PRIVATE_DATABASE
from support.stack.stack import Addresses, Stack

__all__ = ["PRIVATE_DATABASE", "Addresses", "PartNotReady", "Stack"]
