import HTML
import Operations
import Program
import Sealing

/// Pages on which a code from paper opens the way to a new passphrase.
enum CodePages {
    static func enrolment(_ agency: Agency, _ visit: Visit, _ refusal: Refusal? = nil) -> HTML {
        let slug = PathID(agency.slug)
        let form = visit.openForm(to: SignInAddresses.enrolment.link(slug), typed: refusal != nil, problems: refusal)
        return codePage(
            "First time here", lead: "Choose your passphrase. Nobody else will ever know it.", form,
            codeLabel: "One-time code", codeHint: "You were given it in person. It works once, for seven days.",
            button: "Set up my account", agency, visit)
    }

    static func recovery(_ agency: Agency, _ visit: Visit, _ refusal: Refusal? = nil) -> HTML {
        let slug = PathID(agency.slug)
        let form = visit.openForm(to: SignInAddresses.recovery.link(slug), typed: refusal != nil, problems: refusal)
        return codePage(
            "Passphrase lost", lead: "Your printed recovery code lets you choose a new passphrase.", form,
            codeLabel: "Recovery code", codeHint: "From your print-out. It works once; you get a new one.",
            button: "Change my passphrase", after: everythingLost, agency, visit)
    }

    /// What is left for those who have no code either.
    static let everythingLost = prose(
        """
        <p>The recovery code lost too? Whoever keeps the accounts of your agency can start your account over.</p>
        """)

    /// The passphrase is set: the recovery code, which is never shown again.
    static func enrolled(_ enrolled: Enrolled, _ title: String, _ agency: Agency, _ visit: Visit) -> HTML {
        page(
            title, in: Shells.agency(agency, visit.site), lead: "One thing is left: keep your recovery code.",
            main: """
                \(recoveryCodeWords(enrolled.recoveryCode))
                \(actions(
                    linkButton("Go on and sign in", to: SignInAddresses.signIn.link(PathID(agency.slug)), style: .primary)))
                """)
    }

    /// A recovery code with what to do with it.
    static func recoveryCodeWords(_ code: RecoveryCode) -> HTML {
        """
        \(callout(
            "Print this page or write the code down now", tone: .warning,
            "<p>It is shown this once. Keep it on paper, away from your phone.</p>"))
        \(codeLine("Your recovery code", code.text))
        \(prose(
            """
            <p>If you ever lose your passphrase or your phone, this code lets you back in. Nobody else can make you one: \
            what is sealed to you is sealed to you alone. A recovery code you had before no longer works.</p>
            """))
        """
    }

    private static func codePage(
        _ title: String, lead: HTML, _ form: Form, codeLabel: String, codeHint: String, button label: String,
        after rest: HTML? = nil, _ agency: Agency, _ visit: Visit
    ) -> HTML {
        page(
            title, in: Shells.agency(agency, visit.site), lead: lead,
            back: Crumb("Sign in", SignInAddresses.signIn.link(PathID(agency.slug))),
            main: """
                \(form.html(
                    """
                    \(form.text("login", "Login", kind: .userName, maxLength: 60))
                    \(form.text("code", codeLabel, kind: .code, hint: codeHint, maxLength: 80))
                    \(newPassphrase(in: form))
                    """, actions: button(label)))
                \(rest)
                """)
    }

    /// A new passphrase, twice.
    static func newPassphrase(in form: Form) -> HTML {
        """
        \(form.passphrase(
            "passphrase", "New passphrase", kind: .new,
            hint: "At least \(PassphraseRefusal.minimumCount) characters. Several unrelated words are good."))
        \(form.passphrase("again", "New passphrase again", kind: .new))
        """
    }
}
