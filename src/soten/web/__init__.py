"""The ledger in a browser: pages and data at the same addresses."""
