"""Reports in German, French, Spanish, Japanese and Cantonese: understood by the gist, and at no cost to English or Chinese."""

from __future__ import annotations

import pytest

from escalation.matching.kin import kin_of
from escalation.text.cantonese import as_mandarin
from escalation.text.concepts import AREAS, NEIGHBOURS, concepts, entries, forms, stated_in
from escalation.text.everyday import common_english
from escalation.text.german import as_stated, parts
from escalation.text.stopwords import STOP_WORDS
from escalation.text.tokens import is_cjk, runs
from escalation.text.words import stems

REPORTS = [
    ("Lohnabrechnung lässt sich nicht freigeben, der Knopf bleibt grau", {"payroll", "approval", "gray_out"}),
    ("Rechnungsexport bricht nach zehn Minuten ab, Zeitüberschreitung", {"invoice", "export", "timeout"}),
    ("Seit heute früh kommt niemand mehr rein, die Anmeldemaske lädt endlos", {"login", "spinning"}),
    ("Der Buchungskalender stürzt beim Öffnen ab", {"booking", "calendar", "crash"}),
    ("Laborwerte fehlen in der Patientenakte", {"lab_result", "patient", "missing"}),
    ("Les factures ne s'affichent plus depuis la mise à jour", {"invoice", "missing", "since_update"}),
    ("Impossible de se connecter, l'écran tourne en boucle", {"login_fails", "screen", "spinning"}),
    ("L'appli chauffeur se ferme toute seule à la signature", {"client_app", "driver", "app_close", "signature"}),
    ("Les bulletins de salaire sont envoyés deux fois", {"payroll", "twice"}),
    ("No se puede imprimir la etiqueta, la impresora no responde", {"cannot", "printing", "fail", "postage_label"}),
    ("Los pedidos llegan por duplicado y las existencias no cuadran", {"order", "duplicate", "stock_level", "wrong"}),
    ("請求書の出力で最終行が抜けています", {"invoice", "export", "one_short", "missing"}),
    ("予約カレンダーが開かなくなりました", {"booking", "calendar", "not_open"}),
    ("ｱﾌﾟﾘが落ちる", {"client_app", "crash"}),
    ("在庫数が反映されませんでした", {"stock_level", "not_counted"}),
    ("個預約日曆轉極都入唔到", {"calendar", "spinning", "not_open"}),
    ("啲電郵收唔到，資料冇晒", {"email", "bounce", "data_loss"}),
]


@pytest.mark.parametrize(("said", "meant"), REPORTS)
def test_a_report_is_understood_by_the_gist(said: str, meant: set[str]) -> None:
    assert meant <= concepts(said)


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ("Prüfung der Aufträge für Löhne", "Pruefung der Auftraege fuer Loehne"),
        ("STÜRZT AB, ÜBERWEISUNG FÄLLT AUS", "Stürzt ab, Überweisung fällt aus"),
        ("la mise à jour a échoué, résultats supprimés", "la mise a jour a echoue, resultats supprimes"),
        ("l’écran est figé", "L'ECRAN EST FIGE"),
        ("sesión caducada, contraseña", "sesion caducada, contrasena"),
        ("プリンターのエラー", "ﾌﾟﾘﾝﾀｰのｴﾗｰ"),
    ],
)
def test_accents_capitals_and_widths_change_nothing(written: str, otherwise: str) -> None:
    assert concepts(written) == concepts(otherwise) != set()


def test_every_form_names_a_known_concept_and_is_found() -> None:
    known = {concept for concept, _, _ in entries()}
    for area in NEIGHBOURS:
        for concept, latin, other in stated_in(area):
            assert concept in known, (area, concept)
            assert [form for form in [*latin, *other] if concept not in concepts(form)] == [], (area, concept)


def key(form: str) -> str:
    """How a form stands in the lexicon."""
    cut = runs(form)
    return "".join(cut) if any(map(is_cjk, cut)) else " ".join(word for run in cut for word in stems(run))


TWO_READINGS = frozenset(
    map(
        key,
        ["Erinnerung", "Mahnung", "Kühlschrank", "déplacer", "étiquette", "etiqueta", "dossier patient", "登入唔到"],
    )
)
"""Words of these very languages that an area states for one thing and that name a second one just as well."""


def test_no_form_is_a_common_word_of_english_or_says_something_else_in_an_area() -> None:
    stated: dict[str, set[str]] = {}
    for concept, latin, other in entries():
        for form in [*latin, *other]:
            stated.setdefault(key(form), set()).add(concept)
    for area in NEIGHBOURS:
        for concept, latin, other in stated_in(area):
            for form in map(key, [*latin, *other]):
                assert form not in STOP_WORDS, (area, concept, form)
                assert form in stated or form not in common_english(), (area, concept, form)
                said = stated.get(form, {concept})
                assert concept in said or said & kin_of(frozenset({concept})) or form in TWO_READINGS, (area, form)


ENGLISH = """
accent accents article affect affected access agenda application appoint attribute attribution born borne bail cache cart command
commands copy coup die dies different differ disposition employ extraction fig fin gel gift hall handy hot identification
impression inform informed
inverse kind labor lent lien luck modifier modification note noted obsolete pallet pension permanent plant planted
porter pour presence probe provision rame roll sale sign sold solder spend such suppression table ton transfer transferred
transmission tri war was what
"""


@pytest.mark.parametrize("word", ENGLISH.split())
def test_a_word_of_english_means_what_it_meant_without_the_neighbours(word: str) -> None:
    alone = forms(AREAS)
    for written in (word, word.upper()):
        assert forms().words.get(key(written)) == alone.words.get(key(written)), word


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Nach zehn Minuten bricht der Export der Rechnungen einfach ab", "fail"),
        ("Beim Speichern stürzt das Programm leider ab", "crash"),
        ("Die Mail kommt beim Kunden nicht an", "bounce"),
        ("Seit gestern bleibt die Auswertung hängen", "frozen"),
        ("Die App lädt leider überhaupt nicht mehr", "not_open"),
        ("Nach der Umstellung funktioniert der Klick auf Buchen nicht", "fail"),
        ("Seit Montag öffnet sich die Karte nicht mehr", "not_open"),
    ],
)
def test_a_german_verb_is_found_with_its_other_half(said: str, meant: str) -> None:
    assert meant in concepts(said)


def test_a_german_row_keeps_its_words() -> None:
    row = "wenn die mail nicht kommt ruft der kunde an und bricht ab".split()  # noqa: SIM905
    assert sorted(as_stated(row)) == sorted(row)
    assert as_stated(["bricht"]) == ["bricht"]
    assert as_stated([]) == []


@pytest.mark.parametrize(
    ("word", "made_of"),
    [
        ("kundenportal", ("kunden", "portal")),
        ("rechnungsexport", ("rechnung", "export")),
        ("kassenbelege", ("kassen", "beleg")),
        ("rechnungsbetrage", ("rechnung", "betrag")),
        ("patientendatenexport", ("patienten", "daten", "export")),
        ("benutzern", ("benutzer",)),
        ("kundenxylophon", ("kundenxylophon",)),
        ("hund", ("hund",)),
        ("so", ("so",)),
    ],
)
def test_long_german_words_are_made_of_known_ones(word: str, made_of: tuple[str, ...]) -> None:
    known = forms()
    assert parts(stems(word)[0], known.words, known.lengths, known.german) == made_of


LONG_ENGLISH = """
passport household understanding warehousing landlord kindergarten newspaper summer workstation spreadsheet timestamp database
understandably notwithstanding shareholder stakeholder portfolio feedback hamburger internationally headquarters datasheet
reportedly exportable importantly orderly paperwork platform postcode preference alarming rateable routine routing
"""


def test_no_word_of_english_is_cut() -> None:
    known = forms()
    for word in {*common_english(), *(stems(word)[0] for word in LONG_ENGLISH.split())}:
        assert parts(word, known.words, known.lengths, known.german) == (word,), word


def test_words_are_cut_in_german_texts_only() -> None:
    assert {"customer", "website"} <= concepts("Das Kundenportal ist langsam")
    assert concepts("kundenportal") == set()


@pytest.mark.parametrize("mandarin", ["有什么不同", "不得使用", "有没有别的办法", "生成日志", "输入数据", "期间中断言"])
def test_mandarin_is_read_without_cantonese(mandarin: str) -> None:
    plain = forms((*AREAS, *(area for area in NEIGHBOURS if area != "cantonese")))
    for start in range(len(mandarin)):
        for end in range(start + 1, len(mandarin) + 1):
            assert forms().runs.get(mandarin[start:end]) == plain.runs.get(mandarin[start:end])


def test_cantonese_little_words_are_put_as_mandarin_has_them() -> None:
    assert as_mandarin("收唔到電郵") == "收不到電郵"
    assert as_mandarin("找回我的画面") == "找回我的画面"
    assert concepts("收唔到電郵") >= concepts("收不到电邮") >= {"bounce", "email"}


@pytest.mark.parametrize(
    "little",
    [
        "Guten Tag, seit gestern ist das bei uns nicht mehr so, bitte schauen Sie, danke und Gruß",
        "Bonjour, depuis hier ce n'est plus pareil chez nous, merci pour tout et à demain",
        "Buenos días, desde ayer ya no es lo mismo para nosotros, gracias y hasta mañana",
        "いつもお世話になっております。昨日からなのですが、よろしくお願いいたします。",
        "唔該，我哋由尋日開始係咁，多謝",
    ],
)
def test_the_little_words_of_a_neighbours_language_name_nothing(little: str) -> None:
    assert concepts(little) - {"today"} == set()
