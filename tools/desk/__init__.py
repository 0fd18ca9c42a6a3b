"""From a typed line to a brief on record: records gathered, judged, written, checked, joined."""
