"""What happens to long work: asking and stopping it, running it, and keeping files for it."""
