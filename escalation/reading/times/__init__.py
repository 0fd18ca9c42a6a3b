"""Days, lengths, periods and deadlines, however a text names them."""
