import HTML
import Operations
import Program

/// A contact entry in the hands of its supporter: which kind, for which month, what is filled in so far, and where it
/// goes.
struct EntryForm: Sendable {
    let form: ContactForm
    let kind: ContactKind
    /// The sheet it belongs to, once that is known.
    let month: Month?
    let typed: FormAnswers?
    /// The entry to be corrected; none for a new one.
    let correcting: (contact: ContactID, entry: ContactEntry)?

    /// The fields that say when, besides those of the form itself.
    static let kindField = "kind"
    static let monthField = "month"

    /// The field that says when: the day, or the month where the form keeps no days. A correction stays in its month.
    var dateField: String? {
        switch form.grain {
        case .day: "day"
        case .month: correcting == nil ? Self.monthField : nil
        }
    }

    /// A fresh entry of the kind asked for, or of the form's first.
    static func new(_ visit: StaffVisit) -> EntryForm {
        let form = visit.pack.contactForm
        return EntryForm(
            form: form, kind: form.kind(visit.visit.query(kindField) ?? "") ?? form.kinds[0], month: nil, typed: nil,
            correcting: nil)
    }

    /// A new entry as sent.
    static func sent(_ visit: StaffVisit) -> EntryForm {
        let form = visit.pack.contactForm
        let typed = visit.form
        let month =
            switch form.grain {
            case .day: Day(answer(to: "day", in: typed))?.month
            case .month: Month(typed[monthField])
            }
        return EntryForm(
            form: form, kind: form.kind(typed[kindField]) ?? form.kinds[0], month: month, typed: typed,
            correcting: nil)
    }

    /// - Parameter typed: the correction as sent; nothing where it is only asked for.
    static func correcting(
        _ entry: ContactEntry, _ contact: ContactID, _ own: OwnSheet, by typed: FormAnswers? = nil
    ) -> EntryForm {
        let form = own.sheet.form
        return EntryForm(
            form: form, kind: form.kind(typed?[kindField] ?? entry.kind) ?? form.kinds[0], month: own.sheet.month,
            typed: typed, correcting: (contact, entry))
    }

    /// What was sent, as the form's own fields: an answer typed beside the quick ones takes their place, and a field left
    /// empty is not answered. A time that was typed counts too where none of the quick ones was tapped.
    var answers: ContactAnswers {
        var values = typed?.without(Self.kindField, Self.monthField).values ?? [:]
        for name in ["day"] + timeFields {
            let other = values.removeValue(forKey: QuickField.otherName(name))
            let isUntapped = timeFields.contains(name) && (values[name] ?? [""]) == [""]
            if values[name] == [QuickField.other] || isUntapped { values[name] = other }
        }
        return ContactAnswers(kind: typed?[Self.kindField] ?? kind.id, values: values.filter { $0.value != [""] })
    }

    /// The fields of a time. Like the day they have a second control beside their quick answers.
    private var timeFields: [String] {
        kind.questions.compactMap { question in
            if case .amount(let quantity, _, _) = question.answer, quantity.isTime { question.id } else { nil }
        }
    }

    private static func answer(to field: String, in typed: FormAnswers) -> String {
        typed[field] == QuickField.other ? typed[QuickField.otherName(field)] : typed[field]
    }
}
