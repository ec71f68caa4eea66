"""The error root and its few families; every message names what, where and the value."""


class SotenError(Exception):
    """Everything Soten raises on purpose."""


class SpanError(SotenError):
    """A span does not fit its text, or the text at a span is not what a record says it is."""


class InputError(SotenError):
    """A file or page that cannot be read; the message names it and the reason."""


class LexiconError(SotenError):
    """A knowledge pack that breaks its schema; the message names file, line and entry."""


class LedgerError(SotenError):
    """A ledger that cannot be opened, migrated or written."""


class UsageError(SotenError):
    """A request that asks for something that does not exist (an id, a format, a filter value)."""


class ConflictError(SotenError):
    """A decision on what has changed since it was looked at; look again and decide anew."""
