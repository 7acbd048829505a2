"""Fills a tenant with a chosen number of each kind of record, and removes exactly these again."""
