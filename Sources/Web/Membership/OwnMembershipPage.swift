import HTML
import Operations
import Program
import Store

/// Everything about one's own membership, on one page.
enum OwnMembershipPage {
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused) async throws -> Answer? {
        try await answer(visit, refused: refused)
    }

    static func answer(
        _ visit: StaffVisit, after change: MembershipChange? = nil, refused: Refused? = nil
    ) async throws -> Answer {
        let own = try await visit.programmes.ownMembership(of: visit.staff)
        let reasons = try await visit.programmes.relevantReasons(for: visit.staff)
        let lines = try await visit.programmes.membershipHistory(of: visit.staff.account, for: visit.staff) ?? []
        return .page(
            page(
                "My membership", in: Shells.staff(visit), back: Crumb("Home", HomeAddresses.home.link()),
                announcement: change?.announcement ?? refused?.announcement(besides: OwnMembershipActs.pause.id),
                main: own.map { parts($0, reasons, lines, visit, refused) }
                    ?? emptyState(
                        "You are not on the team", "When you are selected, everything about it will be here.")),
            again: refused)
    }

    private static func parts(
        _ own: MembershipView, _ reasons: [RelevantReason], _ lines: [HistoryLine], _ visit: StaffVisit,
        _ refused: Refused?
    ) -> HTML {
        """
        \(section("How it stands", standing(own, visit)))
        \(own.membership.ending == nil ? acts(own, reasons, visit, refused) : nil)
        \(MembershipHistoryPage.lines(lines))
        """
    }

    private static func standing(_ own: MembershipView, _ visit: StaffVisit) -> HTML {
        let membership = own.membership
        let words: [String] =
            switch membership.status {
            case .selected:
                [
                    "You are selected. You serve once nothing below is missing and whoever keeps the memberships has said so."
                ]
            case .active: ["You are on the team."]
            case .inactive: membership.pauses.map { $0.words(visit.pack) }
            case .ended: ["Your membership has ended\(membership.ending.map { ", on \($0.on.longName)" } ?? "")."]
            }
        let missing = own.missing.map { "<li>\($0.message) \($0.clauses.notes)</li>" as HTML }
        return """
            \(prose("\(words.map { "<p>\($0)</p>" as HTML })\(missing.isEmpty ? nil : "<ul>\(missing)</ul>")"))
            \(facts(
                [
                    ("Agreement", own.hasSigned ? "signed" : "not signed"),
                    membership.activatedOn.map { ("Serving since", HTML(text: $0.longName)) },
                    membership.termEndsOn.map { ("Term until", HTML(text: $0.longName)) },
                    own.leader.map { ("Leader", HTML(text: $0)) },
                    own.reviewDue.map { ("Next yearly review", HTML(text: $0.longName)) },
                    own.reasons[.own].map { ("What you wrote", HTML(text: $0)) },
                ].compactMap { $0 }))
            \(actions(linkButton(visit.pack.agreement.title, to: HandbookAddresses.agreement.link())))
            """
    }

    private static func acts(
        _ own: MembershipView, _ reasons: [RelevantReason], _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        """
        \(renewal(own, visit))
        \(pause(own, reasons, visit, refused))
        \(section(
            "Leaving the team",
            OwnMembershipActs.withdraw.asConfirmation(
                "Leave the team",
                """
                <p>What is open with you is offered to others first. Then you hold no role of the team any more. \
                \(visit.pack.membership.withdrawal.basis.notes)</p>
                """, button: "Leave the team today", visit, style: .danger)))
        """
    }

    private static func renewal(_ own: MembershipView, _ visit: StaffVisit) -> HTML? {
        guard let rule = visit.pack.membership.term, let end = own.membership.termEndsOn,
            let from = visit.pack.renewalAskedFrom(own.membership), from <= visit.staff.today
        else { return nil }
        let confirmer = visit.pack.title(visit.pack.renewalConfirmedBy)
        return section(
            "Another term",
            own.membership.renewalOn.map { day in
                prose("<p>You said yes on \(day.longName). The \(confirmer) confirms it.</p>")
            } ?? """
                \(prose("<p>Your term \(end <= visit.staff.today ? "ended" : "ends") on \(end.longName). Do you go on? \(rule.basis.notes)</p>"))
                \(OwnMembershipActs.renew.asButton("Yes, another term", visit, style: .primary))
                """)
    }

    private static func pause(
        _ own: MembershipView, _ reasons: [RelevantReason], _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML? {
        guard let rule = visit.pack.membership.inactivity.byOwnNotice, own.membership.status != .selected else {
            return nil
        }
        if own.membership.pause(.own) != nil {
            return section(
                "Your pause", OwnMembershipActs.comeBack.asButton("Come back", visit, style: .primary))
        }
        let list = reasons.map { "<li>\($0.label)</li>" as HTML }
        return section(
            "A pause",
            """
            \(prose(
                """
                <p>You may pause, and come back by yourself. \
                \(rule.encouraged ? "Do it whenever your own life needs you: it is encouraged." : nil) \
                \(rule.reason == .notAsked ? "You are not asked why." : nil) Told that you pause, and no more: \
                \(visit.pack.anyOf(rule.notice)). \(rule.basis.notes(with: .notice))</p>
                \(list.isEmpty ? nil : "<p>Considered relevant, in general:</p><ul>\(list)</ul>")
                """))
            \(OwnMembershipActs.pause.form(visit, refused: refused, button: "Pause from today"))
            """)
    }

    /// A card on the home page, where something waits.
    @Sendable
    static func onHome(_ visit: StaffVisit) async throws -> [HTML] {
        guard let own = try await visit.programmes.ownMembership(of: visit.staff), own.membership.ending == nil else {
            return []
        }
        var waiting: [HTML] = []
        func card(_ title: String, _ detail: String, _ link: Link) {
            waiting.append(
                linkCard(title, detail: detail, to: link, icon: .sheet, badge: badge("To do", tone: .warning)))
        }
        if !own.hasSigned {
            card(visit.pack.agreement.title, "Waits for your signature", HandbookAddresses.agreement.link())
        }
        if let from = visit.pack.renewalAskedFrom(own.membership), from <= visit.staff.today,
            own.membership.renewalOn == nil
        {
            card("Another term?", "Your term ends", MembershipAddresses.own.link())
        }
        if own.membership.status == .inactive {
            card("You are on no list just now", "How it stands, and how you come back", MembershipAddresses.own.link())
        }
        return waiting
    }
}

extension MembershipPause {
    /// In one or two calm sentences, for the member.
    func words(_ policy: PolicyPack) -> String {
        let since = "Since \(begunOn.longName)"
        let end = until.map { " until \($0.longName)" } ?? ""
        return switch cause {
        case .own: "\(since)\(end) you are on a pause of your own. You end it yourself, whenever you like."
        case .placed:
            "\(since)\(end) you are not on the roster. Ended by \(policy.anyOf(policy.membership.inactivity.byOthers?.by ?? [])); speak with them."
        case .term: "Your term ended on \(begunOn.longName). You serve again once another term is confirmed."
        case .agreement:
            "The words of the agreement wait for your signature. You serve again as soon as you have signed."
        case .suspension: "\(since) you are off the team until the last word is said."
        }
    }
}
