import HTML
import Operations
import Program
import Store

/// Taking a member off the team at once, as each of those sees it who have to do with it.
enum SuspensionPages {
    // MARK: Whoever suspends

    /// On the account's page: how it stands, or the way to do it. Nothing for whoever the pack does not let suspend, and
    /// nothing at an account without a role in the team.
    static func part(_ view: AccountView, _ suspended: SuspendedMember?, _ visit: StaffVisit) -> HTML? {
        guard visit.programmes.maySuspend(visit.staff) else { return nil }
        let title = "Off the team at once"
        if let suspended, suspended.suspension.isOpen { return section(title, standing(suspended, visit)) }
        let isOfTheTeam = view.holdings.contains {
            visit.pack.teamRoles.contains($0.holding.role) && $0.holding.isHeld(on: visit.staff.today)
        }
        guard isOfTheTeam, view.listing.id != visit.staff.account else { return nil }
        return section(title, lead: grounds(visit.pack), suspending(view, visit))
    }

    private static func grounds(_ pack: PolicyPack) -> HTML {
        let removal = pack.membership.removal
        let ground = removal.grounds.first { $0.id == removal.suspension?.ground }?.label ?? ""
        return "For one ground: \(ground). \(removal.suspension?.basis.note)"
    }

    private static func suspending(_ view: AccountView, _ visit: StaffVisit) -> HTML {
        let decider = visit.pack.membership.removal.decider.flatMap { visit.pack.role($0)?.title } ?? ""
        return confirmation(
            "Suspend from the team", style: .danger,
            """
            <p>\(view.listing.name) is offered nothing from this moment, opens no request and stands on no list. What was open \
            is offered to others. The \(decider) is asked for the last word. What led to it is written nowhere.</p>
            \(SuspensionActs.suspend.asButton(
                "Suspend \(view.listing.name) now", visit, PathID(view.listing.id), style: .danger))
            """)
    }

    private static func standing(_ suspended: SuspendedMember, _ visit: StaffVisit) -> HTML {
        callout(
            "Suspended since \(suspended.suspension.begunOn.longName)", tone: .warning,
            "<p>The \(suspended.decider) has the last word. The roles in the team rest until then.</p>\(ground(suspended, visit))"
        )
    }

    private static func ground(_ suspended: SuspendedMember, _ visit: StaffVisit) -> HTML {
        let clauses = visit.pack.membership.removal.suspensionClauses.map { clauseNote($0.text) }.joined(separator: " ")
        return facts([("Ground", HTML(text: suspended.ground)), ("Rule", clauses)])
    }

    // MARK: Whoever has the last word

    /// In the notice that asks for it: who it is, and the two answers.
    static func decision(_ received: ReceivedNotice, _ visit: StaffVisit) -> HTML {
        guard let suspended = received.suspended else { return "<p>This is settled.</p>" }
        func button(_ label: String, _ decision: SuspensionDecision, style: ButtonStyle = .secondary) -> HTML {
            SuspensionActs.decide.asButton(
                label, visit, PathID(received.notice.id), style: style,
                hidden: [(SuspensionActs.decision.name, decision.rawValue)])
        }
        return """
            \(facts([
                ("Member", HTML(text: suspended.name)), ("Ground", HTML(text: suspended.ground)),
                ("Off the team since", HTML(text: suspended.suspension.begunOn.longName)),
            ]))
            \(heard(visit.pack))
            \(confirmation(
                "Remove for good", style: .danger,
                """
                <p>The roles in the team end. Nothing else of the account changes.</p>
                \(button("Remove \(suspended.name) from the team", .remove, style: .danger))
                """))
            \(confirmation(
                "Lift the suspension",
                """
                <p>The roles go on as they were, and nothing of the suspension is kept but its entries in the record of acts.</p>
                \(button("Let \(suspended.name) come back", .lift))
                """))
            """
    }

    private static func heard(_ pack: PolicyPack) -> HTML? {
        guard let rule = pack.membership.removal.consultation, !rule.value.isEmpty else { return nil }
        let titles = rule.value.compactMap { pack.role($0)?.title }.joined(separator: ", ")
        return "<p>To be heard before a removal: \(titles). \(rule.basis.note)</p>"
    }

    // MARK: The member

    /// On their own home: what holds now, in plain words, and what stays open to them.
    static func own(_ own: OwnSuspension?, _ visit: StaffVisit) -> HTML? {
        guard let own else { return nil }
        let clauses = own.clauses.notes
        let words: HTML =
            own.removedOn.map { day in
                """
                <p>Your membership ended on \(day.longName), by the word of the \(own.decider). \(clauses)</p>
                <p>Ask the \(own.decider) if you want to speak about it.</p>
                """
            } ?? """
                <p>You have been taken off the team since \(own.since.longName). That is how this policy begins; nothing is \
                decided yet. The \(own.decider) has the last word. \(clauses)</p>
                <p>Until then nothing of the team comes to you, and what was open with you is in other hands. Ask the \
                \(own.decider) if you want to speak about it. What led to it is written nowhere here.</p>
                """
        let title =
            own.removedOn == nil ? "You are not on the team just now" : "You are no longer a member of the team"
        let slug = PathID(visit.staff.agency.slug)
        return section(
            title,
            """
            \(prose(words))
            \(prose(
                """
                <p>Everything that is open to every employee is open to you. If this is hard on you, there is somebody to \
                talk to, in confidence, for you too.</p>
                """))
            \(actions(linkButton("Ask for support", to: SeekerAddresses.ask.link(slug))))
            """)
    }
}
