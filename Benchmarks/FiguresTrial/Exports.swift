import Program

/// Everything of one programme that anybody can have, and apart from it what was true: one line of JSON.
struct Exports: Encodable {
    let pack: String
    let contacts: Int
    let seed: UInt64
    let happenings: [String]
    let forms: [Form]
    let threshold: Threshold
    let publications: [Publication]
    let payroll: [Paid]
    /// What each member filed, as they know it themselves, by the month in which it counts.
    let sheets: [Own]
    let truth: [String: [String: Int]]
    /// The tables of the pack, by kind and question.
    let asked: [Asked]
    /// How often a table was left out because it could not be proven.
    let leftOut: [String]
    let worlds: Int

    struct Form: Encodable {
        let from: String
        let kinds: [Kind]
    }

    struct Kind: Encodable {
        let id: String
        let questions: [Asking]
    }

    /// A question as everybody can read it in the pack.
    struct Asking: Encodable {
        let id: String
        let answer: String
        var options: [String]?
        var atLeast: Int?
        var quantity: String?
        var least: Int?
        var most: Int?
        var required: Bool?
    }

    struct Threshold: Encodable {
        let smallestCount: Int
        let interval: Int
        let insiders: String
    }

    struct Paid: Encodable {
        let member: String
        let month: String
        let minutes: Int
    }

    struct Own: Encodable {
        let member: String
        let month: String
        let counts: [String: Int]
        /// What stands in it, entry by entry, where it is to be taken over from paper.
        let answers: [[String: [String]]]?
    }

    struct Asked: Encodable {
        let kind: String?
        let question: String?
    }
}

extension Exports.Form {
    init(_ form: ContactForm, from month: Month) {
        from = month.text
        kinds = form.kinds.map { kind in
            Exports.Kind(id: kind.id, questions: kind.questions.map(Exports.Asking.init))
        }
    }
}

extension Exports.Asking {
    init(_ question: Question) {
        id = question.id
        switch question.answer {
        case .one(let all):
            answer = "one"
            options = all.map(\.id)
        case .several(let all, let fewest):
            answer = "several"
            options = all.map(\.id)
            atLeast = fewest.number
        case .amount(let asked, let range, let isRequired):
            answer = "amount"
            quantity = asked.rawValue
            (least, most, required) = (range.numbers.lowerBound, range.numbers.upperBound, isRequired)
        case .confirmation:
            answer = "confirmation"
            options = ["yes"]
        }
    }
}

extension Exports.Threshold {
    init(_ threshold: DisclosureThreshold) {
        smallestCount = threshold.smallestCount.number
        interval = threshold.promisedWidth
        insiders = (threshold.insiders ?? .one).rawValue
    }
}

extension Exports.Asked {
    static func all(of pack: PolicyPack) -> [Self] {
        pack.summary.tables.compactMap { table in
            switch table {
            case .kinds: Self(kind: nil, question: nil)
            case .answers(_, let kind, let question, _, _): Self(kind: kind, question: question)
            case .sums: nil
            }
        }
    }
}
