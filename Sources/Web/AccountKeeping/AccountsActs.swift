import HTML
import HTTPTypes
import Operations
import Program
import Store

/// What the agency's account keeper does.
enum AccountsActs {
    static func page(_ visit: StaffVisit) async throws -> Listing<AccountListing> {
        let beginning = visit.visit.query("after") ?? ""
        let found = try await visit.programmes.accounts(
            after: beginning, limit: Listing<AccountListing>.lookahead, by: visit.staff)
        return Listing(found: found, after: beginning)
    }

    /// A new account with the code that its owner is given.
    @Sendable
    static func create(_ visit: StaffVisit) async throws -> Answer {
        let number = visit.form["employeeNumber"]
        let new = NewAccount(
            login: visit.form["login"], name: visit.form["name"], employeeNumber: number.isEmpty ? nil : number)
        switch try await visit.programmes.createAccount(new, by: visit.staff) {
        case .success(let created): return .page(AccountsPages.created(created, new, visit))
        case .failure(let refusal): return .page(AccountsPages.new(visit, refusal), status: .unprocessableContent)
        }
    }

    static func show(_ visit: StaffVisit, _ account: PathID) async throws -> Answer? {
        guard let view = try await visit.programmes.account(account.text, by: visit.staff) else { return nil }
        let change = visit.visit.query("after").flatMap { KeeperChange(rawValue: $0) }
        let suspended = try await visit.programmes.suspension(of: account.text, by: visit.staff)
        return .page(AccountsPages.account(view, suspended, visit, after: change))
    }

    @Sendable
    static func giveRole(_ visit: StaffVisit, account: PathID) async throws -> Answer? {
        switch SentRole.read(visit.form) {
        case .failure(let refusal): return try await refused(refusal, .givingRole, visit, account)
        case .success(let holding):
            let appointment = Appointment(account: account.text, holding: holding)
            switch try await visit.programmes.appoint(appointment, by: visit.staff) {
            case .success: return .see(AccountsAddresses.account.link(account, after: KeeperChange.roleGiven))
            case .failure(let refusal): return try await refused(refusal, .givingRole, visit, account)
            case nil: return nil
            }
        }
    }

    @Sendable
    static func endRole(_ visit: StaffVisit, account: PathID, holding: PathID) async throws -> Answer? {
        switch try await visit.programmes.endRole(holding.text, of: account.text, by: visit.staff) {
        case .success: return .see(AccountsAddresses.account.link(account, after: KeeperChange.roleEnded))
        case .failure(let refusal): return try await refused(refusal, .other, visit, account)
        case nil: return nil
        }
    }

    /// A new code for an owner who lost the first or came too late.
    @Sendable
    static func renewEnrolment(_ visit: StaffVisit, account: PathID) async throws -> Answer? {
        guard let view = try await visit.programmes.account(account.text, by: visit.staff) else { return nil }
        switch try await visit.programmes.renewEnrolment(of: account.text, by: visit.staff) {
        case .success(let code): return .page(AccountsPages.renewedCode(code, of: view.listing, visit))
        case .failure(let refusal): return try await refused(refusal, .other, visit, account)
        case nil: return nil
        }
    }

    /// Everything anew for an owner who lost whatever opens the account.
    @Sendable
    static func startOver(_ visit: StaffVisit, account: PathID) async throws -> Answer? {
        guard let view = try await visit.programmes.account(account.text, by: visit.staff) else { return nil }
        switch try await visit.programmes.startOver(account.text, by: visit.staff) {
        case .success(let code): return .page(AccountsPages.startedOver(code, of: view.listing, visit))
        case .failure(let refusal): return try await refused(refusal, .other, visit, account)
        case nil: return nil
        }
    }

    @Sendable
    static func endSessions(_ visit: StaffVisit, account: PathID) async throws -> Answer? {
        guard try await visit.programmes.endSessions(of: account.text, by: visit.staff) else { return nil }
        return .see(AccountsAddresses.account.link(account, after: KeeperChange.sessionsEnded))
    }

    static func refused(
        _ refusal: Refusal, _ act: RefusedAct.Kind, _ visit: StaffVisit, _ account: PathID
    ) async throws -> Answer? {
        guard let view = try await visit.programmes.account(account.text, by: visit.staff) else { return nil }
        let suspended = try await visit.programmes.suspension(of: account.text, by: visit.staff)
        return .page(
            AccountsPages.account(view, suspended, visit, refused: RefusedAct(kind: act, refusal: refusal)),
            status: .unprocessableContent)
    }
}

/// What could not be done on an account's page, so that the page says it where it was asked for.
struct RefusedAct: Sendable {
    enum Kind: Sendable {
        /// Giving a role: said at its form.
        case givingRole
        /// Anything done by one button: said at the top.
        case other
    }

    let kind: Kind
    let refusal: Refusal
}
