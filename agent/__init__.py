"""The command line and the conversation with a model: the only room that may know the model's SDK."""
