import HTML
import Operations
import Program

enum AccountsAddresses {
    static let accounts = FixedAddress("accounts")
    static let new = FixedAddress("accounts/new")
    static let account = Address<PathID>("accounts/{account}")
    static let roles = Address<PathID>("accounts/{account}/roles")
    static let endOfRole = Address<PathID, PathID>("accounts/{account}/roles/{holding}/end")
    static let enrolmentCode = Address<PathID>("accounts/{account}/enrolment-code")
    static let startOver = Address<PathID>("accounts/{account}/start-over")
    static let endOfSessions = Address<PathID>("accounts/{account}/sessions/end")
}

extension Audience {
    /// Who keeps the accounts, and who appoints to some of the roles.
    static let appoints = Audience.holdingAny([.manageAccounts, .appointRoles])
}

extension Routes {
    static let accounts: [Route] = [
        .staff(.get, AccountsAddresses.accounts, for: .appoints) { visit in
            .page(AccountsPages.list(try await AccountsActs.page(visit), visit))
        },
        .staff(.get, AccountsAddresses.new, for: .holding(.manageAccounts)) { visit in .page(AccountsPages.new(visit))
        },
        .staff(.post, AccountsAddresses.accounts, for: .holding(.manageAccounts), AccountsActs.create),
        .staff(.get, AccountsAddresses.account, for: .appoints) { visit, account in
            try await AccountsActs.show(visit, account)
        },
        .staff(.post, AccountsAddresses.roles, for: .appoints, AccountsActs.giveRole),
        .staff(.post, AccountsAddresses.endOfRole, for: .appoints, AccountsActs.endRole),
        .staff(.post, AccountsAddresses.enrolmentCode, for: .holding(.manageAccounts), AccountsActs.renewEnrolment),
        .staff(.post, AccountsAddresses.startOver, for: .holding(.manageAccounts), AccountsActs.startOver),
        .staff(.post, AccountsAddresses.endOfSessions, for: .holding(.manageAccounts), AccountsActs.endSessions),
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
