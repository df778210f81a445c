"""What people do with a learning session."""
