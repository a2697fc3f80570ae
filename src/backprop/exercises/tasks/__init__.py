"""The exercises, a module a part."""
