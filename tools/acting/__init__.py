"""Acting: proposed exactly, agreed to by a person, sent once, read back, on the record (invariant 3)."""
