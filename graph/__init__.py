"""Triples in, one merged graph out: the only room that knows identity."""
