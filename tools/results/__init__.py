"""What the tools answer: small flat models, each said twice (structure and readable text) from one dump."""
