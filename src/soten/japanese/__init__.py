"""Japanese: a text as layers of sentences, morphemes, phrases, names, times and numbers."""
