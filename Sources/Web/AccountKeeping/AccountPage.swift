import HTML
import Operations
import Program
import Sealing
import Store

extension AccountsPages {
    /// One account with its roles, and what can be done about them.
    static func account(
        _ view: AccountView, _ suspended: SuspendedMember?, _ visit: StaffVisit, after change: KeeperChange? = nil,
        refused: RefusedAct? = nil
    ) -> HTML {
        page(
            view.listing.name, in: Shells.staff(visit), back: back,
            announcement: change?.announcement ?? refusedButton(refused), width: .wide,
            main: """
                \(facts([
                    ("Login", HTML(text: view.listing.login)), ("Passphrase", enrolment(of: view.listing)),
                    ("Second factor", secondFactor(of: view.listing)),
                ]))
                \(view.listing.isEnrolled || !visit.keepsAccounts
                    ? nil : section("Waits for its owner", newCode(view, visit)))
                \(section("Roles", roles(view, visit)))
                \(section("Give a role", roleForm(view, visit, refused)))
                \(SuspensionPages.part(view, suspended, visit))
                \(visit.keepsAccounts ? everyDevice(view, visit) : nil)
                \(visit.keepsAccounts && view.listing.isEnrolled ? startOver(view, visit) : nil)
                """)
    }

    private static func refusedButton(_ refused: RefusedAct?) -> HTML? {
        guard let refused, case .other = refused.kind else { return nil }
        return refused.refusal.problems.map { refusal($0.message, clause: $0.clauses.first?.text) }.joined()
    }

    private static func roles(_ view: AccountView, _ visit: StaffVisit) -> HTML {
        guard !view.holdings.isEmpty else {
            return emptyState("No role yet", "Without a role an account can do nothing but sign in.")
        }
        let staff = visit.staff
        let table = dataTable(
            "Held, over and to come", columns: HoldingRows.columns,
            rows: view.holdings.map { HoldingRows.cells(of: $0.holding, under: staff.policy, on: staff.today) })
        let appointed = visit.appointedRoles.map(\.id)
        let open = view.holdings.filter {
            !$0.holding.hasEnded(by: staff.today) && appointed.contains($0.holding.role)
        }
        return table + open.map { ending(of: $0, view, visit) }.joined()
    }

    private static func ending(of row: HoldingRow, _ view: AccountView, _ visit: StaffVisit) -> HTML {
        let title = HoldingRows.title(of: row.holding, under: visit.pack)
        let place = AccountsAddresses.endOfRole.link(PathID(view.listing.id), PathID(row.id))
        return confirmation(
            "End: \(title)",
            """
            <p>It ends today, and every session of \(view.listing.name) with it.</p>
            \(buttonForm("End this role", to: place, token: visit.formToken, style: .danger))
            """)
    }

    private static func roleForm(_ view: AccountView, _ visit: StaffVisit, _ refused: RefusedAct?) -> HTML {
        var problems: Refusal?
        if let refused, case .givingRole = refused.kind { problems = refused.refusal }
        let form = visit.form(
            to: AccountsAddresses.roles.link(PathID(view.listing.id)), typed: problems == nil ? nil : visit.form,
            problems: problems)
        let roles = visit.appointedRoles
        return form.html(
            """
            \(form.select(
                "role", "Role", roles.map { FieldOption($0.id.text, $0.title) }, prompt: "Choose a role",
                hint: appointing(visit.pack)))
            \(area(in: form, visit.pack))
            \(form.text(
                "startsOn", "Starts on", kind: .code, first: visit.staff.today.text,
                hint: "Year, month and day, such as 2026-11-20.", maxLength: 10))
            \(form.text(
                "until", "Until", kind: .code, hint: "The first day without the role. Leave it empty for no end.",
                isOptional: true, maxLength: 10))
            """, actions: button("Give role"))
    }

    /// Who alone appoints to which role, where the pack says so.
    private static func appointing(_ policy: PolicyPack) -> String? {
        let sentences = policy.roles.compactMap { role -> String? in
            guard let title = role.appointedBy.flatMap({ policy.role($0)?.title }) else { return nil }
            return "Only the \(title) appoints a \(role.title)."
        }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }

    private static func area(in form: Form, _ policy: PolicyPack) -> HTML? {
        let titles = policy.roles.filter(\.hasArea).map(\.title)
        guard !titles.isEmpty else { return nil }
        return form.text(
            "area", "Area", hint: "For \(titles.joined(separator: ", ")): the part of the agency to look after.",
            isOptional: true, maxLength: SentRole.longestArea)
    }

    private static func newCode(_ view: AccountView, _ visit: StaffVisit) -> HTML {
        confirmation(
            "New one-time code",
            """
            <p>For an owner who lost the code or came after its seven days. The one before stops working.</p>
            \(buttonForm(
                "Make a new code", to: AccountsAddresses.enrolmentCode.link(PathID(view.listing.id)),
                token: visit.formToken, style: .primary))
            """)
    }

    private static func everyDevice(_ view: AccountView, _ visit: StaffVisit) -> HTML {
        section(
            "Every device", lead: "When a phone is lost, end what is open on it.",
            confirmation("End all sessions", style: .danger, endSessions(view, visit)))
    }

    private static func endSessions(_ view: AccountView, _ visit: StaffVisit) -> HTML {
        """
        <p>\(view.listing.name) has to sign in again everywhere.</p>
        \(buttonForm(
            "End all sessions", to: AccountsAddresses.endOfSessions.link(PathID(view.listing.id)),
            token: visit.formToken, style: .danger))
        """
    }
}

extension StaffVisit {
    var keepsAccounts: Bool { staff.powers.contains(.manageAccounts) }

    /// The roles that this visitor may give and end.
    var appointedRoles: [RoleRule] { pack.rolesAppointed(by: .staff(staff.holdings), on: staff.today) }
}
