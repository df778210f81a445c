"""The forms of what is learned."""
