import HTML
import Operations
import Program

/// The checks on colleagues off work, on the page of services (OCP-I.B.5).
enum CheckParts {
    /// For the one member who asks. What can be kept is one of three words.
    static func own(_ view: ServicesView, _ visit: StaffVisit, _ refused: ServicePages.RefusedAt) -> HTML? {
        guard !view.ownChecks.isEmpty, let rule = visit.pack.requests.wellBeingChecks else { return nil }
        return section(
            "How colleagues off work are",
            lead:
                """
                Nothing is kept but one of three words, and you alone read it. Declined ends it for good. \(rule.basis.notes)
                """,
            "\(view.ownChecks.map { ownCard($0, visit, refused) })")
    }

    private static func ownCard(
        _ listed: ListedOwnCheck, _ visit: StaffVisit, _ refused: ServicePages.RefusedAt
    ) -> HTML {
        card(
            listed.name ?? "A colleague", level: .third,
            badge: listed.check.isDue ? badge("Today", tone: .warning) : badge("Later", tone: .neutral),
            """
            \(facts(times(of: listed.check)))
            \(CheckActs.outcome.form(
                visit, PathID(listed.check.id), refused: refused(listed.check.id), button: "Keep it", style: .secondary))
            """)
    }

    private static func times(of check: OwnCheck) -> [(String, HTML)] {
        [("Next", HTML(text: check.nextOn.longName))]
            + (check.outcome.map { [("Last time", HTML(text: $0.words))] } ?? [])
    }

    /// For whoever assigns them. What a colleague answered is the member's who asks, so nothing here differs by it.
    static func assigned(_ view: ServicesView, _ visit: StaffVisit, _ refused: ServicePages.RefusedAt) -> HTML? {
        guard !view.checks.isEmpty else { return nil }
        return section(
            "Checks that were assigned",
            lead:
                """
                What a colleague answers is known to the member who asks, alone. So a check stays here until you end it, whatever came of it, \
                or until \(counted(WellBeingCheckRule.longestDays, "day")) after its first are over. That number is ours: the policy has none.
                """,
            "\(view.checks.map { assignedCard($0, view, visit, refused) })")
    }

    private static func assignedCard(
        _ listed: ListedAssignedCheck, _ view: ServicesView, _ visit: StaffVisit, _ refused: ServicePages.RefusedAt
    ) -> HTML {
        let id = PathID(listed.check.id)
        var filled = Filled()
        filled.options[CheckActs.account.name] = view.members.filter { $0.account != listed.check.member }.map {
            FieldOption($0.account, $0.name)
        }
        return card(
            listed.name ?? "Not open to you yet", level: .third,
            """
            \(facts([
                ("Member", HTML(text: listed.member)), ("From", HTML(text: listed.check.firstOn.longName)),
                ("Until at most", HTML(text: listed.check.lastOn.longName)),
            ]))
            \(CheckActs.give.form(
                visit, id, filled: filled, refused: refused(listed.check.id), button: "Give it to them", style: .secondary))
            \(CheckActs.end.asConfirmation(
                "End", "<p>They are back, or nobody is to ask any more. The name is destroyed.</p>",
                button: "End it", visit, id, style: .quiet))
            """)
    }

    static func opening(_ view: ServicesView, _ visit: StaffVisit, _ refused: Refused?) -> HTML? {
        guard let rule = visit.pack.requests.wellBeingChecks, visit.staff.powers.contains(.assignChecks) else {
            return nil
        }
        var filled = Filled(first: ["day": visit.staff.today.text])
        filled.options[CheckActs.account.name] = view.members.map { FieldOption($0.account, $0.name) }
        return section(
            "Have a member ask how a colleague off work is",
            lead:
                """
                The member asks again after \(counted(rule.nextAfterDays.number, "day")). Whoever declines is not asked again, also where \
                you have somebody ask them later; what they answered stays theirs, so the list does not show it. \(rule.basis.notes)
                """,
            CheckActs.open.form(
                visit, filled: filled, refused: refused, button: "Assign it", isPrivate: true))
    }
}
