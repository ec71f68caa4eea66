"""A ledger of a million statements, for measuring the pages: what real reading gives, many times over.

`base` has a year of invented reports (`bench.crowd`) read and joined by Soten itself. `worlds` says
how that year happens again: in other years, and to other states, people and towns. `copying` writes
it all, row by row, past the reader, which would take hours. Every record rests on the words of its
text; what was joined in the first year is joined in the others. Only the keys under which joiners
look for neighbours are made up, so nothing that is added later is joined with it.
"""
