"""Readers: bytes of one kind of file → drafts of articles. One file per kind; ``registry`` lists them."""
