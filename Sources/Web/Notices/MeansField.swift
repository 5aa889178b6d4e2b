import HTML
import Operations
import Program

extension Means {
    /// As one answers with it.
    func label(telling: Bool) -> String {
        switch (self, telling) {
        case (.page, false): "I read it here"
        case (.telephone, false): "I was told by telephone"
        case (.inPerson, false): "I was told in person"
        case (.page, true): "With a notice from here"
        case (.telephone, true): "I told them by telephone"
        case (.inPerson, true): "I told them in person"
        }
    }

    /// As forms and the programming interface say it.
    var word: String {
        switch self {
        case .page: "page"
        case .telephone: "telephone"
        case .inPerson: "in-person"
        }
    }

    init?(word: String) {
        guard let means = Means.allCases.first(where: { $0.word == word }) else { return nil }
        self = means
    }
}

extension Field where Value == Means {
    /// How somebody was told, or came to know.
    static func means(_ label: String, of offered: [Means] = Means.allCases) -> Field {
        let words = FieldWords()
        return Field(
            name: "how", property: { words.property("how", .choice(offered.map(\.word)), required: true, $0) },
            control: { _, _, _ in .empty },
            read: { answers, agency throws(Refusal) in
                guard let how = answers["how"].flatMap({ Means(word: $0) }), offered.contains(how) else {
                    throw words.notChosen("how", label, agency)
                }
                return how
            })
    }
}
