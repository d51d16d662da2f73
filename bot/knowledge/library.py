"""Everything the bot may say and point to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from bot.knowledge.denied import Denied
from bot.knowledge.entries import Country, Evidence, Need, Resource, RunBy
from bot.knowledge.files import DEFAULT_LANGUAGE
from bot.knowledge.withdrawn import Withdrawn
from bot.knowledge.words import Said, Wording

_ORDER, _RUNNERS = tuple(Need), tuple(RunBy)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The loaded files. Resources, evidence and countries by id or code; wordings by language.

    denied: what no text may point to.
    """

    countries: Mapping[str, Country]
    resources: Mapping[str, Resource]
    evidence: Mapping[str, Evidence]
    wordings: Mapping[str, Wording]
    denied: tuple[Denied, ...] = ()

    def wording(self, language: str) -> Wording:
        """Give the words of a language ("es", "es-ES"), English where there are none of it."""
        return self.wordings.get(language[:2].lower()) or self.wordings[DEFAULT_LANGUAGE]

    def without(self, withdrawn: Withdrawn) -> "Knowledge":
        """Give what is left without what was withdrawn: as if these resources and topics had no entry."""
        if not withdrawn:
            return self
        left = {each: words.without(withdrawn.covers) for each, words in self.wordings.items()}
        resources = {each.id: each for each in self.resources.values() if each.id not in withdrawn.resources}
        return replace(self, resources=MappingProxyType(resources), wordings=MappingProxyType(left))

    def stands(self, said: Said) -> bool:
        """Say whether all that a text rests on may be shown; else the text waits."""
        return all(self.evidence[each].showable for each in said.evidence)

    def showable(self, ids: Iterable[str]) -> tuple[Resource, ...]:
        """Those of these resources that may be shown, in the order given."""
        return tuple(
            self.resources[each] for each in ids if each in self.resources and self.resources[each].showable
        )

    def lines(self, country: str) -> tuple[Resource, ...]:
        """List a country's own showable help lines, by need and by who runs them; no page of evidence.

        Emergency first, and of one need what is public before what is not.
        """
        own = (
            each
            for each in self.resources.values()
            if each.country == country and each.showable and each.need is not Need.EVIDENCE
        )
        return tuple(sorted(own, key=lambda each: (_ORDER.index(each.need), _RUNNERS.index(each.run_by))))

    def directory(self) -> tuple[Resource, ...]:
        """List the showable directories for everywhere."""
        return tuple(each for each in self.resources.values() if each.country is None and each.showable)

    def always(self, country: str) -> tuple[Resource, ...]:
        """List what no note in a country may lack, as far as it may be shown."""
        return self.showable(self.countries[country].always) if country in self.countries else ()

    def offered(self, country: str) -> tuple[Resource, ...]:
        """List what a server in a country can choose for its notes.

        Its country's own lines by need, then the directories, then the pages of evidence, whoever's they are:
        facts hold everywhere, a number does not.
        """
        pages = (each for each in self.resources.values() if each.need is Need.EVIDENCE and each.showable)
        return (*self.lines(country), *self.directory(), *pages)

    def noted(self, country: str) -> tuple[Resource, ...]:
        """List what a public note shows in a country.

        Its chosen lines; where it has none, its emergency number and the directory. Never another country's.
        """
        chosen = self.showable(self.countries[country].note) if country in self.countries else ()
        if any(each.country for each in chosen):
            return chosen
        emergency = tuple(each for each in self.lines(country) if each.need is Need.EMERGENCY)
        return emergency + self.directory()
