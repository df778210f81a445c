"""A picture is right or wrong, however slow the machine: generated examples have no time limit."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
