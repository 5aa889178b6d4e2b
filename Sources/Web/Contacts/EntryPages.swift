import HTML
import Operations
import Program

/// The page on which a contact is counted or corrected.
enum ContactPages {
    static func entry(_ entry: EntryForm, _ visit: StaffVisit, refusal: Refusal? = nil) -> HTML {
        let place = entry.correcting.flatMap { correcting in
            entry.month.map { ContactAddresses.contact.link($0, correcting.contact) }
        }
        let form = Form(
            to: place ?? ContactAddresses.contacts.link(), token: visit.formToken, typed: entry.typed?.values,
            problems: refusal?.fieldProblems() ?? [])
        let title = entry.correcting == nil ? "Count a contact" : "Correct a contact"
        let fields: HTML = """
            \(hidden(EntryForm.kindField, entry.kind.id))
            \(entry.kind.caution.map { callout($0, tone: .warning) })
            \(date(entry, form, visit))
            \(entry.kind.questions.map { question($0, entry, form) })
            """
        return page(
            title, in: Shells.staff(visit),
            lead: "Only these questions are recorded. Nothing here can name anyone.",
            back: entry.month.map { Crumb($0.name, SheetAddresses.sheet.link($0)) },
            main: """
                \(entry.correcting == nil ? kinds(entry) : nil)
                \(said(visit.pack.statementsToSupporters(in: .contactEntry, whoSupervise: false)))
                \(referring(entry, visit))
                \(form.html(fields, actions: button(entry.correcting == nil ? "Count it" : "Keep the correction")))
                """)
    }

    /// One tap to whom somebody can be referred to, and where the form counts that it was done.
    private static func referring(_ entry: EntryForm, _ visit: StaffVisit) -> HTML? {
        guard entry.correcting == nil else { return nil }
        return """
            \(HelpPage.counting(visit.pack, kind: entry.kind.id))
            \(actions(
                linkButton(HelpPage.title, to: ReferralAddresses.team.link(), style: .quiet, icon: .people)))
            """
    }

    /// The kinds of entry, where the form has several: each is a form of its own.
    private static func kinds(_ entry: EntryForm) -> HTML? {
        guard entry.form.kinds.count > 1 else { return nil }
        let items = entry.form.kinds.map { kind in
            NavigationItem(
                kind.label, ContactAddresses.newContact.link(query: (EntryForm.kindField, kind.id)),
                isCurrent: kind.id == entry.kind.id)
        }
        return tabs("Kind of entry", items)
    }

    private static func date(_ entry: EntryForm, _ form: Form, _ visit: StaffVisit) -> HTML {
        let today = visit.staff.today
        switch entry.form.grain {
        case .day:
            return day(entry, form, today: today)
        case .month:
            guard entry.correcting == nil else { return .empty }
            let months = [today.month, today.month.previous].map { FieldOption($0.text, $0.name) }
            return form.choice(EntryForm.monthField, "Month", months, first: today.month.text)
        }
    }

    private static func day(_ entry: EntryForm, _ form: Form, today: Day) -> HTML {
        let options = { (days: [Day]) in days.map { FieldOption($0.text, $0.shortName) } }
        if let month = entry.month, let correcting = entry.correcting {
            let days = month.days.filter { $0 <= today }
            return form.select("day", "Day", options(days), first: correcting.entry.day?.text)
        }
        let yesterday = today.adding(days: -1)
        let quick = [FieldOption(today.text, "Today")] + (yesterday.map { [FieldOption($0.text, "Yesterday")] } ?? [])
        let earlier = (2...62).compactMap { today.adding(days: -$0) }
        return form.day("day", "Day", quick: quick, earlier: options(earlier), first: today.text)
    }

    private static func question(_ question: Question, _ entry: EntryForm, _ form: Form) -> HTML {
        let origin = question.basis.origin
        let present = entry.correcting?.entry
        switch question.answer {
        case .one(let options):
            return form.choice(
                question.id, question.label, options.map { FieldOption($0.id, $0.label) },
                first: present?.choices[question.id]?.first, hint: question.hint, origin: origin)
        case .several(let options, let atLeast):
            return form.choices(
                question.id, question.label, options.map { FieldOption($0.id, $0.label) },
                first: Array(present?.choices[question.id] ?? []), hint: question.hint, origin: origin,
                isOptional: atLeast.number == 0)
        case .amount(let quantity, let amounts, let required):
            let range = amounts.numbers
            let first = present?.amounts[quantity]
            guard quantity.isTime else {
                return form.number(
                    question.id, question.label, range: range, first: first, hint: question.hint, origin: origin,
                    isOptional: !required)
            }
            return form.minutes(
                question.id, question.label, quick: quickMinutes(range, required: required), range: range,
                first: first, hint: question.hint, origin: origin)
        case .confirmation:
            return form.agreement(
                question.id, question.label, first: present?.confirmed.contains(question.id) ?? false,
                hint: question.hint, origin: origin)
        }
    }

    /// The usual lengths of a contact.
    private static func quickMinutes(_ range: ClosedRange<Int>, required: Bool) -> [Int] {
        ((required ? [] : [0]) + [15, 30, 45, 60, 90]).filter(range.contains)
    }
}

extension Day {
    /// `Tue 10 November`.
    var shortName: String {
        let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        let monthName = month.name.split(separator: " ").first.map(String.init) ?? month.name
        return "\(weekdays[weekday - 1]) \(number) \(monthName)"
    }
}
