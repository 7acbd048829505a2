"""Tickets: reported troubles, their due times and escalation."""
