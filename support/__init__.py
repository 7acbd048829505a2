"""What the sentences stand on: the platform's language, the protocols, the targets, the reports."""
