"""After the brief: what may be put on record, what ending an escalation still takes, which escalations are one pattern."""
