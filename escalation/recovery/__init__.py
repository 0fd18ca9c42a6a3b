"""Recovery: one customer, incident after incident; the answer rises in effort, seniority and candour (domain.md §10)."""
