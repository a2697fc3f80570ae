"""Property tests are not timed: how long one takes says more about the machine than about the library."""

from hypothesis import settings

settings.register_profile("untimed", settings(), deadline=None)  # what else is chosen already, stays
settings.load_profile("untimed")
