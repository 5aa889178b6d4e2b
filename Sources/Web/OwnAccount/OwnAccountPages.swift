import HTML
import Operations
import Program

/// What people see of their own account.
enum OwnAccountPages {
    static func account(
        _ visit: StaffVisit, after change: OwnAccountChange? = nil, refused: Refused? = nil
    ) -> HTML {
        let staff = visit.staff
        return page(
            "My account", in: Shells.staff(visit, at: OwnAccountAddresses.account),
            announcement: change?.announcement ?? refused?.announcement,
            main: """
                \(facts([
                    ("Name", HTML(text: staff.name)), ("Login", HTML(text: staff.login)),
                    ("Second factor", secondFactorState(staff)),
                ]))
                \(section("Roles", roles(of: staff)))
                \(section(
                    "How you are reached",
                    linkCard(
                        ContactMethodPages.title, detail: "By text, call, e-mail or notification, in your order",
                        to: ContactMethodAddresses.methods.link(), icon: .phone)))
                \(section("Passphrase and second factor", protections(visit, refused)))
                \(section(
                    "Every device", lead: "If a phone or a computer is lost, end its session from here.",
                    OwnAccountActs.signOutEverywhere.asConfirmation(
                        "Sign out everywhere", "<p>Every session of your account ends, this one too.</p>",
                        button: "Sign out everywhere", visit, style: .danger)))
                """)
    }

    static func passphrase(_ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        page(
            "Change passphrase", in: Shells.staff(visit), lead: "Sessions on your other devices end with it.",
            back: back, main: OwnAccountActs.changePassphrase.form(visit, refused: refused, button: "Change passphrase")
        )
    }

    static func recoveryCode(_ code: String, _ visit: StaffVisit) -> HTML {
        page(
            "Your new recovery code", in: Shells.staff(visit), back: back, main: CodePages.recoveryCodeWords(code))
    }

    static func secondFactor(_ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        let replaces = visit.staff.hasApp
        return page(
            replaces ? "Change your second factor" : "Set up a second factor", in: Shells.staff(visit),
            lead: replaces
                ? "For a new phone or app. The digits of the one before no longer count then."
                : "Whoever learns your passphrase still cannot sign in without your phone.",
            back: back,
            main: SecondFactorPages.steps(visit) { filled in
                SecondFactorActs.replace.form(visit, filled: filled, refused: refused, button: "Set up")
            })
    }

    private static let back = Crumb("My account", OwnAccountAddresses.account.link())

    private static func secondFactorState(_ staff: Staff) -> HTML {
        staff.hasSecondFactor ? badge("Set up", tone: .good) : badge("Not set up")
    }

    private static func roles(of staff: Staff) -> HTML {
        guard !staff.holdings.isEmpty else {
            return emptyState("No role yet", "Whoever keeps the accounts of your agency gives roles.")
        }
        return dataTable(
            "Held, over and to come", columns: HoldingRows.columns,
            rows: staff.holdings.map { HoldingRows.cells(of: $0, under: staff.policy, on: staff.today) })
    }

    /// The agency's own sign-in, where there is one or was one.
    private static func agencySignIn(_ visit: StaffVisit) -> HTML? {
        if visit.staff.isLinked {
            return AgencySignInActs.unlink.asConfirmation(
                "Unlink your agency's sign-in", "<p>It can follow your passphrase now. Then it no longer can.</p>",
                button: "Unlink it", visit)
        }
        guard let way = AgencySignInPages.way(visit, "Go there and link it") else { return nil }
        return confirmation(
            "Link your agency's sign-in",
            """
            <p>The one that you use at work can then follow your passphrase, in place of the digits.</p>
            \(AgencySignInPages.whatItLearns)\(way)
            """)
    }

    private static func protections(_ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let staff = visit.staff
        return """
            \(cards([
                linkCard(
                    "Change passphrase", detail: "You need the present one", to: OwnAccountAddresses.passphrase.link(),
                    icon: .lock),
                linkCard(
                    staff.hasApp ? "Change second factor" : "Set up a second factor",
                    detail: staff.hasApp ? "For a new phone or app" : "Six digits of an app on your phone",
                    to: OwnAccountAddresses.secondFactor.link(), icon: .phone),
            ]))
            \(agencySignIn(visit))
            \(confirmation(
                "New recovery code", isOpen: refused?.act == OwnAccountActs.renewRecoveryCode.id,
                """
                <p>You get a new code to print, for the day you lose your passphrase or your phone. The one you have stops working.</p>
                \(OwnAccountActs.renewRecoveryCode.form(visit, refused: refused, button: "Make a new recovery code"))
                """))
            """
    }
}
