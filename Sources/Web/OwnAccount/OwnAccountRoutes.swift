import HTML
import Operations
import Program

enum OwnAccountAddresses {
    static let account = FixedAddress("account")
    static let passphrase = FixedAddress("account/passphrase")
    /// The new recovery code: made there, and shown there this once.
    static let recoveryCode = FixedAddress("account/recovery-code")
    static let secondFactor = FixedAddress("account/second-factor")
    static let sessions = FixedAddress("account/sessions")
    static let endOfSessions = FixedAddress("account/sessions/end")
    static let signOut = FixedAddress("sign-out")
}

extension Routes {
    static let ownAccount: [Route] =
        [
            .staff(.get, OwnAccountAddresses.account, for: .signedIn) { visit in
                .page(OwnAccountPages.account(visit, after: visit.change()))
            },
            .staff(.get, OwnAccountAddresses.passphrase, for: .signedIn) { visit in
                .page(OwnAccountPages.passphrase(visit))
            },
            .staff(.get, OwnAccountAddresses.recoveryCode, for: .signedIn) { visit in
                guard let code = visit.visit.shownRecoveryCode else { return .see(OwnAccountAddresses.account.link()) }
                return .page(OwnAccountPages.recoveryCode(code, visit))
            },
            .staff(.get, OwnAccountAddresses.secondFactor, for: .signedIn) { visit in
                .page(OwnAccountPages.secondFactor(visit))
            },
            .read(
                "readOwnAccount", "Whose session this is, and what their roles let them do today.",
                at: OwnAccountAddresses.account, for: .signedIn, "Your account.", account
            ) { $0.staff },
        ] + OwnAccountActs.routes

    private static let account = Shape<Staff>(
        .words("login", \.login), .words("name", \.name),
        .words("agency", about: "The agency's name in addresses.", \.agency.slug),
        .flag("hasSecondFactor", \.hasSecondFactor), .day("today", about: "The agency's day.", \.today),
        .list("roles", of: HoldingRows.shape, \.holdings),
        .texts("powers", each: .choice(Power.allCases.map(\.rawValue))) { $0.powers.map(\.rawValue).sorted() })
}

/// What was just changed, for the page that comes next to say it.
enum OwnAccountChange: String, Sendable {
    case passphraseChanged = "passphrase"
    case secondFactorSet = "second-factor"
    case agencySignInLinked = "agency-sign-in"
    case agencySignInUnlinked = "no-agency-sign-in"

    var announcement: HTML {
        switch self {
        case .passphraseChanged:
            justDone("Passphrase changed", "<p>Sessions on your other devices have ended.</p>")
        case .secondFactorSet:
            justDone("Second factor set up", "<p>From now on you sign in with passphrase and digits.</p>")
        case .agencySignInLinked:
            justDone(
                "Your agency's sign-in is linked",
                "<p>From now on it can follow your passphrase. Sessions on your other devices have ended.</p>")
        case .agencySignInUnlinked:
            justDone("Your agency's sign-in is unlinked", "<p>It lets you in here no more.</p>")
        }
    }
}
