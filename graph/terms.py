"""RDF terms without an RDF library, and the namespaces that turn their short names into IRIs.

Everything that writes or reads RDF here (rdflib, Oxigraph, our own Turtle) speaks in these terms, so
the shape of the graph is said once, in ``facts``, whatever library carries it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from graph.errors import GraphError

DEFAULT_BASE = "https://newsgraph.example/"
"""Where a graph's own names live unless the user says otherwise. Stable: files in the wild rely on it."""

ONTOLOGY = "https://newsgraph.example/ontology#"
"""Namespace of newsgraph's own classes and properties, the same for every base."""

FOREIGN = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
}
"""Prefixes of other people's vocabularies that a graph uses."""

OWN = {"ent": "entity/", "rel": "relation/", "st": "statement/", "ev": "evidence/", "art": "article/"}
"""Prefixes of what a graph names itself, with their place below the base."""

LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*", re.ASCII)
"""A local name that every serialisation can write without escapes."""

_SIGN = r"(?:[A-Za-z0-9._~:@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})"
_ABSOLUTE = re.compile(
    rf"(?:https?://[A-Za-z0-9.-]+(?::[0-9]+)?|urn:[A-Za-z0-9][A-Za-z0-9-]+:{_SIGN}+)(?:/{_SIGN}*)*"
    rf"(?:\?(?:{_SIGN}|[/?])*)?(?:#(?:{_SIGN}|[/?])*)?"
)


class Name(NamedTuple):
    """An IRI by prefix and local name: ``Name("ent", "russia")`` is ``ent:russia``."""

    prefix: str
    local: str


class Iri(NamedTuple):
    """An absolute IRI outside the namespaces above."""

    value: str


class Literal(NamedTuple):
    """A value; ``datatype`` is a local name of XSD (``integer``) or ``""`` for plain text."""

    text: str
    datatype: str = ""


Node = Name | Iri
Term = Name | Iri | Literal


class Fact(NamedTuple):
    """One RDF triple."""

    subject: Node
    predicate: Node
    object: Term


@dataclass(frozen=True)
class Namespaces:
    """The prefixes of one graph; ``base`` is the absolute IRI below which its own names lie."""

    base: str = DEFAULT_BASE

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """Prefix → namespace IRI, own ones first."""
        if not (_ABSOLUTE.fullmatch(self.base) and self.base.endswith(("/", "#"))):
            raise GraphError(
                f"the base {self.base!r} is no absolute IRI that ends in '/' or '#'; "
                f"give one like {DEFAULT_BASE}"
            )
        own = {prefix: self.base + place for prefix, place in OWN.items()}
        return {**own, "ng": ONTOLOGY, **FOREIGN}

    @cached_property
    def _by_namespace(self) -> dict[str, str]:
        return {namespace: prefix for prefix, namespace in self.prefixes.items()}

    def expand(self, node: Node) -> str:
        """The absolute IRI of a name.

        >>> Namespaces().expand(Name("ent", "russia"))
        'https://newsgraph.example/entity/russia'
        """
        return node.value if isinstance(node, Iri) else self.prefixes[node.prefix] + node.local

    def contract(self, iri: str) -> Node:
        """The name of an absolute IRI, or the IRI itself where no namespace fits.

        >>> Namespaces().contract("https://schema.org/Person")
        Name(prefix='schema', local='Person')
        """
        cut = max(iri.rfind("/"), iri.rfind("#")) + 1
        prefix = self._by_namespace.get(iri[:cut])
        if prefix is None or not LOCAL.fullmatch(iri, cut):
            return Iri(iri)
        return Name(prefix, iri[cut:])


def local(text: str, what: str) -> str:
    """``text`` where it is fit to be a local name; ``what`` names it in the error.

    Raises GraphError: an IRI with a space or a slash would only fail at the reader's side.
    """
    if LOCAL.fullmatch(text):
        return text
    raise GraphError(f"{what} {text!r} is no local name: use only ASCII letters, digits, '-' and '_'")


def absolute(text: str) -> Iri:
    """``text`` as an IRI of its own. Raises GraphError where it is not absolute or has odd characters."""
    if _ABSOLUTE.fullmatch(text):
        return Iri(text)
    raise GraphError(f"{text!r} is no absolute IRI; percent-encode what no URL may hold")


def scalar(text: str) -> Literal:
    """Plain text as a literal. Lone surrogates are dropped: no RDF file can hold them."""
    try:
        text.encode()
    except UnicodeEncodeError:
        text = text.encode(errors="ignore").decode()
    return Literal(text)
