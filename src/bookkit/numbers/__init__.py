"""Numbers in the text, each held to what listings print; `bookkit.proof.prose` says which are judged."""
