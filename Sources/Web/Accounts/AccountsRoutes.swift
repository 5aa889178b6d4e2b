import HTML
import Operations
import Program

enum AccountsPlaces {
    static let accounts = Place("accounts")
    static let new = Place("accounts", "new")
    static let account = PlaceOf<PathID>("accounts", by: "account")
    static let roles = PlaceOf<PathID>("accounts", by: "account", then: ["roles"])
    static let endOfRole = PlaceOfTwo<PathID, PathID>(
        "accounts", by: "account", then: ["roles"], and: "holding", end: ["end"])
    static let enrolmentCode = PlaceOf<PathID>("accounts", by: "account", then: ["enrolment-code"])
    static let startOver = PlaceOf<PathID>("accounts", by: "account", then: ["start-over"])
    static let endOfSessions = PlaceOf<PathID>("accounts", by: "account", then: ["sessions", "end"])
}

extension Audience {
    /// Who keeps the accounts, and who appoints to some of the roles.
    static let appoints = Audience.holdingAny([.manageAccounts, .appointRoles])
}

extension Routes {
    static let accounts: [Route] = [
        .staff(.get, AccountsPlaces.accounts, for: .appoints) { visit in
            .page(AccountsPages.list(try await AccountsActs.page(visit), visit))
        },
        .staff(.get, AccountsPlaces.new, for: .holding(.manageAccounts)) { visit in .page(AccountsPages.new(visit)) },
        .staff(.post, AccountsPlaces.accounts, for: .holding(.manageAccounts), AccountsActs.create),
        .staff(.get, AccountsPlaces.account, for: .appoints) { visit, account in
            try await AccountsActs.show(visit, account)
        },
        .staff(.post, AccountsPlaces.roles, for: .appoints, AccountsActs.giveRole),
        .staff(.post, AccountsPlaces.endOfRole, for: .appoints, AccountsActs.endRole),
        .staff(.post, AccountsPlaces.enrolmentCode, for: .holding(.manageAccounts), AccountsActs.renewEnrolment),
        .staff(.post, AccountsPlaces.startOver, for: .holding(.manageAccounts), AccountsActs.startOver),
        .staff(.post, AccountsPlaces.endOfSessions, for: .holding(.manageAccounts), AccountsActs.endSessions),
    ]
}

/// What was just changed in an account, for its page to say it.
enum KeeperChange: String, Sendable {
    case roleGiven = "role-given"
    case roleEnded = "role-ended"
    case sessionsEnded = "sessions-ended"
    case suspended

    var announcement: HTML {
        switch self {
        case .roleGiven: callout("Role given", tone: .good, announced: true)
        case .roleEnded:
            callout("Role ended", tone: .good, announced: true, "<p>Every session of the account ended with it.</p>")
        case .suspended:
            callout("Suspended from the team", tone: .good, announced: true, "<p>It holds from this moment.</p>")
        case .sessionsEnded: callout("Every session of the account has ended", tone: .good, announced: true)
        }
    }
}
