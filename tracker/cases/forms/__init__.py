"""What people fill in about a case."""
