import HTML
import HTTPTypes
import Operations
import Program

/// A note that asks a supervisor to spare somebody for a while, where the seeker agreed to it (OCP-II.H.2). It is typed, printed
/// and kept nowhere. It says who and when: not why, nor of which programme, nor by whom.
struct SupervisorNote: Sendable {
    let name: String
    let day: Day
    /// Minutes of the day on the agency's clock.
    let from: Int
    let until: Int

    enum Field {
        static let name = "name"
        static let day = "day"
        static let from = "from"
        static let until = "until"
    }

    /// What was typed, or everything that is wrong with it.
    static func read(
        _ form: FormAnswers, under rule: TimeOffPostRule, on today: Day
    ) -> Result<SupervisorNote, Refusal> {
        var problems: [Refusal.Problem] = []
        func refuse(_ field: String, _ message: String) {
            problems.append(Refusal.Problem(field: field, message: message, clauses: rule.basis.clauses))
        }
        let name = form[Field.name]
        let day = Day(form[Field.day])
        let from = ClockMinute.minuteOfDay(form[Field.from])
        let until = ClockMinute.minuteOfDay(form[Field.until])
        if name.isEmpty || !name.fits(Ask.longestName) { refuse(Field.name, "Name: as the supervisor knows them.") }
        if day.map({ $0 < today }) ?? true { refuse(Field.day, "Day: today or later, such as \(today.text).") }
        if from == nil { refuse(Field.from, "From: a time, such as 14:00.") }
        if until.map({ $0 <= from ?? -1 }) ?? true { refuse(Field.until, "Until: a later time of that day.") }
        guard problems.isEmpty, let day, let from, let until else { return .failure(Refusal(problems)) }
        return .success(SupervisorNote(name: name, day: day, from: from, until: until))
    }
}

enum SupervisorNoteActs {
    /// The note, to be printed. Nothing where the seeker has not agreed, or no longer does.
    @Sendable
    static func write(_ visit: StaffVisit, _ id: PathID) async throws -> Answer? {
        guard let rule = visit.pack.requests.timeOffPost,
            try await visit.programmes.mayWriteSupervisorNote(on: id.text, by: visit.staff)
        else { return nil }
        switch SupervisorNote.read(visit.form, under: rule, on: visit.staff.today) {
        case .success(let note): return .page(SupervisorNotePages.printed(note, id, visit))
        case .failure(let refusal): return try await SupportingActs.refused(refusal, .note, id, visit)
        }
    }
}

enum SupervisorNotePages {
    /// What the note says is typed here, with what to mind when choosing the time.
    static func form(_ request: SupporterView, _ visit: StaffVisit, _ refusal: Refusal?) -> HTML? {
        guard request.agreesToTimeOffNote, let rule = visit.pack.requests.timeOffPost else { return nil }
        let form = visit.form(
            to: SupportingAddresses.supervisorNote.link(PathID(request.id)), typed: refusal == nil ? nil : visit.form,
            problems: refusal)
        let minded = rule.considerations.map(\.label).joined(separator: "; ")
        return furtherFields(
            "Write the note", isOpen: refusal != nil,
            """
            <p>When choosing the time, mind: \(minded). \(rule.basis.clauses.first.map { clauseNote($0.text) })</p>
            \(form.html(
                """
                \(form.text(
                    SupervisorNote.Field.name, "Whom to release", first: request.words?.name,
                    hint: "As the supervisor knows them.", maxLength: Ask.longestName))
                \(form.text(
                    SupervisorNote.Field.day, "Day", kind: .code, first: visit.staff.today.text, maxLength: 10))
                \(form.text(SupervisorNote.Field.from, "From", kind: .code, hint: "Such as 14:00.", maxLength: 5))
                \(form.text(SupervisorNote.Field.until, "Until", kind: .code, hint: "Such as 15:30.", maxLength: 5))
                """, actions: button("Show the note", style: .secondary)))
            """)
    }

    static func printed(_ note: SupervisorNote, _ id: PathID, _ visit: StaffVisit) -> HTML {
        // A page's title stands on the edge of printed paper and becomes a file's name: it says no more than the note.
        var shell = Shells.staff(visit)
        shell.programme = shell.agency
        let times = "from \(ClockMinute.time(note.from)) until \(ClockMinute.time(note.until))"
        return page(
            "Release from post", in: shell,
            lead: "To print, use your browser’s print. Leave the page and nothing of it is left.",
            back: Crumb("The request", SupportingAddresses.request.link(id)),
            main: """
                \(slip(
                    visit.staff.agency.name,
                    prose(
                        """
                        <p>Please release <strong>\(note.name)</strong> from their post on \(note.day.longName), \(times).</p>
                        <p>If it cannot be then, please name another time.</p>
                        <p>Name and signature: ______________________________</p>
                        """)))
                \(callout(
                    "Who signs it?",
                    """
                    <p>Let them hand it in themselves, or let somebody sign it whose name tells nothing. Yours may be known as \
                    that of a \(visit.pack.terms.supporter).</p>
                    """))
                """)
    }
}
