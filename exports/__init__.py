"""A graph in, files that people open out."""
