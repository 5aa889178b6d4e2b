import HTML
import Operations
import Program

/// The memberships as those see them who have a part in them, and exactly what is theirs to do.
struct MembershipPage: Sendable {
    let view: MembershipView
    let leaders: [FieldOption]
    let visit: StaffVisit

    init?(_ account: PathID, _ visit: StaffVisit) async throws {
        guard let view = try await visit.programmes.membership(of: account.text, for: visit.staff) else { return nil }
        self.view = view
        leaders = try await visit.programmes.leaders(for: visit.staff).map { FieldOption($0.account, $0.name) }
        self.visit = visit
    }

    func answer(after change: MembershipChange? = nil, refused: Refused? = nil) -> Answer {
        .page(html(change, refused), again: refused)
    }

    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused, _ account: PathID) async throws -> Answer? {
        try await MembershipPage(account, visit)?.answer(refused: refused)
    }

    private var powers: Set<Power> { visit.staff.powers }
    private var account: PathID { PathID(view.membership.account) }

    private func html(_ change: MembershipChange?, _ refused: Refused?) -> HTML {
        page(
            view.name, in: Shells.staff(visit),
            back: Crumb("Memberships", MembershipAddresses.memberships.link()),
            announcement: change?.announcement
                ?? refused?.announcement(
                    besides: MembershipActs.assign.id, MembershipActs.place.id, MembershipActs.review.id,
                    MembershipActs.remove.id),
            main: """
                \(section("How it stands", standing))
                \(powers.contains(.keepMemberships) ? keeping(refused) : nil)
                \(view.membership.renewalOn != nil && powers.contains(.confirmRenewals)
                    ? section(
                        "Another term",
                        MembershipActs.confirmRenewal.asButton("Confirm another term", visit, account, style: .primary))
                    : nil)
                \(ownPause)
                \(powers.contains(.placeInactive) ? inactivity(refused) : nil)
                \(powers.contains(.reviewMembers) ? review(refused) : nil)
                \(removal(refused))
                \(actions(linkButton("History", to: MembershipAddresses.history.link(account))))
                """)
    }

    private var standing: HTML {
        facts(
            [
                ("On the roster", view.serves ? "yes" : "no"),
                view.membership.status == .selected
                    ? ("Selected on", HTML(text: view.membership.beganOn.longName)) : nil,
                powers.contains(.keepMemberships) ? ("Agreement", view.hasSigned ? "signed" : "not signed") : nil,
                view.membership.termEndsOn.map { ("Term until", HTML(text: $0.longName)) },
                visit.pack.team.supervision == nil ? nil : ("Leader", HTML(text: view.leader ?? "nobody yet")),
                view.lastReview.map {
                    ("Last yearly review", "\($0.on.longName): \($0.isPassed ? "passed" : "not passed")")
                },
                view.reviewDue.map { due in
                    (
                        "Next yearly review",
                        "\(due.longName) \(due <= visit.staff.today ? badge("Due", tone: .warning) : nil)"
                    )
                },
            ].compactMap { $0 })
    }

    private func keeping(_ refused: Refused?) -> HTML {
        let missing = view.missing.map { "<li>\($0.message) \($0.clauses.notes)</li>" as HTML }
        let activation =
            view.membership.status == .selected
            ? section(
                "Activation",
                """
                \(missing.isEmpty ? nil : prose("<p>Still missing:</p><ul>\(missing)</ul>"))
                \(MembershipActs.activate.asButton("Activate today", visit, account, style: .primary))
                """) : nil
        let leader =
            visit.pack.team.supervision == nil || leaders.isEmpty
            ? nil
            : section(
                "Who leads",
                MembershipActs.assign.form(
                    visit, account, filled: Filled(options: ["leader": leaders]), refused: refused, button: "Assign"))
        return "\(activation)\(leader)"
    }

    /// For those who are told of pauses. Of a reason only those read whom the policy names.
    private var ownPause: HTML? {
        guard let pause = view.pauses.first(where: { $0.cause == .own }) else { return nil }
        let rules = visit.pack.membership.inactivity
        return section(
            "A pause of their own", lead: rules.byOwnNotice?.basis.notes(with: .notice),
            facts(
                [
                    ("Since", HTML(text: pause.begunOn.longName)),
                    pause.until.map { ("Back on", HTML(text: $0.longName)) },
                    view.reasons[.own].map {
                        ("What they wrote", "\($0) \(rules.reasonVisibleTo.basis.notes)")
                    },
                ].compactMap { $0 }))
    }

    private func inactivity(_ refused: Refused?) -> HTML? {
        guard let rule = visit.pack.membership.inactivity.byOthers, view.membership.status != .selected else {
            return nil
        }
        if let pause = view.pauses.first(where: { $0.cause == .placed }) {
            return section(
                "Inactive since \(pause.begunOn.longName)",
                """
                \(view.reasons[.placed].map { reason in facts([("Reason", HTML(text: reason))]) })
                \(MembershipActs.letReturn.asButton("End it", visit, account))
                """)
        }
        return section(
            "Inactive status",
            confirmation(
                "Place on inactive status",
                """
                <p>It takes effect at once. The reason is sealed to \
                \(visit.pack.anyOf(visit.pack.membership.inactivity.reasonVisibleTo.value)); everybody else sees only that \
                \(view.name) is not on the roster. \(rule.basis.notes)</p>
                \(MembershipActs.place.form(visit, account, refused: refused, button: "Place on inactive status", style: ButtonStyle.danger))
                """))
    }

    private func review(_ refused: Refused?) -> HTML? {
        guard let rule = visit.pack.membership.annualReview, view.reviewDue != nil else { return nil }
        return section(
            "Yearly review",
            lead: "Passed or not in each part; nothing of what was found is written. \(rule.basis.notes)",
            MembershipActs.review.form(visit, account, refused: refused, button: "Record the review"))
    }

    private func removal(_ refused: Refused?) -> HTML? {
        let rules = visit.pack.membership.removal
        guard let removal = view.removal else {
            guard powers.contains(.removeMembers) else { return nil }
            return section(
                "Removal",
                confirmation(
                    "Remove from the team", style: .danger,
                    """
                    <p>\(visit.pack.removalSentence) \(rules.basis.notes)</p>
                    \(MembershipActs.remove.form(visit, account, refused: refused, button: "Begin the removal", style: .danger))
                    """))
        }
        let heard = removal.heard.map { visit.pack.title($0.role) }.joined(separator: ", ")
        let ground = rules.grounds.first { $0.id == removal.ground }
        return section(
            "Removal under way",
            """
            \(facts(
                [
                    ("Ground", HTML(text: ground?.label ?? "none is asked for")),
                    ("Begun on", HTML(text: removal.begunOn.longName)),
                    rules.consultation == nil ? nil : ("Heard", HTML(text: heard.isEmpty ? "nobody yet" : heard)),
                    removal.disciplineOn.map { ("Discipline", "referred on \($0.longName)") },
                ].compactMap { $0 } + view.evidence.map { ("What the programme knows", HTML(text: $0.words)) }))
            \(powers.contains(.beHeardOnRemovals)
                ? MembershipActs.hear.asButton("I was heard on it", visit, account) : nil)
            \(powers.contains(.approveRemovals) ? deciding : nil)
            \(powers.contains(.removeMembers) && removal.disciplineOn == nil && rules.approver != nil
                ? MembershipActs.discipline.asButton("Discipline was referred", visit, account) : nil)
            """)
    }

    private var deciding: HTML {
        """
        \(MembershipActs.decide.asButton(
            "Approve the removal", visit, account, style: .danger, hidden: [("decision", RemovalDecision.approve.rawValue)]))
        \(MembershipActs.decide.asButton(
            "Decline it", visit, account, hidden: [("decision", RemovalDecision.decline.rawValue)]))
        """
    }

    // MARK: Lists

    static func list(_ visit: StaffVisit, after change: MembershipChange? = nil) async throws -> HTML {
        let views = try await visit.programmes.memberships(for: visit.staff)
        return page(
            "Memberships", in: Shells.staff(visit), back: Crumb("Home", HomeAddresses.home.link()),
            announcement: change?.announcement, width: .wide,
            main: """
                \(views.isEmpty
                    ? emptyState("Nobody yet", "Whoever is selected for the team stands here.")
                    : dataTable(
                        "Everybody who is or will be on the team", columns: ["Name", "On the roster", "To do"],
                        rows: views.map { view in
                            [
                                "<a\(href: MembershipAddresses.membership.link(PathID(view.membership.account)))>\(view.name)</a>",
                                view.serves ? "yes" : "no", toDo(view, visit),
                            ]
                        }))
                \(visit.staff.powers.contains(.keepMemberships)
                    ? actions(linkButton("Who has signed what", to: MembershipAddresses.signatures.link())) : nil)
                """)
    }

    private static func toDo(_ view: MembershipView, _ visit: StaffVisit) -> HTML {
        let marks = [
            view.membership.status == .selected ? badge("Selected", tone: .neutral) : nil,
            view.isReviewOverdue(on: visit.staff.today) ? badge("Review due", tone: .warning) : nil,
            visit.staff.powers.contains(.keepMemberships) && !view.hasSigned
                ? badge("Not signed", tone: .warning) : nil,
            view.membership.renewalOn == nil ? nil : badge("Term to confirm", tone: .warning),
            view.removal == nil ? nil : badge("Removal", tone: .bad),
        ].compactMap { $0 }
        return marks.joined()
    }

    static func led(_ visit: StaffVisit) async throws -> HTML {
        let members = try await visit.programmes.membersLed(by: visit.staff)
        return page(
            "Members I lead", in: Shells.staff(visit),
            lead: "Their duties to the team. Their requests are nobody's business, and not here.",
            back: Crumb("Home", HomeAddresses.home.link()),
            main: members.isEmpty
                ? emptyState("Nobody yet", "Whoever keeps the memberships says who leads whom.")
                : dataTable(
                    "Their duties", columns: ["Name", "On the roster", TableColumn(visit.pack.agreement.title)],
                    rows: members.map {
                        [HTML(text: $0.name), $0.serves ? "yes" : "no", $0.hasSigned ? "signed" : "not signed"]
                    }))
    }
}
