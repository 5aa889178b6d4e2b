import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// A new passphrase by a code from paper. Whoever comes has no session yet, and each sending is an attempt that counts.
enum CodeActs {
    /// The first visit of an account's owner.
    static let enrol = Act(
        "enrol", "Choose the first passphrase of an account with its enrolment code.",
        at: SignInAddresses.enrolment, interface: SignInAddresses.enrolments,
        for: .everyone,
        taking: attempt("One-time code", hint: "You were given it in person. It works once, for seven days."),
        then: .told("Enrolled.", status: .created, enrolled), others: [.busy],
        see: { _, agency in SignInAddresses.enrolled.link(agency) }, handing: { $0.recoveryCode.text },
        refused: { visit, refused, _ in .again(CodePages.enrolment(visit, refused)) },
        perform: { visit, attempt, _ in
            try await visit.programmes.enrol(
                agency: visit.agency, login: attempt.login, code: attempt.code, passphrase: attempt.passphrase)
        })

    /// For an owner who kept the recovery code.
    static let recover = Act(
        "recover", "Set a new passphrase with the recovery code. Every session of the account ends.",
        at: SignInAddresses.recovery, interface: SignInAddresses.recoveries,
        for: .everyone,
        taking: attempt("Recovery code", hint: "From your print-out. It works once; you get a new one."),
        then: .told("Recovered.", status: .created, enrolled), others: [.busy],
        see: { _, agency in SignInAddresses.recovered.link(agency) }, handing: { $0.recoveryCode.text },
        refused: { visit, refused, _ in .again(CodePages.recovery(visit, refused)) },
        perform: { visit, attempt, _ in
            try await visit.programmes.recover(
                agency: visit.agency, login: attempt.login, code: attempt.code, passphrase: attempt.passphrase)
        })

    struct Attempt: Sendable {
        let login: String
        let code: String
        let passphrase: String
    }

    private static func attempt(_ label: String, hint: String) -> Input<Attempt> {
        Input(
            .text("login", "Login", longest: 200, kind: .userName),
            .text("code", label, longest: 200, kind: .code, FieldWords(hint: hint)),
            .newPassphrase(about: "The new passphrase."), .passphraseAgain
        ) { login, code, passphrase, again throws(Refusal) in
            Attempt(login: login, code: code, passphrase: try passphrase.confirmed(by: again))
        }
    }

    private static let enrolled = Shape<Enrolled>(
        .words("recoveryCode", about: "The new recovery code. It is shown this once.", \.recoveryCode.text))
}

extension Routes {
    static let passphraseByCode: [Route] = pagesOfCodes + CodeActs.enrol.routes + CodeActs.recover.routes

    private static let pagesOfCodes: [Route] = [
        .open(.get, in: SignInAddresses.enrolment) { visit in .page(CodePages.enrolment(visit)) },
        .open(.get, in: SignInAddresses.enrolled) { visit in CodePages.answer("Your account is ready", visit) },
        .open(.get, in: SignInAddresses.recovery) { visit in .page(CodePages.recovery(visit)) },
        .open(.get, in: SignInAddresses.recovered) { visit in CodePages.answer("Your passphrase is changed", visit) },
    ]
}
