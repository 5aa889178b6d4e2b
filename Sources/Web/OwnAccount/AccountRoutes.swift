import HTML
import Operations
import Program

enum AccountAddresses {
    static let account = FixedAddress("account")
    static let passphrase = FixedAddress("account/passphrase")
    static let recoveryCode = FixedAddress("account/recovery-code")
    static let secondFactor = FixedAddress("account/second-factor")
    static let endOfSessions = FixedAddress("account/sessions/end")
    static let signOut = FixedAddress("sign-out")
}

extension Routes {
    static let account: [Route] = [
        .staff(.get, AccountAddresses.account, for: .signedIn) { visit in
            let change = visit.visit.query("after").flatMap { AccountChange(rawValue: $0) }
            return .page(AccountPages.account(visit, after: change))
        },
        .staff(.get, AccountAddresses.passphrase, for: .signedIn) { visit in .page(AccountPages.passphrase(visit)) },
        .staff(.post, AccountAddresses.passphrase, for: .signedIn, AccountActs.changePassphrase),
        .staff(.post, AccountAddresses.recoveryCode, for: .signedIn, AccountActs.renewRecoveryCode),
        .staff(.get, AccountAddresses.secondFactor, for: .signedIn) { visit in
            .page(AccountPages.secondFactor(TOTPOffer(), visit))
        },
        .staff(.post, AccountAddresses.secondFactor, for: .signedIn, SecondFactorActs.replace),
        .staff(.post, AccountAddresses.endOfSessions, for: .signedIn, AccountActs.signOutEverywhere),
        .staff(.post, AccountAddresses.signOut, for: .anySession, AccountActs.signOut),
    ]
}

/// What was just changed, for the page that comes next to say it.
enum AccountChange: String, Sendable {
    case passphraseChanged = "passphrase"
    case secondFactorSet = "second-factor"

    var announcement: HTML {
        switch self {
        case .passphraseChanged:
            callout(
                "Passphrase changed", tone: .good, announced: true, "<p>Sessions on your other devices have ended.</p>")
        case .secondFactorSet:
            callout(
                "Second factor set up", tone: .good, announced: true,
                "<p>From now on you sign in with passphrase and digits.</p>")
        }
    }
}
