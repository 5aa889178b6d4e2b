import HTML
import Operations
import Program

/// The way in for the team.
enum SignInPages {
    static func signIn(_ agency: Agency, _ visit: Visit, _ refusal: Refusal? = nil) -> HTML {
        let slug = PathID(agency.slug)
        let form = visit.openForm(to: SignInAddresses.signIn.link(slug), typed: refusal != nil)
        return page(
            "Sign in", in: Shells.agency(agency, visit.site), lead: "For the team of \(agency.name).",
            back: Crumb(agency.policy.terms.programme, StartAddresses.agency.link(slug)),
            main: """
                \(refusal.map(said))
                \(form.html(
                    """
                    \(form.text("login", "Login", kind: .userName, maxLength: 60))
                    \(form.passphrase("passphrase", "Passphrase", kind: .current))
                    """, actions: button("Sign in")))
                \(section(
                    "Not signed in before, or passphrase lost?",
                    cards([
                        linkCard(
                            "First time here", detail: "With the one-time code you were given",
                            to: SignInAddresses.enrolment.link(slug), icon: .add),
                        linkCard(
                            "Passphrase lost", detail: "With your printed recovery code",
                            to: SignInAddresses.recovery.link(slug), icon: .lock),
                    ])))
                """)
    }
}

extension SignInPages {
    /// Why nobody was signed in: about the attempt as a whole, so that it does not say what was wrong.
    private static func said(_ refused: Refusal) -> HTML {
        refused.problems.map { refusal($0.message) }.joined()
    }
}

extension Visit {
    /// A form for someone who is not signed in, showing again what was typed and what is wrong with it. There is no session
    /// whose token it could carry; that it comes from our own page, the browser says.
    func openForm(to place: Link, typed isTyped: Bool, problems: Refusal? = nil) -> Form {
        Form(
            to: place, token: "", typed: isTyped ? form.values : nil, problems: problems?.fieldProblems ?? [])
    }
}
