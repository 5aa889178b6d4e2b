import HTML
import Operations
import Program

/// Yes or no, in a field of its own name.
enum YesOrNo: String, CaseIterable, Sendable {
    case yes, no

    var isYes: Bool { self == .yes }

    var words: String {
        switch self {
        case .yes: "Yes"
        case .no: "No"
        }
    }
}

enum SelectionFields {
    /// The words of one paper; only where the policy asks for it.
    static func paper(_ document: ApplicationDocument) -> Field<String> {
        Field<String>.words(
            document.field, document.title, longest: 6_000, rows: 10,
            FieldWords(
                hint: "Sealed: only those who handle your application and you can read it.",
                clauses: \.applicationClauses)
        ).only(where: { $0.papersOfApplication.contains(document) }, otherwise: "")
    }

    /// Where the policy gives preference to something.
    static let preferred = Field<Bool>.tick(
        "preferred", "I have what the policy gives preference to",
        FieldWords(clauses: { $0.selection.preference?.basis.clauses ?? [] }),
        hint: { pack in pack.selection.preference.map { "\($0.label). It bars nobody who has it not." } }
    ).leftOpen.only(where: { $0.selection.preference != nil }, otherwise: false)

    static func employeeNumber(_ label: String) -> Field<String> {
        Field<String>.text(
            "employeeNumber", label, longest: PersonnelColumn.employeeNumber.maximumLength, kind: .code
        ).map { number throws(Refusal) in
            guard !number.isEmpty else { throw Refusal.answer(to: label, "type it.", field: "employeeNumber") }
            return number
        }
    }

    static let declarations = Field<[String]>.choices(
        "declarations", "What you are willing to do", layout: .cards,
        of: { pack in pack.declarations.map { FieldOption($0.id, $0.label) } })

    static let answer = Field<YesOrNo>.choice("answer", "Your answer") { $0.words }

    static let suitable = Field<YesOrNo>.choice("suitable", "Is the applicant suitable?", layout: .chips) {
        $0.words
    }

    static let agrees = Field<YesOrNo>.choice("agrees", "Do they agree?", layout: .chips) { $0.words }

    static let noneIsSo = Field<YesOrNo>.choice(
        "noneIsSo", "Does the letter say that none of these is so?", layout: .chips
    ) { $0.words }

    static let on = Field<Day>.day("on", "On which day")

    /// One answer after the other, in the order of the step's list, which the page gives.
    static let ratings = Field<[Rating]>(
        "ratings", FieldWords(about: "One for each of the step's characteristics, in the pack's order."),
        as: .list(of: .choice(Rating.allCases.map(\.rawValue)), atLeast: 0, unique: false),
        control: { form, look in
            let items = look.options ?? []
            return form.inOrder(
                look.name, items.map(\.label), Rating.allCases.map { FieldOption($0.rawValue, $0.words) },
                prompt: "Choose", isEachNeeded: true)
        },
        read: { answers, _ throws(Refusal) in
            let sent = answers.all("ratings")
            let ratings = sent.compactMap { Rating(rawValue: $0) }
            guard ratings.count == sent.count else {
                throw Refusal("Ratings: choose from the list.", field: "ratings")
            }
            return ratings
        })
}

extension SelectionStep {
    /// What was answered in turn, by the name of what it is of; nothing where some are missing.
    func named(_ ratings: [Rating]) -> [String: Rating] {
        guard ratings.count == characteristics.count else { return [:] }
        return Dictionary(zip(characteristics.map(\.id), ratings), uniquingKeysWith: { first, _ in first })
    }

    var ratingOptions: [FieldOption] { characteristics.map { FieldOption($0.id, $0.label) } }
}

extension PolicyPack {
    fileprivate var applicationClauses: [ClauseID] { selection.steps.first?.basis.clauses ?? [] }

    /// Whatever applicants declare, in the order of the pack.
    fileprivate var declarations: [RuledItem] {
        selection.steps.flatMap { step -> [RuledItem] in
            if case .declarations(let items) = step.act { items } else { [] }
        }
    }
}
