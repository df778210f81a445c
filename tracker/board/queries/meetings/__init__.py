"""What is asked about meetings of team and board."""
