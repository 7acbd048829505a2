"""Talks with the language model: conversations, their turns, and how much of it a tenant may use."""
