"""The exercises, a module a part, or a chapter where a part has many."""
