"""Notifications: what people are told, in their inbox, at once and by mail."""
