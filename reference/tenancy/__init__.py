"""Tenants and their suspension."""
