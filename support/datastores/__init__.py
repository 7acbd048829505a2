"""Datastores of a run: who may be emptied (guard, mark), and how a scenario's traces are removed (baseline, reset)."""
