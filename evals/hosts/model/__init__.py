"""A scripted model that speaks four vendors' interfaces: what a host asks is kept, what it is told is a small function."""
