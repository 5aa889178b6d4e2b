/// A contact entry as the database keeps it: numbers only, so that no column could ever hold words.
///
/// The marks are one bit for each option and confirmation of the entry's kind, in the order of the form. What a bit
/// means is therefore fixed by the version of the pack, which every sheet names.
package struct StoredContact: Sendable, Equatable {
    /// The place of the kind in the form's list.
    package let kind: Int
    /// 1 to 31, where the form keeps days.
    package let day: Int?
    package let marks: Int64
    package let amounts: [Quantity: Int]

    package init(kind: Int, day: Int?, marks: Int64, amounts: [Quantity: Int]) {
        self.kind = kind
        self.day = day
        self.marks = marks
        self.amounts = amounts
    }
}

/// A stored entry that the named form cannot have made.
package struct NotOfThisForm: Error {
    package init() {}
}

extension ContactForm {
    /// The entry as numbers.
    package func stored(_ entry: ContactEntry) throws -> StoredContact {
        guard let index = kinds.firstIndex(where: { $0.id == entry.kind }) else { throw NotOfThisForm() }
        var marks: Int64 = 0
        for (bit, slot) in kinds[index].slots.enumerated() {
            let marked =
                switch slot {
                case .option(let question, let option): entry.choices[question]?.contains(option) ?? false
                case .confirmation(let question): entry.confirmed.contains(question)
                }
            if marked { marks |= 1 << Int64(bit) }
        }
        return StoredContact(kind: index, day: entry.day?.number, marks: marks, amounts: entry.amounts)
    }

    /// What those answers make for the sheet of `month`, as numbers; or what is wrong with them.
    package func stored(
        from answers: ContactAnswers, in month: Month, today: Day
    ) throws -> Result<StoredContact, Refusal> {
        switch entry(from: answers, in: month, today: today) {
        case .failure(let refusal): .failure(refusal)
        case .success(let entry): .success(try stored(entry))
        }
    }

    /// The entry those numbers stand for in the sheet of `month`.
    package func entry(_ stored: StoredContact, in month: Month) throws -> ContactEntry {
        guard kinds.indices.contains(stored.kind) else { throw NotOfThisForm() }
        let kind = kinds[stored.kind]
        let slots = kind.slots
        guard stored.marks >> Int64(slots.count) == 0 else { throw NotOfThisForm() }
        var choices: [String: Set<String>] = [:]
        var confirmed: Set<String> = []
        for (bit, slot) in slots.enumerated() where stored.marks & (1 << Int64(bit)) != 0 {
            switch slot {
            case .option(let question, let option): choices[question, default: []].insert(option)
            case .confirmation(let question): confirmed.insert(question)
            }
        }
        guard (stored.day == nil) == (grain == .month) else { throw NotOfThisForm() }
        let day = try stored.day.map { number in
            guard let day = Day(month: month, number: number) else { throw NotOfThisForm() }
            return day
        }
        return ContactEntry(
            kind: kind.id, day: day, choices: choices, confirmed: confirmed, amounts: stored.amounts)
    }
}

extension ContactKind {
    /// What each bit of a stored entry stands for. A pack may have at most ``greatestNumberOfSlots`` for a kind.
    enum Slot: Equatable {
        case option(question: String, option: String)
        case confirmation(question: String)
    }

    package static let greatestNumberOfSlots = 60

    package var numberOfSlots: Int { slots.count }

    var slots: [Slot] {
        questions.flatMap { question -> [Slot] in
            switch question.answer {
            case .one(let options), .several(let options, _):
                options.map { .option(question: question.id, option: $0.id) }
            case .confirmation:
                [.confirmation(question: question.id)]
            case .amount:
                []
            }
        }
    }
}
