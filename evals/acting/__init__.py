"""How often racing processes send what was proposed: it must be once each."""
