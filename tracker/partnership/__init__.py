"""Who we are: partnership, organisations, people, roles, what they may see, and the trail of what they did."""
