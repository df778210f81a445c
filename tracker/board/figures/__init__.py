"""What is drawn of deciding."""
