"""Is the platform alive, is it ready, which version is it."""
