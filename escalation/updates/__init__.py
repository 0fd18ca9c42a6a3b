"""Updates: what stands in the way of a text to a customer, beyond what is not theirs to read, and what it commits us to."""
