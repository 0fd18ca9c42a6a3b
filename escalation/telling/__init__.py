"""Telling: what the records say that a brief passes on, what it still lacks, and what to ask. Decides nothing."""
