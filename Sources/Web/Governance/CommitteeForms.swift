import HTML
import Operations
import Program
import Store

/// What whoever convenes a committee has on its page.
enum CommitteeForms {
    static func all(_ view: CommitteeView, _ visit: StaffVisit, _ refused: Refused?) -> HTML {
        let (rule, id) = (view.listed.rule, PathID(view.listed.rule.id.text))
        let accounts = view.accounts.map { FieldOption($0.id, "\($0.name) (\($0.login))") }
        let own = Set(rule.newMembers?.seats ?? [])
        return """
            \(section(
                "Offer a seat",
                SeatActs.offer.form(
                    visit, id, filled: filled(rule.seats, accounts), refused: refused, button: "Offer the seat")))
            \(rule.newMembers.map { election in
                section(
                    "Have the committee choose",
                    """
                    <p>The committee votes on who takes these seats; \(election.from.plural) stand. \(election.basis.notes)</p>
                    \(BallotActs.elect.form(
                        visit, id, filled: filled(rule.seats.filter { own.contains($0.id) }, accounts), refused: refused,
                        button: "Open the ballot", style: .secondary))
                    """)
            })
            \(section(
                "Put a question to the committee",
                BallotActs.ask.form(
                    visit, id, filled: Filled(first: ["votes": SelectionAct.Votes.open.rawValue]), refused: refused,
                    button: "Open the ballot", style: .secondary)))
            """
    }

    private static func filled(_ seats: [SeatRule], _ accounts: [FieldOption]) -> Filled {
        Filled(options: [
            SeatActs.seat.name: seats.map { FieldOption($0.id, $0.title) }, SeatActs.account.name: accounts,
        ])
    }
}
