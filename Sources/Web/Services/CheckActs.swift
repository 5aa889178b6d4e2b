import HTML
import Operations
import Program

enum CheckAddresses {
    static let checks = FixedAddress("well-being-checks")
    static let outcome = Address<PathID>("well-being-checks/{check}/outcome")
    static let end = Address<PathID>("well-being-checks/{check}/removal")
    static let check = Address<PathID>("well-being-checks/{check}")
    static let member = Address<PathID>("well-being-checks/{check}/member")
}

/// Checks on colleagues off work (OCP-I.B.5). Nothing but done, declined or wanted can be kept: there is no field for words.
enum CheckActs {
    static let routes: [Route] = open.routes + outcome.routes + give.routes + end.routes

    static let open = Act(
        "openCheck", "Have a member ask how a colleague off work is, who is named by employee number or by name.",
        at: CheckAddresses.checks, for: .holding(.assignChecks), where: \.hasChecks,
        taking: Input(employeeNumber, name, account, day) {
            CheckSent(employeeNumber: $0, name: $1, account: $2, day: $3)
        }, then: .created("The check."), see: { _ in ServiceAddresses.services.link() }, refused: ServicePages.again,
        perform: { visit, sent in try await visit.programmes.openCheck(sent, by: visit.staff) })

    static let outcome = Act(
        "keepCheckOutcome", "Keep what came of a check: done, declined or wanted. Declined ends it for good.",
        at: CheckAddresses.outcome, for: .holding(.takeRequests), where: \.hasChecks, taking: Input(came),
        then: .done("Kept."), see: { _, _ in ServiceAddresses.services.link() },
        refused: ServicePages.againOf,
        perform: { visit, outcome, id in
            try await visit.programmes.keepCheckOutcome(outcome, of: id.text, by: visit.staff)
        })

    static let give = Act(
        "giveCheck", "Give a check to another member, who is told nothing of what the one before was answered.",
        at: CheckAddresses.member, .put, for: .holding(.assignChecks), where: \.hasChecks, taking: Input(account),
        then: .done("Given."), see: { _, _ in ServiceAddresses.services.link() }, refused: ServicePages.againOf,
        perform: { visit, account, id in
            try await visit.programmes.giveCheck(id.text, to: account, by: visit.staff)
        })

    static let end = Act(
        "endCheck", "End a check, such as of somebody who is back at work. The name is destroyed.",
        at: CheckAddresses.end, .delete, interface: CheckAddresses.check, for: .holding(.assignChecks),
        where: \.hasChecks, taking: .nothing, then: .done("Ended."), mayRefuse: false,
        see: { _, _ in ServiceAddresses.services.link() }, refused: ServicePages.againOf,
        perform: { visit, _, id in try await visit.programmes.endCheck(id.text, by: visit.staff) })

    // MARK: What they take

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] {
        pack.requests.wellBeingChecks?.basis.clauses ?? []
    }

    private static let employeeNumber = Field<String?>.text(
        maybe: "employeeNumber", "Employee number", longest: 40,
        FieldWords(hint: "Of the colleague off work.", citesOnPage: false, clauses: clauses))
    private static let name = Field<String?>.text(
        maybe: "name", "Or their name", longest: ServicePlan.longestName,
        FieldWords(
            hint: "Where you have no number. You and the member can open it; it is destroyed at the end.",
            citesOnPage: false, clauses: clauses))
    static let account = Field<String>.found(
        "account", "Member who asks", FieldWords(citesOnPage: false, clauses: clauses))
    private static let day = Field<Day>.day("day", "First day", FieldWords(citesOnPage: false, clauses: clauses))
    private static let came = Field<WellBeingCheck.Outcome>.choice(
        "outcome", "What came of it", FieldWords(citesOnPage: false, clauses: clauses)
    ) { $0.words }
}

extension WellBeingCheck.Outcome {
    var words: String {
        switch self {
        case .done: "Done"
        case .declined: "Declined"
        case .wanted: "Support is wanted"
        }
    }
}
