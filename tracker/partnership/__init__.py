"""Who we are: partnership, organisations, people, roles, what they may see, and the trail."""
