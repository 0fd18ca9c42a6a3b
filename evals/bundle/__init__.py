"""The bundle for Claude Desktop: put together, packed, unpacked elsewhere and started as its manifest says."""
