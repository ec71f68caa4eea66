"""Migrations of the ledger, one module a revision; Alembic runs them when a ledger is opened."""
