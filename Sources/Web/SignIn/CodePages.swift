import HTML
import Operations
import Sealing

/// Pages on which a code from paper opens the way to a new passphrase.
enum CodePages {
    static func enrolment(_ visit: AgencyVisit, _ refused: Refused? = nil) -> HTML {
        codePage(
            "First time here", lead: "Choose your passphrase. Nobody else will ever know it.",
            CodeActs.enrol.form(visit, visit.slug, refused: refused, button: "Set up my account"), visit)
    }

    static func recovery(_ visit: AgencyVisit, _ refused: Refused? = nil) -> HTML {
        let form = CodeActs.recover.form(visit, visit.slug, refused: refused, button: "Change my passphrase")
        return codePage(
            "Passphrase lost", lead: "Your printed recovery code lets you choose a new passphrase.",
            "\(form)\(everythingLost)", visit)
    }

    /// What is left for those who have no code either.
    static let everythingLost = prose(
        """
        <p>The recovery code lost too? Whoever keeps the accounts of your agency can start your account over.</p>
        """)

    /// The passphrase is set: the recovery code, which is never shown again.
    static func answer(_ title: String, _ visit: AgencyVisit) -> Answer {
        let signIn = SignInAddresses.signIn.link(visit.slug)
        guard let code = visit.visit.shownRecoveryCode else { return .see(signIn) }
        return .page(
            page(
                title, in: Shells.agency(visit.agency, visit.site), lead: "One thing is left: keep your recovery code.",
                main: """
                    \(recoveryCodeWords(code))
                    \(actions(linkButton("Go on and sign in", to: signIn, style: .primary)))
                    """))
    }

    /// A recovery code with what to do with it.
    static func recoveryCodeWords(_ code: String) -> HTML {
        """
        \(callout(
            "Print this page or write the code down now", tone: .warning,
            "<p>It is shown this once. Keep it on paper, away from your phone.</p>"))
        \(codeLine("Your recovery code", code))
        \(prose(
            """
            <p>If you ever lose your passphrase or your phone, this code lets you back in. Nobody else can make you one: \
            what is sealed to you is sealed to you alone. A recovery code you had before no longer works.</p>
            """))
        """
    }

    private static func codePage(_ title: String, lead: HTML, _ main: HTML, _ visit: AgencyVisit) -> HTML {
        page(
            title, in: Shells.agency(visit.agency, visit.site), lead: lead,
            back: Crumb("Sign in", SignInAddresses.signIn.link(visit.slug)), main: main)
    }
}

extension Visit {
    /// The recovery code that an act just before left for this page.
    var shownRecoveryCode: String? {
        guard let text = shownOnce, case .code(let code) = RecoveryCode.read(text) else { return nil }
        return code.text
    }
}

extension AgencyVisit {
    /// The agency's name in addresses.
    var slug: PathID { PathID(agency.slug) }
}
