import HTML
import Operations
import Program

extension SheetPages {
    /// The sheet as the agency's form has it, on one landscape page.
    static func printedSheet(_ sheet: StatSheet, by name: String, _ visit: StaffVisit) -> HTML {
        let form = sheet.form
        var lines = [SheetLine("Month", sheet.month.name)]
        if form.bearsSupporterName { lines.append(SheetLine(visit.pack.terms.supporter, name)) }
        return printSheet(
            agency: visit.staff.agency.name, title: form.title, lines: lines, grid: grid(sheet),
            totals: totals(sheet), note: note(form))
    }

    /// The same with nothing in it: lines, cells and sums are empty.
    static func blankSheet(_ visit: StaffVisit) -> HTML {
        let form = visit.pack.contactForm
        var lines = [SheetLine("Month", "")]
        if form.bearsSupporterName { lines.append(SheetLine(visit.pack.terms.supporter, "")) }
        let grid =
            switch form.grain {
            case .day:
                monthGrid(
                    form.title, corner: form.gridHeading ?? form.kinds[0].label, days: 31,
                    rows: form.kinds[0].lines.map { GridRow($0.label, [:]) })
            case .month:
                dataTable(
                    form.title, columns: ["Entry", "Tally", TableColumn("Count", .number)],
                    rows: form.kinds.flatMap { kind -> [[HTML]] in
                        [["<strong>\(kind.label)</strong>", "", ""]]
                            + kind.tallyLines.map { [HTML(text: $0.label), "", ""] }
                    }, narrow: .stays, captioned: .unseen)
            }
        let empty = StatSheet(month: visit.staff.today.month, form: form, entries: [])
        return printSheet(
            agency: visit.staff.agency.name, title: form.title, lines: lines, grid: grid,
            totals: totals(empty).map { SheetLine($0.label, "") }, note: note(form))
    }

    private static func grid(_ sheet: StatSheet) -> HTML {
        switch sheet.form.grain {
        case .day: dayGrid(sheet)
        case .month: tally(sheet)
        }
    }

    private static func note(_ form: ContactForm) -> HTML? {
        form.basis.clauses.note.map { "Form as in \($0). \(form.basis.of(.kinds).reason.map(choiceNote))" }
            ?? form.basis.note
    }

    // MARK: A column for each day

    /// The form's rows over the days of the month. Only the kind the form asks most of is a grid, as on paper; the others
    /// are lines of the totals. Further contacts of a day continue below, each column headed by its day.
    private static func dayGrid(_ sheet: StatSheet) -> HTML {
        let kind = sheet.form.kinds[0]
        let entries = sheet.entries(of: kind.id)
        var first: [Int: ContactEntry] = [:]
        var further: [ContactEntry] = []
        for entry in entries {
            guard let day = entry.day?.number else { continue }
            if first[day] == nil { first[day] = entry } else { further.append(entry) }
        }
        let caption = "\(sheet.form.title), \(sheet.month.name)"
        let days = monthGrid(
            caption, corner: sheet.form.gridHeading ?? kind.label, days: sheet.month.numberOfDays,
            rows: kind.lines.map { line in GridRow(line.label, first.compactMapValues(line.code)) })
        guard !further.isEmpty else { return days }
        let more = columnGrid(
            "Further contacts on a day", corner: "Day",
            columns: further.map { "\($0.day?.number ?? 0)" },
            rows: kind.lines.map { line in (label: line.label, cells: further.map { line.code($0) ?? "" }) })
        return "\(days)\(more)"
    }

    // MARK: A count for each answer

    /// Where no days are kept: how often each answer was given.
    private static func tally(_ sheet: StatSheet) -> HTML {
        let rows = sheet.form.kinds.flatMap { kind -> [[HTML]] in
            let entries = sheet.entries(of: kind.id)
            let head: [HTML] = ["<strong>\(kind.label)</strong>", "<strong>\(entries.count)</strong>"]
            return [head]
                + kind.tallyLines.map { line in
                    [HTML(text: line.label), HTML(text: line.tally.map { String($0(entries)) } ?? "")]
                }
        }
        return dataTable(
            "\(sheet.form.title), \(sheet.month.name)", columns: ["Entry", TableColumn("Count", .number)],
            rows: rows, narrow: .stays, captioned: .unseen)
    }

    // MARK: Sums

    private static func totals(_ sheet: StatSheet) -> [SheetLine] {
        var lines = sheet.form.asksTime ? [SheetLine("Total hours of contact", hours(sheet.minutes))] : []
        for kind in sheet.form.kinds.dropFirst() where sheet.form.grain == .day {
            let entries = sheet.entries(of: kind.id)
            let participants = entries.reduce(0) { $0 + ($1.amounts[.participants] ?? 0) }
            lines.append(SheetLine("\(kind.label) / number of participants", "\(entries.count) / \(participants)"))
        }
        for quantity in Quantity.allCases where !quantity.isTime && quantity != .participants {
            if let label = sheet.form.label(of: quantity) {
                lines.append(SheetLine(label, String(sheet.total(quantity))))
            }
        }
        return lines
    }

    /// Hours with two decimals, as stat sheets have them: 105 minutes are 1.75.
    static func hours(_ minutes: Int) -> String {
        let hundredths = (minutes * 100 + 30) / 60
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

/// One row of the form: an option, or a question whose answers have codes of their own (`M`, `F`).
private struct FormLine {
    let label: String
    /// What stands in an entry's cell; nothing where the entry does not have it.
    let code: (ContactEntry) -> String?
    let tally: ([ContactEntry]) -> Int
}

/// One row where answers are counted: what is counted, or the question over its list.
private struct TallyLine {
    let label: String
    let tally: (([ContactEntry]) -> Int)?
}

extension ContactKind {
    /// The rows of the printed form, in the order of the source.
    fileprivate var lines: [FormLine] { questions.flatMap(lines(of:)) }

    private func lines(of question: Question) -> [FormLine] {
        switch question.answer {
        case .one(let options) where options.allSatisfy({ $0.code != nil }):
            [coded(question, options)]
        case .one(let options), .several(let options, _):
            options.map { ticked($0.label, question.id, $0.id) }
        case .confirmation:
            [
                FormLine(
                    label: question.label, code: { $0.confirmed.contains(question.id) ? "\u{2713}" : nil },
                    tally: { entries in entries.count { $0.confirmed.contains(question.id) } })
            ]
        case .amount:
            []
        }
    }

    /// The same where answers are counted and no day is kept: each list stands under its question, and sums of the kind where it asks for
    /// time or for how many took part.
    fileprivate var tallyLines: [TallyLine] {
        questions.flatMap { question -> [TallyLine] in
            switch question.answer {
            case .one(let options), .several(let options, _):
                let rows = options.map { option in
                    TallyLine(label: option.label, tally: ticked(option.label, question.id, option.id).tally)
                }
                return [TallyLine(label: question.label, tally: nil)] + rows
            case .confirmation: return lines(of: question).map { TallyLine(label: $0.label, tally: $0.tally) }
            case .amount(let quantity, _, _):
                guard quantity.isTime || quantity == .participants else { return [] }
                return [TallyLine(label: question.label) { $0.reduce(0) { $0 + ($1.amounts[quantity] ?? 0) } }]
            }
        }
    }

    private func coded(_ question: Question, _ options: [Question.Option]) -> FormLine {
        FormLine(
            label: options.map { "\($0.label) (\($0.code ?? ""))" }.joined(separator: " / "),
            code: { entry in options.first { entry.choices[question.id]?.contains($0.id) ?? false }?.code },
            tally: { $0.count { $0.choices[question.id] != nil } })
    }

    private func ticked(_ label: String, _ question: String, _ option: String) -> FormLine {
        let isChosen = { (entry: ContactEntry) in entry.choices[question]?.contains(option) ?? false }
        return FormLine(label: label, code: { isChosen($0) ? "\u{2713}" : nil }, tally: { $0.count(where: isChosen) })
    }
}

extension ContactForm {
    /// Whether any of its questions is about time.
    var asksTime: Bool { Quantity.allCases.contains { $0.isTime && label(of: $0) != nil } }

    /// The heading over the form's rows: the question of most rows, as `Identified Issues` on paper.
    fileprivate var gridHeading: String? {
        kinds[0].questions.max { $0.answer.options.count < $1.answer.options.count }?.label
    }
}
