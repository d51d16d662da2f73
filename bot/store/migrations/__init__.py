"""The database's versions, oldest first; each file says what it adds and why."""
