"""The protocol's own conformance suite, run against the server: as it is, and with the suite's named fixtures grafted on."""
