"""What the record must hold under load, under racing processes and under killed ones."""
