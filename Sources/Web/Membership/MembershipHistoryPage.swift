import HTML
import Operations
import Program
import Store

/// The history of somebody's memberships, and who has signed what.
enum MembershipHistoryPage {
    static func answer(_ visit: StaffVisit, _ account: PathID) async throws -> Answer? {
        guard let lines = try await visit.programmes.membershipHistory(of: account.text, for: visit.staff) else {
            return nil
        }
        return .page(
            page(
                "History of a membership", in: Shells.staff(visit), back: Crumb("Home", HomeAddresses.home.link()),
                main: self.lines(lines)
                    ?? emptyState("Nothing yet", "What happens will be written here, without a reason.")))
    }

    static func lines(_ lines: [HistoryLine]) -> HTML? {
        guard !lines.isEmpty else { return nil }
        return section(
            "What happened",
            dataTable(
                "The newest first", columns: ["Day", "What", "By"],
                rows: lines.map {
                    [HTML(text: $0.event.day.longName), HTML(text: $0.event.kind.words), HTML(text: $0.by ?? "")]
                }))
    }

    static func signatures(_ visit: StaffVisit) async throws -> HTML {
        let signatures = try await visit.programmes.signatures(by: visit.staff)
        return page(
            "Who has signed what", in: Shells.staff(visit),
            back: Crumb("Memberships", MembershipAddresses.memberships.link()), width: .wide,
            main: signatures.isEmpty
                ? emptyState("Nobody has signed yet", "Each signature stands here with its text.")
                : dataTable(
                    visit.pack.agreement.title, columns: ["Member", "Signed as", "When", "Text"],
                    rows: signatures.map {
                        [
                            HTML(text: $0.member), HTML(text: $0.signature.name),
                            HTML(text: visit.staff.agency.moment($0.signature.at)),
                            "\($0.signature.text.prefix(12)) \($0.isInForce ? badge("In force", tone: .good) : nil)",
                        ]
                    }))
    }
}

extension MembershipEvent.Kind {
    fileprivate var words: String {
        switch self {
        case .selected: "Selected"
        case .takenOver: "On the team from before"
        case .activated: "Active"
        case .signed: "Signed the agreement"
        case .renewalAsked: "Said yes to another term"
        case .renewed: "Another term"
        case .pausedByOwn: "Paused by own notice"
        case .returned: "Came back"
        case .placed: "Placed on inactive status"
        case .letReturn: "Inactive status ended"
        case .termOver: "Term over"
        case .agreementUnsigned: "Inactive until the agreement is signed"
        case .suspended: "Off the team at once"
        case .suspensionLifted: "Back on the team"
        case .reviewPassed: "Yearly review passed"
        case .reviewFailed: "Yearly review not passed"
        case .consulted: "Heard before a removal"
        case .removalAsked: "Removal begun"
        case .removalDeclined: "Removal declined"
        case .disciplineReferred: "Discipline referred"
        case .withdrew: "Left the team"
        case .removed: "Removed from the team"
        case .left: "Left the agency"
        case .roleEnded: "Role ended"
        }
    }
}

/// The list of reasons that a committee considers relevant for a pause.
enum RelevantReasonsPage {
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        try await answer(visit, refused: refused)
    }

    static func answer(
        _ visit: StaffVisit, after change: MembershipChange? = nil, refused: Refused? = nil
    ) async throws -> Answer {
        let reasons = try await visit.programmes.relevantReasons(for: visit.staff)
        let basis = visit.pack.membership.inactivity.byOwnNotice?.relevantReasons?.basis
        return .page(
            page(
                "Relevant reasons for a pause", in: Shells.staff(visit),
                lead:
                    "In general and for nobody in particular. A member says that one applies, and never which. \(basis?.notes)",
                back: Crumb("Home", HomeAddresses.home.link()),
                announcement: change?.announcement ?? refused?.announcement,
                main: """
                    \(reasons.map { reason in
                        card(
                            reason.label,
                            """
                            <p>Since \(reason.adoptedOn.longName)</p>
                            \(MembershipActs.dropReason.asButton("Take it off the list", visit, PathID(reason.id)))
                            """)
                    }.joined())
                    \(section("One more", MembershipActs.adoptReason.form(visit, refused: refused, button: "Add it")))
                    """),
            again: refused)
    }
}
