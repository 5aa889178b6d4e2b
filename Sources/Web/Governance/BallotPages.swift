import HTML
import Operations
import Program

/// One ballot: to vote in, and to read once it is closed.
enum BallotPages {
    @Sendable
    static func again(_ visit: StaffVisit, _ refused: Refused?, _ id: PathID) async throws -> Answer? {
        guard let view = try await visit.programmes.ballot(id.text, for: visit.staff) else { return nil }
        let spread = view.ballot.subject.kind == .selection ? try await AttributePages.spread(visit) : nil
        return .page(ballot(view, beside: spread, visit, refused), again: refused)
    }

    private static func ballot(
        _ view: BallotView, beside spread: HTML?, _ visit: StaffVisit, _ refused: Refused?
    ) -> HTML {
        let committee = PathID(view.ballot.committee.text)
        return page(
            view.title, in: Shells.staff(visit, at: CommitteeAddresses.committees), lead: lead(view),
            back: Crumb("Committee", CommitteeAddresses.committee.link(committee)),
            announcement: refused?.words,
            main: """
                \(removal(view, visit))
                \(view.ballot.closed.map { result($0, view) } ?? voting(view, visit))
                \(view.ballot.closed == nil ? spread : nil)
                \(view.mayClose && view.ballot.closed == nil ? closing(view, visit) : nil)
                """)
    }

    private static func lead(_ view: BallotView) -> HTML {
        let opened: HTML =
            "Opened on \(view.ballot.openedOn.longName). \(view.clauses.isEmpty ? HTML.empty : view.clauses.notes)"
        guard view.ballot.closed == nil else { return opened }
        let closes = view.ballot.closesOn.map { " Nobody votes from \($0.longName) on." as HTML }
        return "\(opened) \(view.cast) of \(view.electors) have voted.\(closes)"
    }

    /// The ground of a removal, with what the programme knows of that belongs to it.
    private static func removal(_ view: BallotView, _ visit: StaffVisit) -> HTML? {
        guard case .removal(_, let id) = view.ballot.subject,
            let ground = visit.pack.membership.removal.grounds.first(where: { $0.id == id })
        else { return nil }
        let known = view.evidence.map { ("What the programme knows", HTML(text: $0.words)) }
        return section(
            "The ground",
            lead: view.evidence.isEmpty ? nil : "Numbers are not the whole of it: hear the member before you vote.",
            facts([("Ground", "\(ground.label) \(ground.basis.notes)")] + known))
    }

    private static func voting(_ view: BallotView, _ visit: StaffVisit) -> HTML {
        guard view.mayVote else {
            return section(
                "Your vote", emptyState("You do not vote here", "You see when it is closed, and what it came to."))
        }
        let id = PathID(view.ballot.id)
        let buttons = BallotChoice.allCases.map { choice in
            BallotActs.vote.asButton(
                choice.words, visit, id, style: view.own?.choice == choice ? .primary : .secondary,
                hidden: [(BallotActs.choice.name, choice.rawValue)])
        }
        return section(
            "Your vote",
            """
            \(view.own.map(own))
            \(actions(buttons.joined()))
            <p>\(explanation(view.ballot.rule.votes))</p>
            """)
    }

    private static func own(_ vote: GivenVote) -> HTML {
        let code = vote.code.map {
            """
             Your check code is <strong>\($0)</strong>: note it. Once the ballot is closed, your vote stands beside it in the \
            list, and nobody can tell you the code again.
            """ as HTML
        }
        return callout("You voted: \(vote.choice.words)", "<p>You can change it until the ballot is closed.\(code)</p>")
    }

    private static func explanation(_ votes: SelectionAct.Votes) -> String {
        switch votes {
        case .secret:
            "The vote is secret: nothing that is kept ties you to what you vote. When all have voted the same, everybody knows it all the same."
        case .open: "Votes are given by name: your committee sees them once the ballot is closed."
        }
    }

    private static func closing(_ view: BallotView, _ visit: StaffVisit) -> HTML {
        section(
            "Close it now",
            BallotActs.close.asConfirmation(
                "Close the ballot",
                "<p>Whoever has not voted yet does not vote any more. It is never opened again.</p>",
                button: "Close it", visit, PathID(view.ballot.id)))
    }

    private static func result(_ closed: ClosedBallot, _ view: BallotView) -> HTML {
        let tally = closed.tally
        let outcome: HTML = "<p><strong>\(closed.outcome.words)</strong>, on \(closed.on.longName).</p>"
        // No vote of it was counted.
        guard closed.outcome != .overtaken else { return section("What it came to", outcome) }
        return """
            \(section(
                "What it came to",
                """
                \(outcome)
                \(dataTable(
                    "Votes", columns: ["Vote", TableColumn("How many", .number)],
                    rows: [
                        ["Yes", "\(tally.yes)"], ["No", "\(tally.no)"], ["Abstained", "\(tally.abstained)"],
                        ["Did not vote", "\(tally.electors - tally.cast)"],
                    ], narrow: .stays))
                """))
            \(view.named.isEmpty ? nil : section("By name", names(view.named)))
            \(view.counted.isEmpty ? nil : section("Papers", papers(view.counted)))
            """
    }

    private static func names(_ votes: [NamedVote]) -> HTML {
        dataTable(
            "Votes by name", columns: ["Name", "Vote"],
            rows: votes.map { [HTML(text: $0.name), HTML(text: $0.choice.words)] }, narrow: .stays, captioned: .unseen)
    }

    private static func papers(_ papers: [CountedPaper]) -> HTML {
        """
        <p>Your vote is here under the check code that you saw when voting. The list is kept for sixty days.</p>
        \(dataTable(
            "Papers by check code", columns: ["Check code", "Vote"],
            rows: papers.map { [HTML(text: $0.code), HTML(text: $0.choice.words)] }, narrow: .stays, captioned: .unseen))
        """
    }
}
