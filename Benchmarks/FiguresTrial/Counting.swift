import Program

/// What sheets say, counted here apart from the product: every question and amount of every entry.
struct Counting {
    private(set) var numbers: [String: Int] = [:]

    mutating func add(_ sheet: FiledSheet, on form: ContactForm) {
        for answers in sheet.answers {
            guard let kind = form.kind(answers.kind) else { continue }
            numbers[path("entries", kind.id), default: 0] += 1
            for question in kind.questions {
                for value in answers.values[question.id] ?? [] {
                    if case .amount(let quantity, _, _) = question.answer {
                        guard let amount = Int(value), amount > 0 else { continue }
                        numbers[path("gave", kind.id, quantity.rawValue), default: 0] += 1
                        numbers[path("amount", kind.id, quantity.rawValue), default: 0] += amount
                    } else {
                        numbers[path("answer", kind.id, question.id, value), default: 0] += 1
                    }
                }
            }
        }
    }

    private func path(_ parts: String...) -> String { parts.joined(separator: "/") }
}
