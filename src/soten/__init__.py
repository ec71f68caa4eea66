"""Soten (争点): an evidence-linked ledger of negotiations, read from Japanese reporting.

>>> import soten
>>> ledger = soten.open("soten.db")
>>> ledger.talks(party="ウクライナ", until="2022")[0].when.edtf
'2022-03-29'
>>> ledger.close()
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from soten.api import Answer, Filters, Listing, OpenLedger, open
else:

    def __getattr__(name: str) -> object:
        """Import the interface when it is first asked for: the command's start stays light."""
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module("soten.api"), name)


__version__ = "0.1.0"
__all__ = ["Answer", "Filters", "Listing", "OpenLedger", "__version__", "open"]


def __dir__() -> list[str]:
    return __all__
