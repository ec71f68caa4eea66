"""Answers and records as tables, JSON, CSV, text and the brief; one writer each."""
