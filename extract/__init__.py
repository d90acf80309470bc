"""Text in, triples out: the only room that knows grammar."""
