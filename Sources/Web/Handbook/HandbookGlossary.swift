import HTML
import Program

/// The words of the handbook: those that the policy defines, and those that these pages use.
enum HandbookGlossary {
    static func words(_ pack: PolicyPack) -> HTML {
        let defined = pack.terms.glossary.map { ($0.term, "\($0.meaning) \($0.basis.notes)" as HTML) }
        let known = Set(defined.map { $0.0.lowercased() })
        let own = ours(pack).filter { !known.contains($0.0.lowercased()) }.map { ($0.0, HTML(text: $0.1)) }
        return facts((defined + own).sorted { $0.0.lowercased() < $1.0.lowercased() })
    }

    private static func ours(_ pack: PolicyPack) -> [(String, String)] {
        let (supporter, contact) = (pack.terms.supporter, pack.terms.contact)
        return [
            ("Advisement", "What is said of confidence and its limits before the first talk."),
            ("Call-out list", "Who of the team can be called, at every hour."),
            ("Clause", "One duty of the written policy; its sign stands beside what comes from it."),
            (contact.capitalisedFirst, "One talk that is counted, without a name and without words."),
            (
                "Disclosure",
                "What a \(supporter) must or may tell in a case in which confidence ends; who was told is kept, and never what."
            ),
            ("Hand-off", "A request goes from one \(supporter) to another."),
            ("Offer", "A request as it is shown to somebody who may take it: without who asked."),
            ("Our choice", "A value that the written policy does not give, with the reason why it is so here."),
            ("Receipt", "The code that whoever asks for support gets. It alone leads back to the request."),
            ("Referral", "Pointing the way to further help."),
            ("Request", "One ask for support, sealed so that only whoever asked and their \(supporter) can read it."),
            (pack.terms.statSheet.capitalisedFirst, "A \(supporter)’s month in figures."),
            (pack.terms.supporter, "Whoever is on the team and active."),
        ]
    }
}
