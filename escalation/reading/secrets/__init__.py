"""What must be masked before anything is stored or shown."""
