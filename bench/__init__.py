"""Figures about speed and weight, each with the command that repeats it. See README.md beside this file."""
