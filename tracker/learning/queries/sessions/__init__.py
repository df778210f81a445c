"""What is asked about learning sessions."""
