"""Accounts of a served ledger: passwords, sessions, tokens, and how often one may try."""

from soten.accounts.doors import DeniedError, Doors, ThrottledError, folded
from soten.store.accounts import Account, Role, Token

__all__ = ["Account", "DeniedError", "Doors", "Role", "ThrottledError", "Token", "folded"]
