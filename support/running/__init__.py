"""How a run goes: its inspection before anything starts, its order, its limits, its end."""
