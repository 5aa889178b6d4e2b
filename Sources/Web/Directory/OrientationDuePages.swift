import HTML
import HTTPTypes
import Operations
import Program
import Store

enum OrientationDueAddresses {
    static let due = FixedAddress("people/orientation")
}

/// New employees who are due for the orientation (OCP-II.B.6): found by the directory, done by a day and who came.
enum OrientationDueActs {
    static let came = Act(
        "keepOrientation", "Keep who came to an orientation of new employees, and on which day.",
        at: OrientationDueAddresses.due, for: .holding(.managePeople), where: \.hasOrientations,
        taking: Input(day, people) { (day: $0, people: $1) },
        then: .told("How many of them were due.", Shape<Int>(.count("attendance") { $0 })),
        see: { _ in OrientationDueAddresses.due.link() }, handing: { "Kept: \($0) came." },
        refused: OrientationDuePages.again,
        perform: { visit, came in
            try await visit.programmes.keepOrientation(of: came.people, on: came.day, by: visit.staff)
        })

    private static let day = Field<Day>.day("day", "Day of the orientation")
    private static let people = Field<[String]>.found(
        several: "people", "Who came", FieldWords(about: "Ids of those due who came."))
}

enum OrientationDuePages {
    static func answer(_ visit: StaffVisit, _ refused: Refused? = nil) async throws -> Answer {
        let view = try await visit.programmes.orientations(for: visit.staff)
        var filled = Filled(first: ["day": visit.staff.today.text])
        filled.options["people"] = view.due.map { row in
            FieldOption(row.person.id, "\(name(row.person.record)), by \(row.dueOn.text)")
        }
        let html = page(
            "Orientation of new employees", in: Shells.staff(visit),
            lead: "Whoever the directory has as new is due. Keep who came, and they are due no more.",
            back: Crumb("People", PeopleAddresses.people.link()),
            announcement: refused?.announcement
                ?? visit.visit.shownOnce.map { callout("Kept", tone: .good, "<p>\($0)</p>") },
            main: """
                \(facts([
                    ("Due", "\(view.dueCount)"), ("Of them late", "\(view.late)"), ("Came", "\(view.came)"),
                ]))
                \(view.due.isEmpty
                    ? emptyState("Nobody is due", "New employees are here after the next change of the directory.")
                    : section(
                        "Who came", OrientationDueActs.came.form(visit, filled: filled, refused: refused, button: "Keep it")))
                """)
        return .page(html, again: refused)
    }

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        try await answer(visit, .some(refused))
    }

    /// Who is due, on the home of whoever keeps the directory.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.pack.hasOrientations, visit.staff.powers.contains(.managePeople) else { return [] }
        let view = try await visit.programmes.orientations(for: visit.staff)
        guard view.dueCount > 0 else { return [] }
        let late = view.late > 0 ? "\(view.late) later than the policy lets" : "All in time"
        return [
            linkCard(
                "\(view.dueCount) \(view.dueCount == 1 ? "new employee" : "new employees") due for orientation",
                detail: late, to: OrientationDueAddresses.due.link(), icon: .people,
                badge: view.late > 0 ? badge("Late", tone: .warning) : nil)
        ]
    }

    static func name(_ person: PersonRecord) -> String {
        "\(person.familyName), \(person.givenName) (\(person.employeeNumber)), \(person.unit)"
    }
}

extension Routes {
    static let orientations: [Route] =
        OrientationDueActs.came.routes + [
            .staff(.get, OrientationDueAddresses.due, for: .holding(.managePeople), where: \.hasOrientations) {
                visit in
                try await OrientationDuePages.answer(visit)
            },
            .read(
                "orientationsDue", "New employees who are due for the orientation, the longest first.",
                at: OrientationDueAddresses.due, for: .holding(.managePeople), where: \.hasOrientations,
                "Who is due, and how many came.", shape
            ) { visit in try await visit.programmes.orientations(for: visit.staff) },
        ]

    private static let shape = Shape<OrientationsView>(
        .count("due", \.dueCount), .count("late", about: "Of those due.", \.late), .count("came", \.came),
        .list("people", of: person, \.due))

    private static let person = Shape<OrientationRow>(
        .id("id") { $0.person.id }, .words("employeeNumber") { $0.person.record.employeeNumber },
        .words("name") { "\($0.person.record.familyName), \($0.person.record.givenName)" }, .day("dueOn", \.dueOn))
}

extension PolicyPack {
    /// Whether new employees are to have an orientation.
    var hasOrientations: Bool { awareness.orientation != nil }
}
