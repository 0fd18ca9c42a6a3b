"""The embedded store: SQLAlchemy Core tables, migrations, search and the register of escalations."""
