"""The sections of a brief written from evidence alone, one module per kind of section."""
