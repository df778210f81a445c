"""What is drawn of what is learned."""
