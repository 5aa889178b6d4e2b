import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// What is done about the second factor. Each sending is an attempt that counts.
enum SecondFactorActs {
    /// The digits of the authenticator finish the sign-in.
    static let prove = Act(
        "proveSecondFactor", "Finish signing in with the six digits of the authenticator app.",
        at: SignInAddresses.secondFactor, interface: SessionAddresses.secondFactor, for: .staff(.owingSecondFactor),
        taking: Input(.digits("digits", "Six digits", hint: "From your authenticator app.")),
        then: .told(
            "The session to go on with; the one before has ended.", status: .created,
            BegunSession.shape.of { BegunSession(key: $0, owesSecondFactor: false) }),
        see: { _ in HomeAddresses.home.link() },
        giving: { answer, visit, session in answer.beginning(session, at: visit.site) },
        refused: { visit, refused in .again(SecondFactorPages.proof(visit, refused)) },
        perform: { visit, digits in try await visit.programmes.proveSecondFactor(visit.staff, digits: digits) })

    /// The printed recovery code stands in for a lost phone.
    static let clear = Act(
        "clearLostSecondFactor",
        """
        Clear the second factor with the printed recovery code, when the phone is lost. Other sessions end; this one still \
        owes a second factor, to be set up on the pages.
        """,
        at: SignInAddresses.secondFactorRecovery, interface: SessionAddresses.secondFactorRecovery,
        for: .staff(.owingSecondFactor),
        taking: Input(
            .text(
                "code", "Recovery code", longest: 200, kind: .code,
                FieldWords(hint: "From your print-out. It works once; you get a new one."))),
        then: .told("The new recovery code. It is shown this once.", status: .created, RecoveryCode.shape),
        see: { _ in SignInAddresses.secondFactorCleared.link() }, handing: { $0.text },
        refused: { visit, refused in .again(SecondFactorPages.recovery(visit, refused)) },
        perform: { visit, code in try await visit.programmes.clearSecondFactor(visit.staff, code: code) })

    /// The first second factor of someone whose roles ask for one.
    static let setUp = Act(
        "setUpSecondFactor", "Set up the second factor that a role asks for.", at: SignInAddresses.setUp,
        for: .staff(.owingSecondFactor),
        taking: Input(secret, .digits("digits", "Six digits")) { Attempt(secret: $0, digits: $1, present: "") },
        then: Outcome<SessionKey>.done("Set up."),
        see: { _ in HomeAddresses.home.link() },
        giving: { answer, visit, session in answer.beginning(session, at: visit.site) },
        refused: { visit, refused in .again(SecondFactorPages.setUp(visit, refused)) },
        perform: set)

    /// A second factor of someone fully signed in: their own wish, or in place of the one before.
    static let replace = Act(
        "replaceSecondFactor", "Set up a second factor, in place of the one before where there is one.",
        at: OwnAccountAddresses.secondFactor, for: .signedIn,
        taking: Input(secret, .digits("digits", "Six digits"), .presentPassphrase()) {
            Attempt(secret: $0, digits: $1, present: $2)
        }, then: Outcome<SessionKey>.done("Set up."),
        see: { _ in OwnAccountAddresses.account.link(after: OwnAccountChange.secondFactorSet) },
        giving: { answer, visit, session in answer.beginning(session, at: visit.site) },
        refused: { visit, refused in .again(OwnAccountPages.secondFactor(visit, refused)) }, perform: set)

    struct Attempt: Sendable {
        let secret: TOTPSecret
        let digits: String
        let present: String
    }

    /// A secret offered to an authenticator app. It goes to its owner's page and comes back with the digits, which prove that the app
    /// has it; until then nothing is kept.
    private static let secret = Field<TOTPSecret>(
        name: "secret", isTyped: false, property: { _ in Schema.Property("secret", .string(maxLength: 200)) },
        control: { _, _, filled in hidden("secret", filled.first["secret"] ?? "") },
        read: { answers, _ throws(Refusal) in
            guard let secret = answers["secret"].flatMap({ TOTPSecret(base32: $0) }) else {
                throw Refusal("The key was lost on the way. Here is a new one.", field: "digits")
            }
            return secret
        })

    @Sendable
    private static func set(_ visit: StaffVisit, _ attempt: Attempt) async throws -> Result<SessionKey, Refusal> {
        try await visit.programmes.setSecondFactor(
            visit.staff, secret: attempt.secret, digits: attempt.digits, present: attempt.present)
    }
}

extension Routes {
    static let secondFactor: [Route] =
        pagesOfSecondFactor + SecondFactorActs.prove.routes + SecondFactorActs.clear.routes
        + [SecondFactorActs.setUp.onPages, SecondFactorActs.replace.onPages]

    private static let pagesOfSecondFactor: [Route] = [
        .staff(.get, SignInAddresses.secondFactor, for: .staff(.owingSecondFactor)) { visit in
            visit.staff.hasSecondFactor ? .page(SecondFactorPages.proof(visit)) : .see(SignInAddresses.setUp.link())
        },
        .staff(.get, SignInAddresses.secondFactorRecovery, for: .staff(.owingSecondFactor)) { visit in
            visit.staff.hasSecondFactor
                ? .page(SecondFactorPages.recovery(visit)) : .see(SignInAddresses.setUp.link())
        },
        .staff(.get, SignInAddresses.secondFactorCleared, for: .staff(.owingSecondFactor)) { visit in
            guard let code = visit.visit.shownRecoveryCode else { return .see(SignInAddresses.secondFactor.link()) }
            return .page(SecondFactorPages.cleared(code, visit))
        },
        .staff(.get, SignInAddresses.setUp, for: .staff(.owingSecondFactor)) { visit in
            visit.staff.hasSecondFactor
                ? .see(SignInAddresses.secondFactor.link()) : .page(SecondFactorPages.setUp(visit))
        },
    ]
}

extension RecoveryCode {
    /// As programs are told one that came new.
    static let shape = Shape<RecoveryCode>(.words("recoveryCode", \.text))
}
