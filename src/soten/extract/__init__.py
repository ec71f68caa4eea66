"""Findings of every kind, read from an analysis; one file a kind."""
