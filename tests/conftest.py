"""What all tests of the suite share."""

pytest_plugins = ["support.reporting.suite_rows"]
