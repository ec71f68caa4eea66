"""The Python interface (`docs/api.md`): `soten.open` gives a ledger that is read into and asked."""

from soten.api.answers import Answer, Filters, Listing
from soten.api.opened import OpenLedger, open

__all__ = ["Answer", "Filters", "Listing", "OpenLedger", "open"]
