"""How a page is seen: rendered, and read as readers do; `bookkit.seeing.seen` says what came of it."""
