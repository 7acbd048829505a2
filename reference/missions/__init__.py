"""Surveys of declared targets with knowledge rules."""
