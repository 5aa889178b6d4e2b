import Program

/// Numbers that are the same on every run.
struct FixedRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension TestMonth {
    /// A programme of random shape with random entries, small numbers being likely.
    static func random(using random: inout FixedRandom, kinds: Int, questions: Int, options: Int, entries: Int)
        -> TestMonth
    {
        let quantities: [Quantity] = [.minutes, .participants, .referrals].filter { _ in Bool.random(using: &random) }
        let form = ContactForm(
            kinds: (0..<Int.random(in: 1...kinds, using: &random)).map { number in
                let answers = (0..<Int.random(in: 0...questions, using: &random)).map { question in
                    Question.random("q\(question)", options: options, using: &random)
                }
                let amounts = quantities.filter { _ in Int.random(in: 0...3, using: &random) > 0 }.map { quantity in
                    let least = Int.random(in: 0...5, using: &random)
                    return Question.amount(
                        quantity, least...(least + Int.random(in: 0...20, using: &random)),
                        required: Bool.random(using: &random))
                }
                return ContactKind("k\(number)", answers + amounts)
            })
        let showsKinds = Int.random(in: 0...5, using: &random) > 0
        let rule = rule(form, showsKinds: showsKinds, quantities: quantities)
        var counts = MonthCounts()
        counts.addSheet()
        for kind in form.kinds {
            let largest = [0, 3, entries / 3, entries].randomElement(using: &random) ?? entries
            // Some options are likelier than others, so that zeros and small counts are common.
            let skew = Int.random(in: 1...4, using: &random)
            for _ in 0..<Int.random(in: 0...largest, using: &random) {
                counts.addRandomEntry(of: kind, skew: skew, for: rule, using: &random)
            }
        }
        return TestMonth(form, showsKinds: showsKinds, quantities: quantities, counts)
    }
}

extension Question {
    fileprivate static func random(_ id: String, options: Int, using random: inout FixedRandom) -> Question {
        let options = (0..<Int.random(in: 2...options, using: &random)).map {
            Option(id: "o\($0)", label: "O\($0)", code: nil)
        }
        if Int.random(in: 0...2, using: &random) > 0 { return Question(id, .one(options)) }
        return Question(id, .several(options, atLeast: Fewest(nearest: Int.random(in: 0...2, using: &random))))
    }
}

extension MonthCounts {
    fileprivate mutating func addRandomEntry(
        of kind: ContactKind, skew: Int, for rule: SummaryRule, using random: inout FixedRandom
    ) {
        var choices: [String: Set<String>] = [:]
        var amounts: [Quantity: Int] = [:]
        for question in kind.questions {
            switch question.answer {
            case .one(let options): choices[question.id] = [options.skewed(skew, using: &random).id]
            case .several(let options, let least):
                let number = Int.random(in: least.number...options.count, using: &random)
                choices[question.id] = Set(options.shuffled(using: &random).prefix(number).map(\.id))
            case .amount(let quantity, let range, let required):
                if required || Bool.random(using: &random) {
                    amounts[quantity] = Int.random(in: range.numbers, using: &random)
                }
            case .confirmation: break
            }
        }
        addEntry(kind: kind.id, choices: choices, amounts: amounts, for: rule)
    }
}

extension [Question.Option] {
    /// The lowest of several draws: the higher the skew, the rarer the last options.
    fileprivate func skewed(_ skew: Int, using random: inout FixedRandom) -> Question.Option {
        let draws = (0..<skew).map { _ in Int.random(in: indices, using: &random) }
        return self[draws.min() ?? 0]
    }
}
