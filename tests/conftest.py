"""What holds for all tests."""

from hypothesis import settings

# A slow machine is no error of the book. What else Hypothesis chose, as on CI, stays.
settings.register_profile("book", settings(), deadline=None)
settings.load_profile("book")
