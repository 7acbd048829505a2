"""How much a tenant uses the platform: each call is recorded, and what was recorded is added up day by day."""
