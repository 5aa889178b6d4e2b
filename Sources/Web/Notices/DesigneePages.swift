import HTML
import HTTPTypes
import Operations
import Program

/// Naming who is told beside oneself.
enum DesigneeActs {
    @Sendable
    static func name(_ visit: StaffVisit) async throws -> Answer {
        guard let first = Day(visit.form["from"]), let last = Day(visit.form["until"]) else {
            let field = Day(visit.form["from"]) == nil ? "from" : "until"
            return try await refused(Refusal("A day, such as \(visit.staff.today.text).", field: field), visit)
        }
        let designee = NewDesignee(
            role: RoleID(visit.form["role"]), login: visit.form["login"], startsOn: first, lastDay: last)
        switch try await visit.programmes.nameDesignee(designee, by: visit.staff) {
        case .success: return .see(NoticeAddresses.designees.link())
        case .failure(let refusal): return try await refused(refusal, visit)
        }
    }

    @Sendable
    static func end(_ visit: StaffVisit, designee: PathID) async throws -> Answer? {
        guard try await visit.programmes.endDesignee(designee.text, by: visit.staff) else { return nil }
        return .see(NoticeAddresses.designees.link())
    }

    private static func refused(_ refusal: Refusal, _ visit: StaffVisit) async throws -> Answer {
        let present = try await visit.programmes.designees(of: visit.staff)
        return .page(DesigneePages.list(present, visit, refusal), status: .unprocessableContent)
    }
}

/// Who stands in for somebody, and for how long.
enum DesigneePages {
    static func list(_ designees: [NamedDesignee], _ visit: StaffVisit, _ refusal: Refusal? = nil) -> HTML {
        let isAllowed = !visit.programmes.rolesWithDesignee(of: visit.staff).isEmpty
        return page(
            "Who stands in for me", in: Shells.staff(visit, at: NoticeAddresses.notices),
            lead: "A designee is told beside you, and may answer for you. They get nothing else of your role.",
            back: Crumb("Notices", NoticeAddresses.notices.link()),
            main: """
                \(designees.isEmpty ? nil : designees.map { present($0, visit) }.joined())
                \(isAllowed || refusal != nil
                    ? section("Name somebody", form(visit, refusal))
                    : emptyState("Nobody stands in", "The policy lets none of your roles have a designee."))
                """)
    }

    private static func present(_ designee: NamedDesignee, _ visit: StaffVisit) -> HTML {
        card(
            designee.name,
            """
            <p>For the \(NoticeWords.title(of: designee.role, visit.pack)), from \
            \(designee.startsOn.longName) to \(designee.lastDay.longName).</p>
            \(buttonForm(
                "End it today", to: NoticeAddresses.endOfDesignee.link(PathID(designee.id)), token: visit.formToken))
            """)
    }

    private static func form(_ visit: StaffVisit, _ refusal: Refusal?) -> HTML {
        let form = visit.form(
            to: NoticeAddresses.designees.link(), typed: refusal.map { _ in visit.form }, problems: refusal)
        let roles = visit.programmes.rolesWithDesignee(of: visit.staff)
        let today = visit.staff.today.text
        return form.html(
            """
            \(form.choice(
                "role", "For which role?", roles.map { FieldOption($0.id.text, $0.title) },
                first: roles.first?.id.text,
                clause: roles.first.flatMap { visit.pack.designeeClauses(of: $0.id).first?.text }))
            \(form.text("login", "The name they sign in with", kind: .code))
            \(form.text("from", "First day", kind: .code, first: today, hint: "Such as \(today)."))
            \(form.text("until", "Last day", kind: .code, first: today))
            """, actions: button("Name them"))
    }
}
