"""Tables of what is learned. Words of cases stay in the tables of cases; here are links to them."""
