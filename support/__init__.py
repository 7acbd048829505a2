"""What the sentences stand on: the platform's language, the protocols, the targets, the reports."""

import sys

# Importing httpx would bring its command line too, with rich and pygments: 40 ms of every run.
sys.modules.setdefault("httpx._main", None)
