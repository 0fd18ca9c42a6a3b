"""The conversation with a model: its tools are ours, its words are checked, and only the person says yes."""
