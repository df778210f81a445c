"""What greets each role: start pages, the frame around every page, search. It only reads."""
