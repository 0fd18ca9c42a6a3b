"""The four worked cases of domain.md §9, told from the typed line to what was learned; each is printed, and is a test."""
