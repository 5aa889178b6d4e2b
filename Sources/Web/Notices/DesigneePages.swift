import HTML
import Operations
import Program

/// Naming who is told beside oneself, once for its form and for programs.
enum DesigneeActs {
    static let routes: [Route] = name.routes + end.routes

    static let name = Act(
        "nameDesignee",
        "Name who is told beside you, for a time, where the policy lets a role of yours have a designee.",
        at: NoticeAddresses.designees, for: .signedIn,
        taking: Input(
            role, .text("login", "The name they sign in with", longest: 60, kind: .code), startsOn, lastDay
        ) { NewDesignee(role: RoleID($0), login: $1, startsOn: $2, lastDay: $3) },
        then: .done("Named."),
        see: { _ in NoticeAddresses.designees.link() },
        refused: { visit, refused in
            let present = try await visit.programmes.designees(of: visit.staff)
            return .page(DesigneePages.list(present, visit, refused), again: refused)
        },
        perform: { visit, designee in try await visit.programmes.nameDesignee(designee, by: visit.staff) })

    static let end = Act(
        "endDesignee", "End what you named; from today on they no longer stand in.",
        at: NoticeAddresses.endOfDesignee, .delete, interface: NoticeAddresses.designee, for: .signedIn,
        taking: .nothing, then: .done("Ended."), mayRefuse: false,
        see: { _, _ in NoticeAddresses.designees.link() }, refused: { _, _, _ in nil },
        perform: { visit, _, designee in
            try await visit.programmes.endDesignee(designee.text, by: visit.staff) ? .success(()) : nil
        })

    /// The clause that lets the role have one stands beside it.
    static let role = Field<String>.found("role", "For which role?").asked { form, name, pack, filled in
        let first = filled.first[name]
        return form.choice(
            name, "For which role?", filled.options[name] ?? [], first: first,
            origin: first.flatMap { pack.designeeClauses(of: RoleID($0)).origin })
    }

    static let startsOn = Field<Day>.day("startsOn", "First day")
    static let lastDay = Field<Day>.day("lastDay", "Last day")
}

/// Who stands in for somebody, and for how long.
enum DesigneePages {
    static func list(_ designees: [NamedDesignee], _ visit: StaffVisit, _ refused: Refused? = nil) -> HTML {
        let isAllowed = !visit.programmes.rolesWithDesignee(of: visit.staff).isEmpty
        return page(
            "Who stands in for me", in: Shells.staff(visit, at: NoticeAddresses.notices),
            lead: "A designee is told beside you, and may answer for you. They get nothing else of your role.",
            back: Crumb("Notices", NoticeAddresses.notices.link()), announcement: isAllowed ? nil : refused?.words,
            main: """
                \(designees.isEmpty ? nil : designees.map { present($0, visit) }.joined())
                \(isAllowed
                    ? section("Name somebody", form(visit, refused))
                    : emptyState("Nobody stands in", "The policy lets none of your roles have a designee."))
                """)
    }

    private static func present(_ designee: NamedDesignee, _ visit: StaffVisit) -> HTML {
        card(
            designee.name,
            """
            <p>For the \(NoticeWords.title(of: designee.role, visit.pack)), from \
            \(designee.startsOn.longName) to \(designee.lastDay.longName).</p>
            \(DesigneeActs.end.asButton("End it today", visit, PathID(designee.id)))
            """)
    }

    private static func form(_ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let roles = visit.programmes.rolesWithDesignee(of: visit.staff).map { FieldOption($0.id.text, $0.title) }
        let today = visit.staff.today.text
        var first = [DesigneeActs.startsOn.name: today, DesigneeActs.lastDay.name: today]
        first[DesigneeActs.role.name] = roles.first?.value
        return DesigneeActs.name.form(
            visit, filled: Filled(options: [DesigneeActs.role.name: roles], first: first), refused: refused,
            button: "Name them")
    }
}
