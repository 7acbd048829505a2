"""Scenarios in several slots: each a process with a platform of its own, and one that hands out, shows and signs off.

``runner`` is the run as a whole, ``slot`` what each slot does, ``messages`` what they tell each other over ``line``.
"""
