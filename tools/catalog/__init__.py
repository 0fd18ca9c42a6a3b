"""The tools, one module each; `tools.serving.registry` lists them."""
