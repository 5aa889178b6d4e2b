import Foundation
import HTML
import Operations
import Program

// Whom they would like, whom they would rather not meet, and what their request has to do with.
extension AskFields {
    /// The one they would like most; a program lists all of them.
    static let wanted = Field<[String]>(
        name: "wanted",
        property: { _ in
            Schema.Property(
                "wanted", .list(of: .id, atLeast: 0, unique: true), required: false, about: "Whom most first.")
        },
        control: { form, _, filled in
            form.select(
                "wanted", "I would like most", filled.options["wanted"] ?? [], prompt: "Nobody in particular",
                isOptional: true)
        }, read: { answers, _ in answers.all("wanted") })

    static let second = next("wanted2")
    static let third = next("wanted3")

    static let unwanted = Field<[String]>.found(
        several: "unwanted", "Please not", FieldWords(hint: "Nobody asks why, and nobody is told."), layout: .cards
    ).leftOpen

    static let units = names(
        "units", "Nobody from these units",
        FieldWords(hint: "As your agency writes them, with commas between.", about: "Nobody from these."))

    static let ranks = names(
        "ranks", "Nobody of these ranks or titles",
        FieldWords(hint: "With commas between.", about: "Nobody of these."))

    static let chainOf = Field<String?>.text(
        maybe: "chainOf", "Nobody above or below me", longest: 40, kind: .code,
        FieldWords(
            hint: "Your employee number. It is used once, to find them, and is not kept.",
            about: "The own employee number: nobody above or below is asked. Used once and not kept."))

    static let chainAsLastResort = Field<Bool>.tick(
        "chainAsLastResort", "They may be asked if nobody else can come."
    ).leftOpen

    static let touches = Field<[String]>.choices(
        "touches", "It has to do with",
        FieldWords(hint: "So that nobody is asked who was part of it. No more is needed."), of: touching
    ).leftOpen.map { chosen in Set(chosen.compactMap { Touching(rawValue: $0) }) }

    /// The day, where the programme knows who was part of an incident. No list of incidents is shown to anybody here.
    static let incidentDay = Field<Day?>.day(
        maybe: AskedIncident.dayField, "Day of the incident",
        FieldWords(
            hint: """
                It is sealed at once and shown to nobody. Whoever is known to have been part of it is not asked, even if you \
                chose them.
                """, about: "The day of the incident it has to do with. Sealed at once, and shown to nobody.",
            clauses: barring)
    ).only(where: { $0.requests.incidentBar != nil }, otherwise: nil)

    static let incidentKind = any(
        AskedIncident.kindField, "Kind of incident",
        FieldWords(hint: "Goes with the day.", about: "Its kind; goes with the day.", clauses: barring)
    ) { pack in
        pack.incidents.kinds.map { FieldOption($0.id, $0.label) }
    }.only(where: { $0.requests.incidentBar != nil }, otherwise: nil)

    /// The incident it has to do with, by its day. A kind of incident without its day tells nothing.
    static func incident(on day: Day?, _ kind: String?) throws(Refusal) -> AskedIncident? {
        guard let day else {
            guard kind == nil else {
                throw Refusal("Say on which day too, or leave both open.", field: AskedIncident.dayField)
            }
            return nil
        }
        return AskedIncident(day: day, kind: kind)
    }

    /// Whoever was chosen twice was meant once.
    static func eachOnce(_ accounts: [String]) -> [String] {
        accounts.reduce(into: []) { chosen, account in if !chosen.contains(account) { chosen.append(account) } }
    }

    @Sendable
    private static func touching(_ pack: PolicyPack) -> [FieldOption] {
        Touching.allCases.map { touching in
            switch touching {
            case .incident: FieldOption(touching.rawValue, "An incident at work")
            case .investigation: FieldOption(touching.rawValue, "An investigation")
            }
        }
    }

    @Sendable
    private static func barring(_ pack: PolicyPack) -> [ClauseID] { pack.requests.incidentBar?.basis.clauses ?? [] }

    /// Whom they would like next, on the page.
    private static func next(_ name: String) -> Field<String?> {
        .found(maybe: name, "Then").onPages(otherwise: nil)
    }

    /// Names as the agency writes them: a list by a program, with commas between on a page.
    private static func names(_ name: String, _ label: String, _ words: FieldWords) -> Field<[String]> {
        Field(
            name: name,
            property: {
                words.property(
                    name, .list(of: .string(maxLength: 120), atLeast: 0, unique: true), required: false, $0)
            },
            control: { form, _, _ in form.text(name, label, hint: words.hint, isOptional: true) },
            read: { answers, _ in
                guard answers.areOfPage else { return answers.all(name).map(\.withoutUnseen) }
                return answers.verbatim(name).withoutUnseen.split { $0 == "," || $0 == ";" }
                    .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
            })
    }
}
