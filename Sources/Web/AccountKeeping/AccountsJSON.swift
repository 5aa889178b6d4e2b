import HTTPTypes
import Operations
import Program
import Sealing
import Store

enum AccountsInterfaceAddresses {
    static let accounts = FixedAddress("api/v1/accounts")
    static let account = Address<PathID>("api/v1/accounts/{account}")
    static let enrolment = Address<PathID>("api/v1/accounts/{account}/enrolment-code")
    static let roles = Address<PathID>("api/v1/accounts/{account}/roles")
    static let role = Address<PathID, PathID>("api/v1/accounts/{account}/roles/{holding}")
    static let startOver = Address<PathID>("api/v1/accounts/{account}/start-over")
    static let sessions = Address<PathID>("api/v1/accounts/{account}/sessions")
}

extension Routes {
    static let accountsInterface: [Route] = [
        .api(.get, AccountsInterfaceAddresses.accounts, for: .appoints, AccountsEndpoints.list) { call in
            let beginning = call.visit.query("after") ?? ""
            let found = try await call.programmes.accounts(
                after: beginning, limit: Listing<AccountListing>.lookahead, by: call.staff)
            return .success(.json(AccountsJSON.list(Listing(found: found, after: beginning))))
        },
        .api(
            .post, AccountsInterfaceAddresses.accounts, for: .holding(.manageAccounts), AccountsEndpoints.create,
            AccountsInterface.create),
        .api(
            .get, AccountsInterfaceAddresses.account, for: .appoints, AccountsEndpoints.read
        ) { call, account in
            try await call.programmes.account(account.text, by: call.staff).map {
                .success(.json(AccountsJSON.account($0)))
            }
        },
        .api(
            .post, AccountsInterfaceAddresses.enrolment, for: .holding(.manageAccounts),
            AccountsEndpoints.renewEnrolment
        ) { call, account in
            try await call.programmes.renewEnrolment(of: account.text, by: call.staff)?.map {
                .json(["enrolmentCode": .string($0.text)], status: .created)
            }
        },
        .api(
            .post, AccountsInterfaceAddresses.startOver, for: .holding(.manageAccounts), AccountsEndpoints.startOver
        ) { call, account in
            try await call.programmes.startOver(account.text, by: call.staff)?.map {
                .json(["enrolmentCode": .string($0.text)], status: .created)
            }
        },
        .api(
            .post, AccountsInterfaceAddresses.roles, for: .appoints, AccountsEndpoints.giveRole,
            AccountsInterface.giveRole),
        .api(
            .delete, AccountsInterfaceAddresses.role, for: .appoints, AccountsEndpoints.endRole
        ) { call, account, holding in
            try await call.programmes.endRole(holding.text, of: account.text, by: call.staff)?.map { .done }
        },
        .api(
            .delete, AccountsInterfaceAddresses.sessions, for: .holding(.manageAccounts), AccountsEndpoints.endSessions
        ) { call, account in
            try await call.programmes.endSessions(of: account.text, by: call.staff) ? .success(.done) : nil
        },
    ]
}

private enum AccountsInterface {
    @Sendable
    static func create(_ call: APICall) async throws -> APIResult {
        let new = NewAccount(
            login: call.text("login"), name: call.text("name"), employeeNumber: call.body["employeeNumber"]?.string)
        return try await call.programmes.createAccount(new, by: call.staff).map { created in
            Answer.json(
                ["id": .string(created.id), "enrolmentCode": .string(created.enrolmentCode.text)], status: .created
            ).at(AccountsInterfaceAddresses.account.link(PathID(created.id)))
        }
    }

    @Sendable
    static func giveRole(_ call: APICall, account: PathID) async throws -> APIResult? {
        guard let startsOn = Day(call.text("startsOn")) else { return nil }
        let holding = Holding(
            role: RoleID(call.text("role")), area: call.body["area"]?.string, startsOn: startsOn,
            until: Day(call.text("until")))
        return try await call.programmes.appoint(
            Appointment(account: account.text, holding: holding), by: call.staff)?
            .map { .json(["id": .string($0)], status: .created) }
    }
}

enum AccountsEndpoints {
    static let list = Endpoint(
        "listAccounts", "The agency's accounts in order of login, fifty at a time.",
        success: .ok("A page of accounts.") { _ in
            .object([Schema.Property("accounts", .list(of: .object(listing))), .next])
        }, mayRefuse: false, query: [.after])

    static let create = Endpoint(
        "createAccount", "Make an account that waits for its owner.",
        body: { _ in
            .object([
                Schema.Property("login", .string(maxLength: 60)), Schema.Property("name", .string(maxLength: 120)),
                Schema.Property(
                    "employeeNumber", .string(maxLength: 120), required: false,
                    about: "Of the person in the directory; left out for an outside professional."),
            ])
        },
        success: .created(
            "The account, and the code to give to its owner in person.",
            .object([Schema.Property("id", .id), Schema.Property("enrolmentCode", .words)])))

    static let read = Endpoint(
        "readAccount", "An account with every role it holds, held or will hold.",
        success: .ok("The account.") { _ in
            .object(listing + [Schema.Property("roles", .list(of: AccountEndpoints.heldRole(withID: true)))])
        }, mayRefuse: false)

    static let renewEnrolment = Endpoint(
        "renewEnrolmentCode", "Make a new enrolment code for an owner who has not come yet.",
        success: .created(
            "The code to give to the owner in person; the one before opens nothing any more.",
            .object([Schema.Property("enrolmentCode", .words)])))

    static let startOver = Endpoint(
        "startAccountOver",
        """
        Start an account over whose owner lost whatever opens it. Passphrase, recovery code, second factor and every session \
        end; entries of stat sheets not yet submitted are lost. Refused for your own account, and for one with a role that \
        you neither hold nor give.
        """,
        success: .created(
            "The code to give to the owner in person.", .object([Schema.Property("enrolmentCode", .words)])))

    static let giveRole = Endpoint(
        "giveRole", "Give the account a role.",
        body: { pack in
            .object([
                Schema.Property("role", .choice(pack.roles.map(\.id.text))),
                Schema.Property(
                    "area", .string(maxLength: 120), required: false,
                    about: "What part of the agency they look after, for a role that has areas."),
                Schema.Property("startsOn", .day),
                Schema.Property(
                    "until", .day, required: false, about: "The first day on which it is no longer held."),
            ])
        },
        success: .created("Given.", .object([Schema.Property("id", .id)])))

    static let endRole = Endpoint(
        "endRole", "End a role as of today. Every session of the account ends with it.", success: .done("Ended."))

    static let endSessions = Endpoint(
        "endSessions", "End every session of the account.", success: .done("Ended."), mayRefuse: false)

    private static let listing = [
        Schema.Property("id", .id), Schema.Property("login", .words), Schema.Property("name", .words),
        Schema.Property("isEnrolled", .boolean, about: "Whether its owner has chosen a passphrase."),
        Schema.Property("hasSecondFactor", .boolean),
    ]
}

enum AccountsJSON {
    static func list(_ listing: Listing<AccountListing>) -> JSON {
        [
            "accounts": .array(listing.items.map { .object(members(of: $0)) }),
            "next": listing.hasMore ? JSON(listing.items.last?.login) : .null,
        ]
    }

    static func account(_ view: AccountView) -> JSON {
        var members = members(of: view.listing)
        members["roles"] = .array(
            view.holdings.map { row in
                .object(AccountJSON.role(row.holding).merging(["id": .string(row.id)]) { _, id in id })
            })
        return .object(members)
    }

    private static func members(of account: AccountListing) -> [String: JSON] {
        [
            "id": .string(account.id), "login": .string(account.login), "name": .string(account.name),
            "isEnrolled": .boolean(account.isEnrolled), "hasSecondFactor": .boolean(account.hasSecondFactor),
        ]
    }
}
