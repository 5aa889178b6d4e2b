extension ContactForm {
    /// The entry those answers make in the sheet of `month`, or every problem with them, each naming its field.
    ///
    /// A field the form does not have is refused, whatever it holds: supporters record what the form asks and nothing
    /// else (OCP-I.C.3.i-2).
    package func entry(from answers: ContactAnswers, in month: Month, today: Day) -> Result<ContactEntry, Refusal> {
        guard let kind = kind(answers.kind) else {
            return .failure(
                Refusal(
                    "Choose what to count: \(kinds.map(\.label).joined(separator: ", ")).", field: "kind",
                    basis: basis))
        }
        var checking = Checking(form: self, kind: kind, values: answers.values)
        let day = checking.day(in: month, today: today)
        var choices: [String: Set<String>] = [:]
        var confirmed: Set<String> = []
        var amounts: [Quantity: Int] = [:]
        for question in kind.questions {
            switch question.answer {
            case .one(let options):
                if let option = checking.one(of: options, for: question) { choices[question.id] = [option] }
            case .several(let options, let atLeast):
                let chosen = checking.several(of: options, atLeast: atLeast.number, for: question)
                if !chosen.isEmpty { choices[question.id] = chosen }
            case .amount(let quantity, let range, let required):
                amounts[quantity] = checking.amount(in: range.numbers, required: required, for: question)
            case .confirmation:
                if checking.confirmation(for: question) { confirmed.insert(question.id) }
            }
        }
        checking.refuseUnknownFields()
        guard checking.problems.isEmpty else { return .failure(Refusal(checking.problems)) }
        return .success(
            ContactEntry(kind: kind.id, day: day, choices: choices, confirmed: confirmed, amounts: amounts))
    }
}

/// Reads one set of answers field by field and keeps every problem.
private struct Checking {
    let form: ContactForm
    let kind: ContactKind
    let values: [String: [String]]
    var problems: [Refusal.Problem] = []
    private var known: Set<String> = []

    init(form: ContactForm, kind: ContactKind, values: [String: [String]]) {
        self.form = form
        self.kind = kind
        self.values = values
    }

    mutating func day(in month: Month, today: Day) -> Day? {
        switch form.grain {
        case .month:
            return nil
        case .day:
            guard let text = single("day") else {
                refuse("day", "Choose the day.", form.basis)
                return nil
            }
            guard let day = Day(text), day.month == month else {
                refuse("day", "Choose a day of \(month.name).", form.basis)
                return nil
            }
            guard day <= today else {
                refuse("day", "Choose a day that has come: today is \(today.text).", form.basis)
                return nil
            }
            return day
        }
    }

    mutating func one(of options: [Question.Option], for question: Question) -> String? {
        guard let text = single(question.id), options.contains(where: { $0.id == text }) else {
            refuse(question.id, "\(question.label): choose one of \(list(options)).", question.basis)
            return nil
        }
        return text
    }

    mutating func several(of options: [Question.Option], atLeast: Int, for question: Question) -> Set<String> {
        known.insert(question.id)
        let chosen = values[question.id] ?? []
        guard chosen.allSatisfy({ text in options.contains { $0.id == text } }), Set(chosen).count == chosen.count
        else {
            refuse(question.id, "\(question.label): choose from \(list(options)).", question.basis)
            return []
        }
        if chosen.count < atLeast {
            refuse(question.id, "\(question.label): choose at least \(atLeast).", question.basis.of(.atLeast))
        }
        return Set(chosen)
    }

    mutating func amount(in range: ClosedRange<Int>, required: Bool, for question: Question) -> Int? {
        guard let text = single(question.id) else {
            if required || hasSeveral(question.id) { refuseAmount(range, question) }
            return nil
        }
        guard text.utf8.count <= 6, text.utf8.allSatisfy(isDigit), let number = Int(text), range.contains(number) else {
            refuseAmount(range, question)
            return nil
        }
        return number
    }

    mutating func confirmation(for question: Question) -> Bool {
        guard let text = single(question.id) else {
            if hasSeveral(question.id) { refuse(question.id, "\(question.label): answer yes once.", question.basis) }
            return false
        }
        guard text == "yes" else {
            refuse(question.id, "\(question.label): answer yes, or leave it open.", question.basis)
            return false
        }
        return true
    }

    mutating func refuseUnknownFields() {
        for field in values.keys.sorted() where !known.contains(field) {
            refuse(
                field, "The form \u{201C}\(form.title)\u{201D} has no such field; nothing else is recorded.", form.basis
            )
        }
    }

    /// The one value of a field; nothing where it was left open or given more than once.
    private mutating func single(_ field: String) -> String? {
        known.insert(field)
        guard let given = values[field], given.count == 1, !given[0].isEmpty else { return nil }
        return given[0]
    }

    private func hasSeveral(_ field: String) -> Bool { (values[field]?.count ?? 0) > 1 }

    private mutating func refuseAmount(_ range: ClosedRange<Int>, _ question: Question) {
        refuse(
            question.id, "\(question.label): a whole number from \(range.lowerBound) to \(range.upperBound).",
            question.basis.of(.amountRange))
    }

    private mutating func refuse(_ field: String, _ message: String, _ basis: Basis) {
        problems.append(Refusal.Problem(field: field, message: message, basis: basis))
    }

    private func list(_ options: [Question.Option]) -> String { options.map(\.label).joined(separator: ", ") }
}
