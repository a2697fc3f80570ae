"""Numbers in the text, each held to what listings print; `bookkit.prose` says which are judged, and how."""
