"""What people fill in about the partnership and themselves."""
