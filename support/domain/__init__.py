"""The platform's language: what a sentence calls. One module an area; none knows behave."""
