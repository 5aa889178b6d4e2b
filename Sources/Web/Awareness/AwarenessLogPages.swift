import HTML
import Operations
import Program

/// What makes the programme known: what was done, with whom, and whom the public page names.
enum AwarenessLogPages {
    static let title = "Making the programme known"

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?) async throws -> Answer? {
        guard visit.pack.logsAwareness else { return nil }
        let board = try await visit.programmes.awareness(for: visit.staff)
        return .page(html(board, visit, refused), again: refused)
    }

    private static func html(_ board: AwarenessBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let rules = visit.pack.awareness
        let every = rules.activityEvery.map { rule -> HTML in
            "<p>Something is done at least once a \(rule.value.word). \(rule.basis.notes)</p>"
        }
        return page(
            title, in: Shells.staff(visit, at: AwarenessLogAddresses.log),
            lead: "What was done, with whom, and about how many it reached. Nobody who was there is named.",
            announcement: refused?.announcement, width: .wide,
            main: """
                \(board.dueBy.map { callout("Nothing yet in this period", tone: .warning, "<p>It ends on \($0.longName).</p>") })
                \(every.map(prose))
                \(section("What was done", activities(board, visit)))
                \(recording(board, visit, refused))
                \(section(
                    "Partner organisations", lead: "Everybody sees them on the public page.", partners(board, visit)))
                \(section(
                    "Name another partner", AwarenessLogActs.list.form(visit, refused: refused, button: "Name it")))
                \(visit.staff.powers.contains(.keepRoster) ? materials : nil)
                """)
    }

    private static let materials = section(
        "To print and to put up",
        cards([
            linkCard(
                MaterialPages.title, detail: "Posters, brochure, postings", to: MaterialAddresses.materials.link(),
                icon: .sheet)
        ]))

    private static func activities(_ board: AwarenessBoard, _ visit: StaffVisit) -> HTML {
        guard !board.activities.isEmpty else {
            return emptyState("Nothing is written down", "Talks, meetings and what was put up will be here.")
        }
        let rules = visit.pack.awareness
        return dataTable(
            "Activities", columns: ["Day", "What", "With", "Reached", ""],
            rows: board.activities.map { done in
                let rule = rules.activities.first { $0.id == done.activity }
                return [
                    HTML(text: done.day.longName), "\(rule?.label ?? done.activity) \(rule?.basis.notes)",
                    HTML(text: done.partner.map { name(of: $0, board, rules) } ?? ""), HTML(text: done.reach.words),
                    AwarenessLogActs.remove.asConfirmation(
                        "Take out", "<p>It was written down by mistake.</p>", button: "Take it out", visit,
                        PathID(done.id), style: .quiet),
                ]
            }, captioned: .unseen)
    }

    /// A partner that was taken off since stays in the log without its name.
    private static func name(of partner: String, _ board: AwarenessBoard, _ rules: AwarenessRules) -> String {
        rules.partners.first { $0.id == partner }?.label ?? board.kept.first { $0.id == partner }?.name
            ?? "A partner that is not listed any more"
    }

    private static func recording(_ board: AwarenessBoard, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        let rules = visit.pack.awareness
        guard !rules.activities.isEmpty else { return nil }
        let partners =
            rules.partners.map { FieldOption($0.id, $0.label) } + board.kept.map { FieldOption($0.id, $0.name) }
        let filled = Filled(
            options: [AwarenessLogActs.partner.name: partners], first: ["day": visit.staff.today.text])
        return section(
            "Write something down",
            AwarenessLogActs.record.form(visit, filled: filled, refused: refused, button: "Write it down"))
    }

    private static func partners(_ board: AwarenessBoard, _ visit: StaffVisit) -> HTML {
        let ruled = visit.pack.awareness.partners.map { "<li>\($0.label) \($0.basis.notes)</li>" as HTML }
        let kept = board.kept.map { partner -> HTML in
            """
            <li>\(partner.name)\(partner.contact.isEmpty ? "" : ": \(partner.contact)")
            \(AwarenessLogActs.removePartner.asButton("Take off", visit, PathID(partner.id), style: .quiet))</li>
            """
        }
        guard !ruled.isEmpty || !kept.isEmpty else { return emptyState("None yet", "Name the first below.") }
        return "<ul>\(ruled + kept)</ul>"
    }

    /// On the public page; nothing where the programme has none.
    static func onPublicPage(_ kept: [PartnerOrganisation], _ policy: PolicyPack) -> HTML? {
        let ruled = policy.awareness.partners.map { "<li>\($0.label)</li>" as HTML }
        let others = kept.map { "<li>\($0.name)\($0.contact.isEmpty ? "" : ": \($0.contact)")</li>" as HTML }
        guard !ruled.isEmpty || !others.isEmpty else { return nil }
        return section("Who works with us", prose("<ul>\(ruled + others)</ul>"))
    }

    /// On the home of whoever promotes the programme: a period that is soon over without anything done.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard visit.pack.awareness.activityEvery != nil, visit.staff.powers.contains(.promoteAwareness),
            let due = try await visit.programmes.awareness(for: visit.staff).dueBy
        else { return [] }
        return [
            linkCard(
                title, detail: "Nothing yet in the period that ends on \(due.longName)",
                to: AwarenessLogAddresses.log.link(), icon: .people, badge: badge("Due", tone: .warning))
        ]
    }
}

extension Period {
    var word: String {
        switch self {
        case .month: "month"
        case .quarter: "quarter"
        case .year: "year"
        }
    }
}
