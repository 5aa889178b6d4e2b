import HTML
import Operations
import Program

/// The way in for the team.
enum SignInPages {
    static func signIn(_ visit: AgencyVisit, _ refused: Refusal? = nil) -> HTML {
        let agency = visit.agency
        // There is no session whose token it could carry; that it comes from our own page, the browser says.
        let form = Form(
            to: SignInAddresses.signIn.link(visit.slug), token: "", typed: refused.map { _ in visit.visit.form.values })
        return page(
            "Sign in", in: Shells.agency(agency, visit.site), lead: "For the team of \(agency.name).",
            back: Crumb(agency.policy.terms.programme, StartAddresses.agency.link(visit.slug)),
            main: """
                \(refused.map(said))
                \(form.html(
                    SignInActs.input.html(form, agency.policy, Filled()), actions: button("Sign in")))
                \(section(
                    "Not signed in before, or passphrase lost?",
                    cards([
                        linkCard(
                            "First time here", detail: "With the one-time code you were given",
                            to: SignInAddresses.enrolment.link(visit.slug), icon: .add),
                        linkCard(
                            "Passphrase lost", detail: "With your printed recovery code",
                            to: SignInAddresses.recovery.link(visit.slug), icon: .lock),
                    ])))
                """)
    }

    /// Why nobody was signed in: about the attempt as a whole, so that it does not say what was wrong.
    private static func said(_ refused: Refusal) -> HTML {
        refused.problems.map { refusal($0.message) }.joined()
    }
}
