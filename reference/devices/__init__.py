"""The devices by which people work: which there are, whose, and which of them are still good."""
