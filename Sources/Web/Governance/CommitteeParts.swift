import HTML
import Operations
import Program

/// The parts of a committee's page.
enum CommitteeParts {
    /// A committee as the list shows it: a way to its page for those who have one.
    static func listed(_ listed: ListedCommittee) -> HTML {
        let state = listed.composition.isDuly ? "Duly composed" : missing(listed.composition)
        let badge = badge(
            listed.composition.isDuly ? "Duly composed" : "Incomplete",
            tone: listed.composition.isDuly ? .good : .warning)
        guard listed.isOwn else { return card(listed.rule.title, level: .third, badge: badge, "<p>\(state)</p>") }
        return linkCard(
            listed.rule.title, detail: state, to: CommitteeAddresses.committee.link(PathID(listed.rule.id.text)),
            icon: .people, badge: badge)
    }

    /// What is missing, in a sentence.
    static func missing(_ composition: CommitteeComposition) -> String {
        let seats = composition.vacant
        let parts = [
            seats > 0 ? "\(counted(seats, "seat")) vacant" : nil,
            composition.missingChair != nil ? "nobody in the chair" : nil,
        ].compactMap(\.self)
        return parts.joined(separator: ", ").capitalisedFirst
    }

    /// A seat of the visitor's own: to accept or decline, or to give up.
    static func own(_ own: OwnSeat, _ visit: StaffVisit) -> HTML {
        let id = PathID(own.seat.id)
        guard own.seat.isOffered else {
            return card(
                own.committee.title, level: .third,
                """
                <p>\(own.title). \(term(own.seat))</p>
                \(SeatActs.end.asConfirmation(
                    "Give it up", "<p>Your vote and the role that came with the seat end today.</p>", button: "Give it up",
                    visit, id, style: .quiet))
                """)
        }
        let length = own.committee.term.map { " For \(counted($0.months.number, "month"))." } ?? ""
        return card(
            own.committee.title, level: .third, badge: badge("Offered to you", tone: .warning),
            """
            <p>\(own.title).\(length) Serving is voluntary. \(own.committee.term?.basis.notes)</p>
            \(actions(
                SeatActs.accept.asButton("Accept", visit, id, style: .primary),
                SeatActs.end.asButton("Decline", visit, id)))
            """)
    }

    static func term(_ seat: Seat) -> String {
        guard let begins = seat.startsOn else { return "Offered on \(seat.offeredOn.longName)." }
        let until = seat.until.map { " Its term ends before \($0.longName)." } ?? ""
        return "Held since \(begins.longName).\(until)"
    }

    static func composition(_ composition: CommitteeComposition, _ rule: CommitteeRule) -> HTML {
        let recommended = rule.strength == .recommended ? " The policy recommends it so." : ""
        let state: HTML =
            composition.isDuly
            ? callout("Duly composed", "<p>Every seat that the policy asks for is filled.\(recommended)</p>")
            : callout(
                "Not duly composed", tone: .warning, "<p>\(missing(composition)).\(recommended)</p>")
        return """
            \(state)
            \(dataTable(
                "Seats by kind",
                columns: ["Seat", TableColumn("Asked for", .number), TableColumn("Filled", .number), TableColumn("Vacant", .number)],
                rows: composition.parts.map { part in
                    [
                        "\(part.rule.title) \(part.rule.basis.notes)", HTML(text: part.rule.count.words),
                        "\(part.held)", "\(part.missing)",
                    ]
                }, captioned: .unseen))
            """
    }

    static func seats(_ view: CommitteeView, _ visit: StaffVisit) -> HTML {
        let chair = view.listed.rule.chair.map { chair in
            view.chairs.isEmpty
                ? "Nobody is in the chair: the \(visit.pack.title(of: chair))."
                : "In the chair: \(view.chairs.joined(separator: ", "))."
        }
        let withoutSeat =
            view.withoutSeat.isEmpty
            ? nil
            : callout(
                "Without a seat", tone: .warning,
                """
                <p>\(view.withoutSeat.joined(separator: ", ")): they hold the committee's role, as from before seats were kept \
                here, and have no vote until a seat is theirs.</p>
                """)
        guard !view.seats.isEmpty else {
            return
                "\(chair.map { "<p>\($0)</p>" as HTML })\(withoutSeat)\(emptyState("No seat is filled", "Nobody can vote yet."))"
        }
        let rows = view.seats.map { row($0, view, visit) }
        return """
            \(chair.map { "<p>\($0)</p>" as HTML })\(withoutSeat)
            \(dataTable("Who sits in it", columns: ["Name", "Seat", "Term", ""], rows: rows, captioned: .unseen))
            """
    }

    private static func row(_ viewed: ViewedSeat, _ view: CommitteeView, _ visit: StaffVisit) -> [HTML] {
        let attested = viewed.attestedBy.map { name in
            "<br><small>\(name) vouched for it\(viewed.seat.attested.map { " on \($0.on.longName)" }).</small>" as HTML
        }
        let end =
            view.listed.convenes && !viewed.isOwn
            ? SeatActs.end.asConfirmation(
                viewed.seat.isOffered ? "Take the offer back" : "End the seat",
                "<p>\(viewed.seat.isOffered ? "They cannot accept it any more." : "Their vote and the role that came with it end today.")</p>",
                button: viewed.seat.isOffered ? "Take it back" : "End it", visit, PathID(viewed.seat.id), style: .quiet)
            : HTML.empty
        return [
            HTML(text: viewed.name), "\(viewed.title)\(attested)",
            "\(term(viewed.seat))\(viewed.problem.map { " <strong>No vote: \($0)</strong>" as HTML })", end,
        ]
    }

    static func ballots(_ view: CommitteeView) -> HTML {
        guard !view.ballots.isEmpty else {
            return emptyState("No ballot yet", "When the committee votes on something, it is here.")
        }
        return cards(
            view.ballots.map { ballot in
                linkCard(
                    ballot.title, detail: detail(ballot), to: CommitteeAddresses.ballot.link(PathID(ballot.ballot.id)),
                    icon: .sheet, badge: ballot.mayVote && ballot.own == nil ? badge("Your vote", tone: .warning) : nil)
            })
    }

    private static func detail(_ view: BallotView) -> String {
        view.ballot.closed.map { "\($0.outcome.words), \($0.on.longName)" }
            ?? "Open: \(view.cast) of \(view.electors) have voted"
    }
}

extension ClosedRange<Seats> {
    /// `5`, or `3 to 5`.
    fileprivate var words: String {
        numbers.lowerBound == numbers.upperBound
            ? String(numbers.lowerBound) : "\(numbers.lowerBound) to \(numbers.upperBound)"
    }
}
