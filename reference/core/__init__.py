"""What every area stands on: settings, database, identity, tenancy, errors, events, tasks."""
