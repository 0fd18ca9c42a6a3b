"""How many planted leaks the audience check catches, how many clean texts it stops, and how many promises are found and dated."""
