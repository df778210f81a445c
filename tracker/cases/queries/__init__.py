"""Questions to the database about cases; each starts from who looks, and a stranger finds nothing."""
