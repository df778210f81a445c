"""What is asked about what a partnership learned."""
