import HTML
import Operations
import Program

enum AccountPlaces {
    static let account = Place("account")
    static let passphrase = Place("account", "passphrase")
    static let recoveryCode = Place("account", "recovery-code")
    static let secondFactor = Place("account", "second-factor")
    static let endOfSessions = Place("account", "sessions", "end")
    static let signOut = Place("sign-out")
}

extension Routes {
    static let account: [Route] = [
        .staff(.get, AccountPlaces.account, for: .signedIn) { visit in
            let change = visit.visit.query("after").flatMap { AccountChange(rawValue: $0) }
            return .page(AccountPages.account(visit, after: change))
        },
        .staff(.get, AccountPlaces.passphrase, for: .signedIn) { visit in .page(AccountPages.passphrase(visit)) },
        .staff(.post, AccountPlaces.passphrase, for: .signedIn, AccountActs.changePassphrase),
        .staff(.post, AccountPlaces.recoveryCode, for: .signedIn, AccountActs.renewRecoveryCode),
        .staff(.get, AccountPlaces.secondFactor, for: .signedIn) { visit in
            .page(AccountPages.secondFactor(TOTPOffer(), visit))
        },
        .staff(.post, AccountPlaces.secondFactor, for: .signedIn, SecondFactorActs.replace),
        .staff(.post, AccountPlaces.endOfSessions, for: .signedIn, AccountActs.signOutEverywhere),
        .staff(.post, AccountPlaces.signOut, for: .anySession, AccountActs.signOut),
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

extension Place {
    func link(after change: AccountChange) -> Link { link(query: ("after", change.rawValue)) }
}
