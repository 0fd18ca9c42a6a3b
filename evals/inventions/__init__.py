"""How many inventions the checker catches, and how many true statements it wrongly stops (invariant 1)."""
