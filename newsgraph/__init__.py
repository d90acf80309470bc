"""News articles in, a knowledge graph out."""
