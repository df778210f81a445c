"""Questions to the database about the partnership; each starts from who looks."""
