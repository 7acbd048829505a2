"""Changes at once, over ``/ws``."""
