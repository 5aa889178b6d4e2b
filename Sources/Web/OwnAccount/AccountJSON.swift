import HTTPTypes
import Operations
import Program
import Sealing

enum AccountInterfaceAddresses {
    static let account = FixedAddress("api/v1/account")
    static let passphrase = FixedAddress("api/v1/account/passphrase")
    static let recoveryCode = FixedAddress("api/v1/account/recovery-code")
    static let sessions = FixedAddress("api/v1/account/sessions")
}

extension Routes {
    static let accountInterface: [Route] = [
        .api(.get, AccountInterfaceAddresses.account, for: .signedIn, AccountEndpoints.read) { call in
            .success(.json(AccountJSON.account(call.staff)))
        },
        .api(.put, AccountInterfaceAddresses.passphrase, for: .signedIn, AccountEndpoints.changePassphrase) { call in
            try await call.programmes.changePassphrase(
                call.staff, present: call.text("present"), new: call.text("passphrase")
            ).map { .done }
        },
        .api(
            .post, AccountInterfaceAddresses.recoveryCode, for: .signedIn, AccountEndpoints.renewRecoveryCode
        ) { call in
            try await call.programmes.renewRecoveryCode(call.staff, present: call.text("present")).map {
                .json(["recoveryCode": .string($0.text)], status: .created)
            }
        },
        .api(.delete, AccountInterfaceAddresses.sessions, for: .signedIn, AccountEndpoints.signOutEverywhere) { call in
            try await call.programmes.signOutEverywhere(call.staff)
            return .success(.done)
        },
    ]
}

enum AccountEndpoints {
    static let read = Endpoint(
        "readOwnAccount", "Whose session this is, and what their roles let them do today.",
        success: .ok("Your account.") { _ in
            .object([
                Schema.Property("login", .words), Schema.Property("name", .words),
                Schema.Property("agency", .words, about: "The agency's name in addresses."),
                Schema.Property("hasSecondFactor", .boolean),
                Schema.Property("today", .day, about: "The agency's day."),
                Schema.Property("roles", .list(of: heldRole.schema)),
                Schema.Property("powers", .list(of: .choice(Power.allCases.map(\.rawValue)))),
            ])
        }, mayRefuse: false)

    static let changePassphrase = Endpoint(
        "changePassphrase", "Change your passphrase. Your sessions on other devices end.",
        body: { _ in
            .object([
                Schema.Property("present", .passphrase, about: "The present passphrase."),
                Schema.Property("passphrase", .passphrase, about: "The new one."),
            ])
        }, success: .done("Changed."), others: [.busy])

    static let renewRecoveryCode = Endpoint(
        "renewRecoveryCode", "Get a new recovery code; the one before opens nothing any more.",
        body: { _ in .object([Schema.Property("present", .passphrase, about: "The present passphrase.")]) },
        success: .created(
            "The code. It is shown this once.", .object([Schema.Property("recoveryCode", .words)])), others: [.busy])

    static let signOutEverywhere = Endpoint(
        "signOutEverywhere", "End every session of your account, this one too.", success: .done("Ended."),
        mayRefuse: false)

    /// A role someone holds, has held or will hold.
    static let heldRole = Shape<Holding>(
        .words("role", \.role.text), .words(maybe: "area", \.area), .day("startsOn", \.startsOn),
        .day(maybe: "until", about: "The first day on which it is no longer held.", \.until))
}

enum AccountJSON {
    static func account(_ staff: Staff) -> JSON {
        [
            "login": .string(staff.login), "name": .string(staff.name), "agency": .string(staff.agency.slug),
            "hasSecondFactor": .boolean(staff.hasSecondFactor), "today": .string(staff.today.text),
            "roles": .array(staff.holdings.map { AccountEndpoints.heldRole.json($0) }),
            "powers": .array(staff.powers.map(\.rawValue).sorted().map { .string($0) }),
        ]
    }
}
