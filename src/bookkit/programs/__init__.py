"""Authors' programs, run apart from the press: figures, listings and labs."""
