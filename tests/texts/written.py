"""The catalogue as a reader would see it: each text with what it refers to, and every form it can take."""

from importlib.resources import files

from fluent.runtime import FluentResource
from fluent.syntax.ast import (
    InlineExpression,
    Message,
    MessageReference,
    Pattern,
    Placeable,
    SelectExpression,
    TextElement,
)

GAP = "…"
"""Stands where a value is filled in."""


def written(language: str) -> dict[str, list[str]]:
    """Return every form of every text of a language, by key."""
    patterns = patterns_of(language)
    return {key: forms(pattern, patterns) for key, pattern in patterns.items()}


def patterns_of(language: str) -> dict[str, Pattern]:
    return {
        entry.id.name: entry.value
        for file in (files("bot.texts") / language).iterdir()
        for entry in FluentResource(file.read_text(encoding="utf-8")).body
        if isinstance(entry, Message) and entry.value
    }


def forms(pattern: Pattern, patterns: dict[str, Pattern]) -> list[str]:
    said = [""]
    for element in pattern.elements:
        more = [element.value] if isinstance(element, TextElement) else filled(element, patterns)
        said = [before + after for before in said for after in more]
    return said


def filled(gap: Placeable, patterns: dict[str, Pattern]) -> list[str]:
    expression: InlineExpression | Placeable | SelectExpression = gap.expression
    match expression:
        case MessageReference(id=named):
            return forms(patterns[named.name], patterns)
        case SelectExpression(variants=variants):
            return [form for variant in variants for form in forms(variant.value, patterns)]
        case _:
            return [GAP]
