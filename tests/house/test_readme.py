"""README shows a real run."""

from evals.readme import README, demo, with_demo


def test_the_brief_in_readme_is_the_one_the_product_writes() -> None:
    shown = README.read_text(encoding="utf-8")
    assert with_demo(shown, demo()) == shown, "run: make readme"
