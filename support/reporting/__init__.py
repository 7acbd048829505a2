"""What a run leaves: evidence, Allure results, JUnit, the sign-off, and their reconciliation."""
