"""The book to take along: a folder that is read without a server, and a single PDF."""


class EditionError(ValueError):
    """A site of which an edition cannot be made; the message names the page or the place, and says why."""
