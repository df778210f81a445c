"""What holds for learning from cases, in plain Python."""
