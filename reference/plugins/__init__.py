"""Plugins: built-in extensions that a tenant configures and switches on."""
