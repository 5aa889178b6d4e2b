import HTML
import Operations
import Program
import Sealing

/// What people see of their own account.
enum AccountPages {
    static func account(
        _ visit: StaffVisit, after change: AccountChange? = nil, refused: Refusal? = nil
    ) -> HTML {
        let staff = visit.staff
        return page(
            "My account", in: Shells.staff(visit, at: AccountAddresses.account),
            announcement: change?.announcement ?? refused.map(refusals),
            main: """
                \(facts([
                    ("Name", HTML(text: staff.name)), ("Login", HTML(text: staff.login)),
                    ("Second factor", secondFactorState(staff)),
                ]))
                \(section("Roles", roles(of: staff)))
                \(section(
                    "How you are reached",
                    linkCard(
                        ReachPages.title, detail: "By text, call, e-mail or notification, in your order",
                        to: ReachAddresses.reach.link(), icon: .phone)))
                \(section("Passphrase and second factor", protections(visit)))
                \(section(
                    "Every device", lead: "If a phone or a computer is lost, end its session from here.",
                    confirmation("Sign out everywhere", style: .danger, everywhere(visit))))
                """)
    }

    private static func refusals(_ refused: Refusal) -> HTML {
        refused.problems.map { refusal($0.message, clause: $0.clauses.first?.text) }.joined()
    }

    static func passphrase(_ visit: StaffVisit, _ refusal: Refusal? = nil) -> HTML {
        let form = visit.form(to: AccountAddresses.passphrase.link(), problems: refusal)
        return page(
            "Change passphrase", in: Shells.staff(visit), lead: "Sessions on your other devices end with it.",
            back: back,
            main: form.html(
                """
                \(form.passphrase("present", "Present passphrase", kind: .current))
                \(CodePages.newPassphrase(in: form))
                """, actions: button("Change passphrase")))
    }

    static func recoveryCode(_ code: RecoveryCode, _ visit: StaffVisit) -> HTML {
        page(
            "Your new recovery code", in: Shells.staff(visit), back: back, main: CodePages.recoveryCodeWords(code))
    }

    static func secondFactor(_ offer: TOTPOffer, _ visit: StaffVisit, _ refusal: Refusal? = nil) -> HTML {
        page(
            visit.staff.hasSecondFactor ? "Change your second factor" : "Set up a second factor",
            in: Shells.staff(visit),
            lead: visit.staff.hasSecondFactor
                ? "For a new phone or app. The digits of the one before no longer count then."
                : "Whoever learns your passphrase still cannot sign in without your phone.",
            back: back,
            main: SecondFactorPages.steps(offer, to: AccountAddresses.secondFactor.link(), visit, refusal))
    }

    private static let back = Crumb("My account", AccountAddresses.account.link())

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

    private static func protections(_ visit: StaffVisit) -> HTML {
        let staff = visit.staff
        return """
            \(cards([
                linkCard(
                    "Change passphrase", detail: "You need the present one", to: AccountAddresses.passphrase.link(),
                    icon: .lock),
                linkCard(
                    staff.hasSecondFactor ? "Change second factor" : "Set up a second factor",
                    detail: staff.hasSecondFactor ? "For a new phone or app" : "Six digits of an app on your phone",
                    to: AccountAddresses.secondFactor.link(), icon: .phone),
            ]))
            \(confirmation("New recovery code", newRecoveryCode(visit)))
            """
    }

    private static func newRecoveryCode(_ visit: StaffVisit) -> HTML {
        let form = visit.form(to: AccountAddresses.recoveryCode.link())
        return """
            <p>You get a new code to print, for the day you lose your passphrase or your phone. The one you have stops working.</p>
            \(form.html(
            form.passphrase("present", "Present passphrase", kind: .current),
            actions: button("Make a new recovery code")))
            """
    }

    private static func everywhere(_ visit: StaffVisit) -> HTML {
        """
        <p>Every session of your account ends, this one too.</p>
        \(buttonForm(
            "Sign out everywhere", to: AccountAddresses.endOfSessions.link(), token: visit.formToken,
            style: .danger))
        """
    }
}
