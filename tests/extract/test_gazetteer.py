"""What names stand for, and what the gazetteer adds to and corrects in the names of a text."""

from __future__ import annotations

import doctest
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from extract.gazetteer import fold, load_gazetteer, table
from extract.gazetteer_component import FACTORY, GazetteerNames, add_gazetteer
from extract.gazetteer_roles import holders, roles_of
from extract.language import SHIPPED, load_language

DATA = Path(__file__).parents[3] / "shared" / "data"
G = load_gazetteer()


@pytest.mark.parametrize(
    ("name", "label", "qid"),
    [
        ("Russia", None, "Q159"),
        ("the  Russian\nFederation", None, "Q159"),
        ("russia", None, "Q159"),
        ("RUSSIA", "GPE", "Q159"),
        ("Russia", "PERSON", None),
        ("US", None, "Q30"),
        ("U.S.", "GPE", "Q30"),
        ("us", None, None),
        ("Us", None, None),
        ("Turkey", None, "Q43"),
        ("Türkiye", None, "Q43"),
        ("TURKEY", None, "Q43"),
        ("turkey", None, None),
        ("Chad", None, "Q657"),
        ("chad", None, None),
        ("Jordan", "GPE", "Q810"),
        ("Jordan", "PERSON", None),
        ("Côte d’Ivoire", None, "Q1008"),
        ("Cote d'Ivoire", None, "Q1008"),
        ("DRC", None, "Q974"),
        ("Congo", None, None),
        ("Korea", None, None),
        ("Georgia", None, None),
        ("Georgia", "GPE", None),
        ("Georgia", "Country", "Q230"),
        ("Georgia", "AdministrativeArea", "Q1428"),
        ("Paris, France", None, "Q90"),
        ("Paris, Texas", None, None),
        ("Tampa, Florida", None, "Q49255"),
        ("Namibia", None, "Q1030"),
        ("the Netherlands", None, "Q55"),
        ("The Hague", None, "Q36600"),
        ("Hague", None, None),
        ("Male", None, None),
        ("Malé", None, "Q9347"),
        ("Kiev", None, "Q1899"),
        ("Gaza", None, "Q39760"),
        ("Donetsk region", None, "Q2012050"),
        ("Barcelona", "ORG", None),
        ("UN", None, "Q1065"),
        ("the EU", "GPE", "Q458"),
        ("Nato", None, "Q7184"),
        ("WHO", None, "Q7817"),
        ("Who", None, None),
        ("Democratic Party", None, None),
        ("Sergei Lavrov", "PERSON", "Q58217"),
        ("Volodymyr Zelensky", None, "Q3874799"),
        ("Russians", None, None),
        ("", None, None),
        ("Narnia", None, None),
    ],
)
def test_lookup(name: str, label: str | None, qid: str | None) -> None:
    found = G.lookup(name, label)
    assert (found and found.qid) == qid


@pytest.mark.parametrize(
    ("name", "near", "key"),
    [
        ("Georgia", ["Tbilisi"], "georgia"),
        ("Georgia", ["Tbilisi", "United States"], "georgia"),
        ("Georgia", ["Atlanta", "Alabama"], "georgia-us"),
        ("Georgia", ["United States"], None),
        ("Georgia", ["Tbilisi", "Atlanta"], None),
        ("Punjab", ["India"], "punjab-in"),
        ("Punjab", ["Lahore"], "punjab-pk"),
        ("Punjab", ["India", "Pakistan"], None),
        ("Republican Party", ["United States"], "republican-party-us"),
    ],
)
def test_company_decides_between_namesakes(name: str, near: list[str], key: str | None) -> None:
    company = [entry for entry in map(G.lookup, near) if entry]
    assert len(company) == len(near)
    found = G.lookup(name, near=company)
    assert (found and found.key) == key


@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        ("Russians", "russia", "group"),
        ("the Russians", "russia", "group"),
        ("Russian", "russia", "adjective"),
        ("russian", "russia", "adjective"),
        ("Frenchman", "france", "person"),
        ("French", "france", "adjective"),
        ("Poles", "poland", "group"),
        ("poles", None, None),
        ("Polish", "poland", "adjective"),
        ("polish", None, None),
        ("New Zealanders", "new-zealand", "group"),
        ("Americans", "united-states", "group"),
        ("Texans", "texas", "group"),
        ("Crimean", "crimea", "adjective"),
        ("Kurdish", "kurds", "adjective"),
        ("Nigerien", "niger", "adjective"),
        ("Nigerian", "nigeria", "adjective"),
        ("Dominican", None, "adjective"),
        ("Koreans", None, "group"),
        ("Russia", None, None),
    ],
)
def test_demonyms(name: str, key: str | None, kind: str | None) -> None:
    found = G.lookup_demonym(name)
    assert ((found and found.key), G.demonym_kind(name)) == (key, kind)


@pytest.mark.parametrize(
    ("name", "institution"),
    [
        ("the Kremlin", "Government of Russia"),
        ("Moscow", "Government of Russia"),
        ("Kiev", "Government of Ukraine"),
        ("the White House", "Government of the United States"),
        ("Washington", "Government of the United States"),
        ("the Pentagon", "United States Department of Defense"),
        ("Downing Street", "Government of the United Kingdom"),
        ("Beijing", "Government of China"),
        ("Brussels", "European Union"),
        ("the Vatican", "Holy See"),
        ("Geneva", None),
        ("Russia", None),
    ],
)
def test_metonyms(name: str, institution: str | None) -> None:
    found = G.lookup_metonym(name)
    assert (found and found.name) == institution


def test_country_of() -> None:
    for name, country in [
        ("Lyon", "France"),
        ("France", "France"),
        ("the Kremlin", "Russia"),
        ("Texas", "United States"),
    ]:
        entry = G.lookup(name)
        home = G.country_of(entry) if entry else None
        assert home and home.name == country
    united_nations = G.lookup("UN")
    assert united_nations and G.country_of(united_nations) is None


@pytest.mark.parametrize(
    ("office", "body", "day", "names"),
    [
        ("foreign minister", "russia", "2024-12-26", ["Sergey Lavrov"]),
        ("foreign minister", "russia", "2003-05-01", ["Igor Ivanov"]),
        ("president", "united-states", "2024", ["Joe Biden"]),
        ("president", "united-states", "2019-07", ["Donald Trump"]),
        ("president", "ukraine", "2019-05-20", ["Petro Poroshenko", "Volodymyr Zelenskyy"]),
        ("secretary-general", "nato", "2025-01-01", ["Mark Rutte"]),
        ("president", "atlantis", "2020", []),
        ("president", "russia", "", []),
    ],
)
def test_holders(office: str, body: str, day: str, names: list[str]) -> None:
    assert [role.name for role in holders(office, body, day)] == names


def test_roles_of_a_person_in_any_spelling() -> None:
    assert roles_of("Sergei Lavrov") == roles_of("Sergey Lavrov")
    offices = [(role.office, role.body, role.start) for role in roles_of("Donald Tusk")]
    assert ("president", "european-council", "2014-12-01") in offices
    assert offices == sorted(offices, key=lambda office: office[2])
    assert [role.office for role in roles_of("Kamran Baqeri Lankarani")] == ["GOVEDU", "GOVHLH"]
    assert not any(role.covers("2013") for role in roles_of("Sergey Lavrov") if role.end == "?")


def test_tables_agree() -> None:
    entities, names, roles = (list(table(f"{name}.tsv")) for name in ("entities", "names", "roles"))
    keys = {row[0] for row in entities}
    assert len(keys) == len(entities) > 2000
    qids = [row[1] for row in entities if row[1]]
    assert len(set(qids)) == len(qids)
    assert all(re.fullmatch(r"Q[1-9]\d*", qid) for qid in qids)
    assert all(row[5] in keys | {""} and row[6] in keys | {""} for row in entities)
    assert {row[1] for row in names} <= keys
    assert {row[2] for row in roles} <= keys
    assert all(rows == sorted(rows) for rows in (entities, names, roles))
    assert all(not end or end == "?" or start <= end for _, _, _, start, end in roles)


def test_every_sovereign_state_has_id_demonym_and_government() -> None:
    states = [entry for entry in G.entries.values() if f"government-of-{entry.key}" in G.entries]
    spelt = {form.key for found in G.forms.values() for form in found if form.kind in {"adjective", "person"}}
    assert len(states) > 170
    assert all(entry.qid for entry in states)
    assert {entry.key for entry in states} - spelt <= {"vatican-city"}


@given(st.sampled_from(sorted(form.text for found in G.forms.values() for form in found)))
def test_every_form_is_found_by_its_own_spelling(text: str) -> None:
    assert text in {form.text for form in G.forms_of(f"the  {text.removeprefix('The ')} ")}


@given(st.text())
def test_white_space_around_a_name_is_nothing(text: str) -> None:
    assert G.lookup(text) == G.lookup(f"  {text}\n")


def test_fold_brings_spellings_together() -> None:
    assert fold("Łódź") == fold("LODZ") == "lodz"
    assert fold("the  Côte d’Ivoire") == fold("Cote d'Ivoire")


def test_gazetteer_loads_no_heavy_library() -> None:
    code = "import sys, extract.gazetteer as g; g.load_gazetteer(); print('spacy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


NLP = spacy.blank("en")


TAGS = {"N": "PROPN", "n": "NOUN", "A": "ADJ", "V": "VERB", "P": "ADP", "D": "DET", "C": "CCONJ"}

# words | a letter of TAGS for each | the tagger's names (start-end-LABEL) | names afterwards (text/label/id)
CASES = """
# what the tagger missed
He left Russia for the United Arab Emirates | xVNPDNNN | - | Russia/GPE/Q159, United Arab Emirates/GPE/Q878
The Russians met Kurdish fighters | DNVAn | - | Russians/NORP/Q159, Kurdish/NORP/Q12223
Russian Foreign Minister Lavrov spoke | ANNNV | - | Russian/NORP/Q159
they saw kerala and russia | xVNCN | - | kerala/GPE/Q1186, russia/GPE/Q159
US - China talks | N.Nn | - | US/GPE/Q30, China/GPE/Q148
eastern Ukraine and Eastern Ukraine | ANCAN | - | Ukraine/GPE/Q212, Ukraine/GPE/Q212
the President of Canada | DNPN | - | Canada/GPE/Q16
Georgia and Tbilisi | NCN | - | Georgia/GPE/Q230, Tbilisi/GPE/Q994
Georgia | N | - | Georgia/GPE/
# what it had better not add
tell us about turkey | VxPn | - |
TELL US ABOUT TAXES | VxPn | - |
at Georgia Tech | PNN | - |
British Airways said | ANV | - |
the Liberal Party of Canada | DANPN | - |
Greater Noida | NN | - |
Paris Saint - Germain won | NN.NV | - |
Turkey leftovers | nn | - |
Who said so | xVx | - |
Jordan Peterson wrote | NNV | - |
# what it leaves whole
the Bank of Japan said | DNPNV | 0-4-ORG | the Bank of Japan/ORG/
Paris Hilton | NN | 0-2-PERSON | Paris Hilton/PERSON/
Barcelona won | NV | 0-1-ORG | Barcelona/ORG/
speaks Russian | VN | 1-2-LANGUAGE | Russian/LANGUAGE/
Sydney wept | NV | 0-1-PERSON | Sydney/PERSON/
Jordan met Michael Jordan | NVNN | 0-1-PERSON 2-4-PERSON | Jordan/PERSON/, Michael Jordan/PERSON/
# what it corrects
Chad protested | NV | 0-1-PERSON | Chad/GPE/Q657
the Russians left | DNV | 0-2-PERSON | the Russians/NORP/Q159
Kyiv and Donetsk and | NCNC | 0-1-PERSON 2-4-ORG | Kyiv/GPE/Q1899, Donetsk/GPE/
the European Union | DNN | 1-2-NORP | European Union/ORG/Q458
the White House said | DNNV | 1-3-ORG | White House/ORG/Q35525
in Crimea | PN | 1-2-LOC | Crimea/LOC/Q7835
Russia 's army | Nxn | 0-2-ORG | Russia/GPE/Q159
"""


@pytest.mark.parametrize("case", [case for case in CASES.strip().splitlines() if case[0] != "#"])
def test_component(case: str) -> None:
    words, tags, ents, expected = (field.strip() for field in case.split("|"))
    labels = ["O"] * len(tags)
    for start, end, label in (ent.split("-") for ent in ents.split() if ent != "-"):
        for place in range(int(start), int(end)):
            labels[place] = f"{'B' if place == int(start) else 'I'}-{label}"
    doc = Doc(NLP.vocab, words=words.split(), pos=[TAGS.get(tag, "X") for tag in tags], ents=labels)
    found = [f"{ent.text}/{ent.label_}/{ent.kb_id_}" for ent in GazetteerNames()(doc).ents]
    assert ", ".join(found) == expected


def test_a_name_goes_over_a_line_break_but_does_not_end_with_one() -> None:
    doc = GazetteerNames()(NLP("Fighting in Donbas\n\nThe European\nUnion met"))
    assert [ent.text for ent in doc.ents] == ["Donbas", "European\nUnion"]


@pytest.fixture(scope="module")
def shipped() -> Language:
    """The shipped pipeline under another name, so that the one that other tests share stays as it is."""
    nlp = load_language(f"{SHIPPED}/.")
    add_gazetteer(nlp)
    return nlp


TEXTS = [
    "Sergey Lavrov met Chad's president in Geneva.",
    "The Kremlin said that the Russians would stay in Crimea.",
    "The International Atomic Energy Agency and the European Union thanked Kazakhstan.",
]


def test_component_follows_the_tagger_and_is_added_once(shipped: Language) -> None:
    add_gazetteer(shipped)
    assert shipped.pipe_names.count(FACTORY) == 1
    assert shipped.pipe_names.index(FACTORY) == shipped.pipe_names.index("encoder") + 1


def test_component_in_worker_processes(shipped: Language) -> None:
    alone = [[(e.text, e.label_, e.kb_id_) for e in shipped(text).ents] for text in TEXTS]
    together = [[(e.text, e.label_, e.kb_id_) for e in doc.ents] for doc in shipped.pipe(TEXTS, n_process=2)]
    assert alone == together
    assert ("Chad", "GPE", "Q657") in alone[0]
    assert isinstance(pickle.loads(pickle.dumps(shipped.get_pipe(FACTORY))), GazetteerNames)


def test_component_survives_disk(shipped: Language, tmp_path: Path) -> None:
    shipped.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert [e.kb_id_ for e in again(TEXTS[2]).ents] == [e.kb_id_ for e in shipped(TEXTS[2]).ents]


@pytest.mark.skipif(not DATA.is_dir(), reason="the development data are not on this machine")
def test_tables_are_what_the_sources_give(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "training.gazetteer", "--data", str(DATA), "--out", str(tmp_path)]
    subprocess.run(command, check=True, capture_output=True)
    shipped = Path(__file__).parents[2] / "extract" / "lexicon" / "gazetteer"
    for path in sorted(tmp_path.iterdir()):
        assert path.read_bytes() == (shipped / path.name).read_bytes(), path.name


def test_examples_of_the_documentation() -> None:
    page = Path(__file__).parents[2] / "docs" / "gazetteer.md"
    found = doctest.testfile(str(page), module_relative=False)
    assert found.attempted >= 10
    assert found.failed == 0


def test_the_documentation_counts_the_rows() -> None:
    page = (Path(__file__).parents[2] / "docs" / "gazetteer.md").read_text(encoding="utf-8")
    for name in ("entities", "names", "roles", "officials"):
        assert f"| `{name}.tsv` | {len(list(table(f'{name}.tsv'))):,} |" in page
