"""Actions: what may leave the house, exactly as it was shown (design.md §4, invariant 3)."""
