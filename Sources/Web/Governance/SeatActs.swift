import HTML
import Operations
import Program

/// What is done with the seats of a committee: each act once, for its form and for programs.
enum SeatActs {
    static let routes: [Route] = offer.routes + accept.routes + end.routes

    static let offer = Act(
        "offerSeat",
        "Offer a seat to somebody. Where serving is voluntary it waits for their word; elsewhere it is theirs at once.",
        at: CommitteeAddresses.seats, for: .holding(.conveneCommittee), where: \.hasCommittees,
        taking: Input(seat, account, attested) { SeatOffer(seat: $0, account: $1, isAttested: $2) },
        then: .created("Offered."),
        see: { _, committee in CommitteeAddresses.committee.link(committee) }, refused: CommitteePages.again,
        perform: { visit, offer, committee in
            try await visit.programmes.offer(offer, in: CommitteeID(committee.text), by: visit.staff)
        })

    static let seat = Field<String>.found("seat", "Seat")
    static let account = Field<String>.found(
        "account", "Who", FieldWords(hint: "Somebody with an account. One is made on the page Accounts."))
    static let attested = Field<Bool>.tick(
        "attested", "I vouch that they are what the seat asks for",
        FieldWords(
            hint: "For professionals, chaplains, administrators and representatives, whom no directory knows.",
            about: "Whether you vouch for what neither directory nor roles know; it is kept with your name and the day."
        ))

    static let accept = Act(
        "acceptSeat", "Take a seat that was offered to you: from today, for its term.",
        at: CommitteeAddresses.acceptance, for: .signedIn, where: \.hasCommittees, taking: .nothing,
        then: .done("The seat is yours."),
        see: { _, _ in CommitteeAddresses.committees.link() },
        refused: { visit, refused, _ in try await CommitteePages.listAgain(visit, refused) },
        perform: { visit, _, seat in try await visit.programmes.acceptSeat(seat.text, by: visit.staff) })

    static let end = Act(
        "endSeat",
        """
        Decline a seat that was offered to you, or give yours up; for whoever fills the seats, take an offer back or end a \
        seat. The role that came with it ends too.
        """,
        at: CommitteeAddresses.endOfSeat, .delete, interface: CommitteeAddresses.seat, for: .signedIn,
        where: \.hasCommittees, taking: .nothing, then: .done("Ended."),
        see: { _, _ in CommitteeAddresses.committees.link() },
        refused: { visit, refused, _ in try await CommitteePages.listAgain(visit, refused) },
        perform: { visit, _, seat in try await visit.programmes.endSeat(seat.text, by: visit.staff) })
}
