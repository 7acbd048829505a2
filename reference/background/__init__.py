"""Background work as administrators see it."""
