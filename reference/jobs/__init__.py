"""Jobs: long work on projects, done by the platform or by an outside runner."""
