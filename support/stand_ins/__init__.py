"""Outside services as the platform meets them: real servers whose answers a scenario sets."""
