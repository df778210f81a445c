"""What the pages of the board read; each starts from whoever looks."""
