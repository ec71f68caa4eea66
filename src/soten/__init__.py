"""Soten (争点): an evidence-linked ledger of negotiations, read from Japanese reporting."""

__version__ = "0.1.0"
