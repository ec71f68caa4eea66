"""Findings become records: evidence is cut, ids are made, actors are declared."""
