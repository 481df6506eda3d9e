"""Store: facts at rest, in SQLite or PostgreSQL."""
