import Program

let testBasis = Basis.chosen("A programme of the tests.")

extension ContactForm {
    init(kinds: [ContactKind]) {
        self.init(title: "Statistics", grain: .day, bearsSupporterName: false, kinds: kinds, basis: testBasis)
    }
}

extension ContactKind {
    init(_ id: String, _ questions: [Question] = []) {
        self.init(id: id, label: "Label of \(id)", questions: questions, caution: nil, basis: testBasis)
    }
}

extension Question {
    init(_ id: String, _ answer: Answer) {
        self.init(id: id, label: "Label of \(id)", hint: nil, answer: answer, basis: testBasis)
    }

    static func one(_ id: String, _ options: String...) -> Question {
        Question(id, .one(options.map { Option(id: $0, label: "Label of \($0)", code: nil) }))
    }

    static func several(_ id: String, atLeast least: Int, _ options: String...) -> Question {
        Question(
            id,
            .several(
                options.map { Option(id: $0, label: "Label of \($0)", code: nil) }, atLeast: Fewest(nearest: least)))
    }

    static func amount(_ quantity: Quantity, _ range: ClosedRange<Int>, required: Bool) -> Question {
        Question(
            quantity.rawValue,
            .amount(quantity, Amount(nearest: range.lowerBound)...Amount(nearest: range.upperBound), required: required)
        )
    }
}
