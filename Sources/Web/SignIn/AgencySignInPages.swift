import HTML
import Operations
import Program

/// To the agency's own sign-in and back.
enum AgencySignInPages {
    /// The way there, where the agency has one that is of use to them.
    static func way(_ visit: StaffVisit, _ label: String) -> HTML? {
        visit.programmes.hasSignIn(visit.agency)
            ? AgencySignInActs.begin.asButton(label, visit, style: .primary) : nil
    }

    /// What whoever uses it should know first.
    static let whatItLearns = prose(
        """
        <p>It learns that you sign in here, and when. It learns nothing of what you do here, and cannot open what is sealed to you: \
        that still takes your passphrase.</p>
        """)

    /// From which page somebody goes there.
    static func before(_ visit: StaffVisit) -> FixedAddress {
        guard visit.staff.owesSecondFactor else { return OwnAccountAddresses.account }
        return visit.staff.hasSecondFactor ? SignInAddresses.secondFactor : SignInAddresses.setUp
    }

    static func leaving(_ visit: StaffVisit, to link: Link) -> HTML {
        page(
            "To your agency's sign-in", in: Shells.staff(visit), lead: "You are on your way there.", back: crumb(visit),
            main: """
                \(actions(linkButton("Go on to your agency's sign-in", to: link, style: .primary)))
                \(whatItLearns)
                """)
    }

    /// Back, with an answer or without.
    static func returned(_ visit: StaffVisit) -> HTML {
        guard let code = visit.visit.query("code"), let state = visit.visit.query("state") else {
            return nothingCame(visit, nil)
        }
        let owes = visit.staff.owesSecondFactor
        return page(
            owes ? "One more step" : "Link your agency's sign-in", in: Shells.staff(visit),
            lead: "Your agency's sign-in has answered.", back: crumb(visit),
            main: actions(
                AgencySignInActs.finish.asButton(
                    owes ? "Sign in" : "Link it", visit, style: .primary, hidden: [("code", code), ("state", state)])))
    }

    /// Nothing came of it.
    static func nothingCame(_ visit: StaffVisit, _ refused: Refused?) -> HTML {
        page(
            "Your agency's sign-in", in: Shells.staff(visit), back: crumb(visit),
            main: """
                \(refused.map(\.words) ?? prose("<p>Your agency's sign-in did not say who you are. Nothing was changed.</p>"))
                \(way(visit, "Begin again").map { actions($0) })
                """)
    }

    private static func crumb(_ visit: StaffVisit) -> Crumb {
        visit.staff.owesSecondFactor
            ? Crumb("One more step", before(visit).link()) : Crumb("My account", OwnAccountAddresses.account.link())
    }
}
