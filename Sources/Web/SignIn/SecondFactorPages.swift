import HTML
import Operations
import Program
import Sealing

/// Six digits of an authenticator app, after the passphrase.
enum SecondFactorPages {
    static func proof(_ visit: StaffVisit, _ refusal: Refusal? = nil) -> HTML {
        let form = visit.form(to: SignInAddresses.secondFactor.link(), problems: refusal)
        return page(
            "One more step", in: Shells.staff(visit), lead: "Your passphrase was right. Now your second factor.",
            main: """
                \(form.html(
                    form.oneTimeCode("digits", "Six digits", hint: "From your authenticator app."),
                    actions: button("Sign in")))
                \(prose(
                    "<p><a\(href: SignInAddresses.secondFactorRecovery.link())>Phone lost? Use your printed recovery code</a></p>"))
                """)
    }

    /// The phone is lost: the printed code stands in for it.
    static func recovery(_ visit: StaffVisit, _ refusal: Refusal? = nil) -> HTML {
        let form = visit.form(
            to: SignInAddresses.secondFactorRecovery.link(), typed: refusal == nil ? nil : visit.form, problems: refusal
        )
        return page(
            "Phone lost", in: Shells.staff(visit),
            lead: "Your printed recovery code stands in for the phone. Then you set up another one.",
            back: Crumb("One more step", SignInAddresses.secondFactor.link()),
            main: """
                \(form.html(
                    form.text(
                        "code", "Recovery code", kind: .code,
                        hint: "From your print-out. It works once; you get a new one.", maxLength: 80),
                    actions: button("Clear my second factor")))
                \(prose("<p>Your other sessions end, the one on the lost phone too.</p>"))
                \(CodePages.everythingLost)
                """)
    }

    /// The second factor is cleared: the new recovery code, then a new second factor.
    static func recovered(_ code: RecoveryCode, _ visit: StaffVisit) -> HTML {
        page(
            "Your second factor is cleared", in: Shells.staff(visit),
            lead: "Keep your new recovery code, then set up your new phone.",
            main: """
                \(CodePages.recoveryCodeWords(code))
                \(actions(linkButton("Go on to the second factor", to: SignInAddresses.setUp.link(), style: .primary)))
                """)
    }

    static func setUp(_ offer: TOTPOffer, _ visit: StaffVisit, _ refusal: Refusal? = nil) -> HTML {
        page(
            "Set up your second factor", in: Shells.staff(visit),
            lead: "Your role asks for more than a passphrase. This takes two minutes, once.",
            main: steps(offer, to: SignInAddresses.setUp.link(), visit, refusal))
    }

    /// From the app to the first digits.
    static func steps(_ offer: TOTPOffer, to place: Link, _ visit: StaffVisit, _ refusal: Refusal?) -> HTML {
        let staff = visit.staff
        let form = visit.form(to: place, problems: refusal)
        let uri = offer.secret.uri(issuer: staff.agency.name, login: staff.login)
        return """
            \(section(
                "1. Open an authenticator app on your phone",
                prose("<p>Any app that shows six digits for half a minute will do. Choose to add an account by key.</p>")))
            \(section(
                "2. Give it this key",
                """
                \(codeLine("Key", offer.groups))
                <details class="confirm"><summary class="button button-quiet">As an address, for apps that take one</summary>
                <div class="confirm-inside">\(codeLine("Address", uri))</div></details>
                """))
            \(section(
                "3. Type the digits it shows",
                form.html(
                    """
                    \(hidden("secret", offer.secret.base32))
                    \(form.oneTimeCode("digits", "Six digits"))
                    \(staff.owesSecondFactor
                        ? nil : form.passphrase("present", "Present passphrase", kind: .current))
                    """, actions: button("Set up"))))
            """
    }
}
