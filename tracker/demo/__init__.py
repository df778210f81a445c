"""Demo data: told stories, through the same acts as everyone else, over the last two years."""
