"""The record: what can happen to an escalation, and where it stands by what has happened (invariants 6 and 7)."""
