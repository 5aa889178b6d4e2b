/// The columns of the form as a table: which sheet, which month, where the form keeps days which day, which kind of entry, and one for each
/// question.
package struct SheetColumns: Sendable {
    package enum Column: Sendable, Hashable {
        case sheet, month, day, kind
        /// A question by its id, whichever kinds ask it.
        case question(String)
    }

    package let form: ContactForm
    /// In the order of the template.
    package let all: [Column]

    package init(of form: ContactForm) {
        self.form = form
        var questions: [String] = []
        for question in form.kinds.flatMap(\.questions) where !questions.contains(question.id) {
            questions.append(question.id)
        }
        all = [.sheet, .month] + (form.grain == .day ? [.day] : []) + [.kind] + questions.map { .question($0) }
    }

    /// As the first line of the table has it.
    package func name(_ column: Column) -> String {
        switch column {
        case .sheet: "sheet"
        case .month: "month"
        case .day: "day"
        case .kind: "kind"
        case .question(let id): id
        }
    }

    /// What is written in it, for whoever fills the table.
    package func meaning(_ column: Column) -> String {
        switch column {
        case .sheet:
            return
                "A number that tells one sheet of a month from another. Give each sheet its own; it is kept nowhere, and is nobody's name."
        case .month: return "The month of the sheet, such as 2024-03."
        case .day: return "The day of the month, such as 5."
        case .kind:
            return
                "\(form.kinds.map(\.label).joined(separator: ", ")). Leave it open on the one line of a sheet without entries."
        case .question(let id):
            let asking = form.kinds.filter { $0.questions.contains { $0.id == id } }
            guard let question = asking.first?.questions.first(where: { $0.id == id }) else { return "" }
            let whose = asking.count < form.kinds.count ? " For: \(asking.map(\.label).joined(separator: ", "))." : ""
            return "\(question.label): \(question.answer.writing)\(whose)"
        }
    }

    /// The column of a heading, by its name or by what the form says; nothing where there is none.
    func column(_ heading: String) -> Column? {
        let heading = heading.folded
        return all.first { name($0).folded == heading }
            ?? form.kinds.flatMap(\.questions).first { $0.label.folded == heading }.map { .question($0.id) }
    }
}

extension SheetColumns {
    /// An entry as a line of the table, which reads back as the same entry.
    package func line(_ entry: ContactEntry, sheet: Int, month: Month) -> [String] {
        all.map { column in
            switch column {
            case .sheet: String(sheet)
            case .month: month.text
            case .day: entry.day.map { String($0.number) } ?? ""
            case .kind: form.kind(entry.kind)?.label ?? entry.kind
            case .question(let id):
                form.kind(entry.kind)?.questions.first { $0.id == id }.map { $0.written(in: entry) } ?? ""
            }
        }
    }

    /// The line of a sheet without entries.
    package func emptyLine(sheet: Int, month: Month) -> [String] {
        all.map { column in
            switch column {
            case .sheet: String(sheet)
            case .month: month.text
            case .day, .kind, .question: ""
            }
        }
    }

    /// The whole table of those sheets, with its first line.
    package func table(of sheets: [StatSheet]) -> [[String]] {
        [all.map(name)]
            + sheets.enumerated().flatMap { place, sheet in
                sheet.entries.isEmpty
                    ? [emptyLine(sheet: place + 1, month: sheet.month)]
                    : sheet.entries.map { line($0, sheet: place + 1, month: sheet.month) }
            }
    }
}

extension Question {
    /// The answer of an entry, as it is written in the table.
    fileprivate func written(in entry: ContactEntry) -> String {
        switch answer {
        case .one(let options), .several(let options, _):
            options.filter { entry.choices[id]?.contains($0.id) ?? false }.map { $0.code ?? $0.label }
                .joined(separator: "; ")
        case .amount(let quantity, _, _): entry.amounts[quantity].map(String.init) ?? ""
        case .confirmation: entry.confirmed.contains(id) ? "yes" : ""
        }
    }

    /// What the form takes for what stands in the table: the ids of options by id, words or code; anything else as it stands, for the form
    /// to refuse.
    func read(_ text: String) -> [String] {
        switch answer {
        case .one(let options): return text.isEmpty ? [] : [options.id(of: text)]
        case .several(let options, _):
            return text.split(separator: ";").map { options.id(of: String($0).withoutBlanks) }.filter { !$0.isEmpty }
        case .amount: return text.isEmpty ? [] : [text]
        case .confirmation:
            switch text.folded {
            case "", "no": return []
            case "yes", "y", "x", "\u{2713}": return ["yes"]
            default: return [text]
            }
        }
    }
}

extension Question.Answer {
    fileprivate var writing: String {
        switch self {
        case .one(let options): "one of \(options.written)."
        case .several(let options, _): "any of \(options.written), with a semicolon between."
        case .amount(_, let range, let required):
            "a whole number from \(range.lowerBound) to \(range.upperBound)\(required ? "" : ", or open")."
        case .confirmation: "yes, or open."
        }
    }
}

extension [Question.Option] {
    fileprivate func id(of text: String) -> String {
        let text = text.folded
        return first { [$0.id, $0.label, $0.code ?? $0.id].contains { $0.folded == text } }?.id ?? text
    }

    fileprivate var written: String { map { $0.code ?? $0.label }.joined(separator: ", ") }
}

extension String {
    /// Without blanks around it, in small letters.
    var folded: String { withoutBlanks.lowercased() }

    var withoutBlanks: String {
        let from = drop(while: \.isWhitespace)
        guard let last = from.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(from[...last])
    }
}
