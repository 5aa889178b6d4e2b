import HTML
import Operations
import Sealing

/// Six digits of an authenticator app, after the passphrase.
enum SecondFactorPages {
    static func proof(_ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        page(
            "One more step", in: Shells.staff(visit), lead: "Your passphrase was right. Now your second factor.",
            main: """
                \(visit.staff.isLinked ? byAgency(visit) : nil)
                \(visit.staff.hasApp ? SecondFactorActs.prove.form(visit, refused: refused, button: "Sign in") : nil)
                \(prose(
                    "<p><a\(href: SignInAddresses.secondFactorRecovery.link())>Phone lost? Use your printed recovery code</a></p>"))
                """)
    }

    /// The agency's own sign-in, for whom it is linked with.
    private static func byAgency(_ visit: StaffVisit) -> HTML {
        guard let way = AgencySignInPages.way(visit, "Go to your agency's sign-in") else {
            return callout(
                "Your agency's sign-in is not set up here any more", tone: .warning,
                visit.staff.hasApp
                    ? "<p>Use the digits of your app.</p>"
                    : "<p>Use your printed recovery code, then set up an app.</p>")
        }
        return actions(way)
    }

    /// The phone is lost: the printed code stands in for it.
    static func recovery(_ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        page(
            "Phone lost", in: Shells.staff(visit),
            lead: "Your printed recovery code stands in for the phone. Then you set up another one.",
            back: Crumb("One more step", SignInAddresses.secondFactor.link()),
            main: """
                \(SecondFactorActs.clear.form(visit, refused: refused, button: "Clear my second factor"))
                \(prose("<p>Your other sessions end, the one on the lost phone too.</p>"))
                \(CodePages.everythingLost)
                """)
    }

    /// The second factor is cleared: the new recovery code, then a new second factor.
    static func cleared(_ code: String, _ visit: StaffVisit) -> HTML {
        page(
            "Your second factor is cleared", in: Shells.staff(visit),
            lead: "Keep your new recovery code, then set up your new phone.",
            main: """
                \(CodePages.recoveryCodeWords(code))
                \(actions(linkButton("Go on to the second factor", to: SignInAddresses.setUp.link(), style: .primary)))
                """)
    }

    static func setUp(_ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        page(
            "Set up your second factor", in: Shells.staff(visit),
            lead: "Your role asks for more than a passphrase. This takes two minutes, once.",
            main: """
                \(AgencySignInPages.way(visit, "Go to your agency's sign-in").map(byAgencyInstead))
                \(steps(visit) { filled in
                    SecondFactorActs.setUp.form(visit, filled: filled, refused: refused, button: "Set up")
                })
                """)
    }

    private static func byAgencyInstead(_ way: HTML) -> HTML {
        section(
            "By your agency's sign-in", lead: "The one that you use at work. Or set up an app, below.",
            "\(actions(way))\(AgencySignInPages.whatItLearns)")
    }

    /// From the app to the first digits. The key that a form brought back is offered again, for the app has it by now.
    ///
    /// - Parameter form: the form that sends the digits.
    static func steps(_ visit: StaffVisit, form: (Filled) -> HTML) -> HTML {
        let secret = TOTPSecret(base32: visit.form["secret"]) ?? TOTPSecret()
        let uri = secret.uri(issuer: visit.agency.name, login: visit.staff.login)
        return """
            \(section(
                "1. Open an authenticator app on your phone",
                prose("<p>Any app that shows six digits for half a minute will do. Choose to add an account by key.</p>")))
            \(section(
                "2. Give it this key",
                """
                \(codeLine("Key", secret.base32.inGroups(of: 4)))
                <details class="confirm"><summary class="button button-quiet">As an address, for apps that take one</summary>
                <div class="confirm-inside">\(codeLine("Address", uri))</div></details>
                """))
            \(section("3. Type the digits it shows", form(Filled(first: ["secret": secret.base32]))))
            """
    }
}
