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
                Nothing is kept but one of three words. Declined ends it for good. \(rule.basis.notes)
                """,
            "\(view.ownChecks.map { ownCard($0, visit, refused) })")
    }

    private static func ownCard(_ listed: ListedCheck, _ visit: StaffVisit, _ refused: ServicePages.RefusedAt) -> HTML {
        card(
            listed.name ?? "A colleague", level: .third,
            badge: listed.isDue ? badge("Today", tone: .warning) : badge("Later", tone: .neutral),
            """
            \(facts(times(of: listed)))
            \(CheckActs.outcome.form(
                visit, PathID(listed.check.id), refused: refused(listed.check.id), button: "Keep it", style: .secondary))
            """)
    }

    private static func times(of listed: ListedCheck) -> [(String, HTML)] {
        [("Next", HTML(text: listed.check.nextOn.longName))]
            + (listed.check.outcome.map { [("Last time", HTML(text: $0.words))] } ?? [])
    }

    /// For whoever assigns them.
    static func assigned(_ view: ServicesView, _ visit: StaffVisit) -> HTML? {
        guard !view.checks.isEmpty else { return nil }
        return section(
            "Checks under way",
            dataTable(
                "Checks", columns: ["Of whom", "Member", "Next", "Last time", ""],
                rows: view.checks.map { listed in
                    [
                        HTML(text: listed.name ?? "Not open to you yet"), HTML(text: listed.volunteer),
                        HTML(text: listed.check.nextOn.longName), HTML(text: listed.check.outcome?.words ?? ""),
                        CheckActs.end.asConfirmation(
                            "End", "<p>They are back, or somebody else is to ask. The name is destroyed.</p>",
                            button: "End it", visit, PathID(listed.check.id), style: .quiet),
                    ]
                }, captioned: .unseen))
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
                The member asks again after \(counted(rule.nextAfterDays.number, "day")). Whoever declines is not asked again. \
                \(rule.basis.notes)
                """,
            CheckActs.open.form(
                visit, filled: filled, refused: refused, button: "Assign it", isPrivate: true))
    }
}
