"""The reference platform: the smallest real software that keeps the platform's rules."""

VERSION = "0.1.0"
