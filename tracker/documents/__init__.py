"""Documents to print and to keep: tagged PDF from plain data, made on this server without a browser."""
