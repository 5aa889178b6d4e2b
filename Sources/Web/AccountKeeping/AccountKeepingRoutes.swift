import HTML
import Operations
import Program

enum AccountKeepingAddresses {
    static let accounts = FixedAddress("accounts")
    static let new = FixedAddress("accounts/new")
    static let account = Address<PathID>("accounts/{account}")
    static let roles = Address<PathID>("accounts/{account}/roles")
    static let role = Address<PathID, PathID>("accounts/{account}/roles/{holding}")
    static let endOfRole = Address<PathID, PathID>("accounts/{account}/roles/{holding}/end")
    /// The one-time code for its owner: made there, and shown there this once.
    static let code = Address<PathID>("accounts/{account}/enrolment-code")
    static let startOver = Address<PathID>("accounts/{account}/start-over")
    static let sessions = Address<PathID>("accounts/{account}/sessions")
    static let endOfSessions = Address<PathID>("accounts/{account}/sessions/end")
}

extension Routes {
    static let accountKeeping: [Route] = [
        .staff(.get, AccountKeepingAddresses.accounts, for: .staff(.appoints)) { visit in
            .page(AccountKeepingPages.list(try await AccountPage.list(visit.visit, by: visit.staff), visit))
        },
        .staff(.get, AccountKeepingAddresses.new, for: .holding(.manageAccounts)) { visit in
            try await AccountKeepingPages.new(visit, nil)
        },
        .staff(.get, AccountKeepingAddresses.account, for: .staff(.appoints)) { visit, account in
            try await AccountPage(account, visit)?.answer(after: visit.change())
        },
        .staff(.get, AccountKeepingAddresses.code, for: .holding(.manageAccounts)) { visit, account in
            guard let view = try await visit.programmes.account(account.text, by: visit.staff) else { return nil }
            guard let code = visit.visit.shownOnce else { return .see(AccountKeepingAddresses.account.link(account)) }
            return .page(AccountKeepingPages.code(code, of: view.listing, visit))
        },
    ]
}

/// What was just changed in an account, for its page to say it.
enum KeeperChange: String, Sendable {
    case roleGiven = "role-given"
    case roleEnded = "role-ended"
    case sessionsEnded = "sessions-ended"
    case suspended
    case officeAsked = "office-asked"

    /// What follows from giving or ending a role.
    init(_ done: Done<RoleChanged>, otherwise change: KeeperChange) {
        self = done.made?.waits == true ? .officeAsked : change
    }

    var announcement: HTML {
        switch self {
        case .roleGiven: justDone("Role given")
        case .roleEnded:
            justDone("Role ended", "<p>Every session of the account ended with it.</p>")
        case .officeAsked:
            justDone("Asked for", "<p>This office checks others, so a second person says yes before it holds.</p>")
        case .suspended:
            justDone("Suspended from the team", "<p>It holds from this moment.</p>")
        case .sessionsEnded: justDone("Every session of the account has ended")
        }
    }
}
