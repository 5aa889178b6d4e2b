import HTML
import Program

/// Entries in which something was left open that the form has confirmed, such as that the advisement was given
/// (SAC-II.D.3.a). Only their supporter sees it; the entry counts all the same.
enum UnconfirmedEntries {
    /// What a supporter did not confirm in the entry.
    static func questions(of entry: ContactEntry, in form: ContactForm) -> [Question] {
        (form.kind(entry.kind)?.questions ?? []).filter { question in
            guard case .confirmation = question.answer else { return false }
            return !entry.confirmed.contains(question.id)
        }
    }

    /// What is said above the entries of a sheet; nothing where nothing is open.
    static func notice(_ sheet: StatSheet) -> HTML? {
        let open = sheet.entries.flatMap { questions(of: $0, in: sheet.form) }
        guard let first = open.first else { return nil }
        return callout(
            open.count == 1 ? "1 entry is not confirmed" : "\(open.count) entries are not confirmed", tone: .warning,
            """
            <p>Open: “\(first.label)”. Catch up on it when you next talk, and tick it then. Only you see this. \
            \(first.basis.note)</p>
            """)
    }

    /// The mark beside one entry.
    static func mark(_ entry: ContactEntry, in form: ContactForm) -> HTML? {
        questions(of: entry, in: form).isEmpty ? nil : badge("Not confirmed", tone: .warning)
    }
}
