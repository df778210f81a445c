"""What the forms of the board package ask."""
