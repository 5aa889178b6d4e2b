import HTML
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

    /// Everything that is wrong with it; nothing where it can be printed.
    func problems(under rule: TimeOffPostRule, on today: Day) -> Refusal? {
        var problems: [Refusal.Problem] = []
        func refuse(_ field: String, _ message: String) {
            problems.append(Refusal.Problem(field: field, message: message, basis: rule.basis))
        }
        if name.isEmpty || !name.fits(Ask.longestName) { refuse("name", "Name: as the supervisor knows them.") }
        if day < today { refuse("day", "Day: today or later, such as \(today.text).") }
        if until <= from { refuse("until", "Until: a later time of that day.") }
        return problems.isEmpty ? nil : Refusal(problems)
    }
}

// On its way to the page that shows it once.
extension SupervisorNote {
    fileprivate var text: String {
        ([day.text, ClockMinute.time(from), ClockMinute.time(until), name]).joined(separator: "\n")
    }

    fileprivate init?(text: String) {
        let lines = text.split(separator: "\n").map { String($0) }
        guard lines.count == 4, let day = Day(lines[0]), let from = ClockMinute.minuteOfDay(lines[1]),
            let until = ClockMinute.minuteOfDay(lines[2])
        else { return nil }
        self.init(name: lines[3], day: day, from: from, until: until)
    }
}

enum SupervisorNoteActs {
    static let write = Act(
        "writeSupervisorNote", "Write a note that asks for release from the post, as long as they agree.",
        at: SupportingAddresses.supervisorNote, for: .holding(.takeRequests), where: \.hasSupervisorNotes,
        taking: Input(
            .text(
                "name", "Whom to release", longest: Ask.longestName, FieldWords(hint: "As the supervisor knows them.")),
            .day("day", "Day"), .time("from", "From"), .time("until", "Until")
        ) { SupervisorNote(name: $0, day: $1, from: $2, until: $3) },
        then: Outcome<SupervisorNote>.done("Shown this once."),
        see: { _, id in SupportingAddresses.supervisorNote.link(id) }, handing: { $0.text },
        refused: { visit, refused, id in
            guard try await visit.programmes.mayWriteSupervisorNote(on: id.text, by: visit.staff) else {
                return nil
            }
            return try await RequestPage.refused(visit, refused, id)
        },
        perform: { visit, note, id in
            // Nothing where the seeker has not agreed, or no longer does.
            guard let rule = visit.pack.requests.timeOffPost,
                try await visit.programmes.mayWriteSupervisorNote(on: id.text, by: visit.staff)
            else { return nil }
            return note.problems(under: rule, on: visit.staff.today).map { .failure($0) } ?? .success(note)
        })
}

extension Routes {
    static let supervisorNotes: [Route] = [
        .staff(
            .get, SupportingAddresses.supervisorNote, for: .holding(.takeRequests), where: \.hasSupervisorNotes
        ) { visit, id in
            guard try await visit.programmes.mayWriteSupervisorNote(on: id.text, by: visit.staff) else { return nil }
            return visit.visit.shownOnce.flatMap { SupervisorNote(text: $0) }.map {
                .page(SupervisorNotePages.printed($0, id, visit))
            } ?? .see(SupportingAddresses.request.link(id))
        },
        SupervisorNoteActs.write.onPages,
    ]
}

extension PolicyPack {
    fileprivate var hasSupervisorNotes: Bool { requests.timeOffPost != nil }
}

enum SupervisorNotePages {
    /// What the note says is typed here, with what to mind when choosing the time.
    static func form(_ request: SupporterView, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard request.agreesToTimeOffNote, let rule = visit.pack.requests.timeOffPost else { return nil }
        var filled = Filled(first: ["day": visit.staff.today.text])
        filled.first["name"] = request.words?.name
        let minded = rule.considerations.map(\.label).joined(separator: "; ")
        return furtherFields(
            "Write the note", isOpen: refused?.act == SupervisorNoteActs.write.id,
            """
            <p>When choosing the time, mind: \(minded). \(rule.basis.note) \(rule.consent?.basis.note)</p>
            \(SupervisorNoteActs.write.form(
                visit, PathID(request.id), filled: filled, refused: refused, button: "Show the note", style: .secondary))
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
