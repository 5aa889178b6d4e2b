import HTTPTypes
import Operations
import Program

enum OfficeAddresses {
    /// Who holds which office that checks others, and what waits for a second yes.
    static let offices = FixedAddress("offices")
    static let proposals = FixedAddress("office-proposals")
    static let proposal = Address<PathID>("office-proposals/{proposal}")
    static let yes = Address<PathID>("office-proposals/{proposal}/yes")
    static let end = Address<PathID>("office-proposals/{proposal}/end")
}

/// The second yes to an office that checks others: each act once, for its form and for programs.
enum OfficeActs {
    static let confirm = Act(
        "confirmOffice",
        "Say the second yes: an office is given, or ends. Refused to whoever asked for it, and for an office of your own to be given.",
        at: OfficeAddresses.yes, for: .signedIn, taking: .nothing, then: .done("It holds from now on."),
        see: { _, _ in OfficeAddresses.offices.link(after: OfficeChange.confirmed) }, refused: OfficePages.again,
        perform: { visit, _, proposal in
            try await visit.programmes.confirmProposal(proposal.text, by: visit.staff)
        })

    static let end = Act(
        "endOfficeProposal", "Take back what you asked for, or say no to what you may say yes to.",
        at: OfficeAddresses.end, .delete, interface: OfficeAddresses.proposal, for: .signedIn, taking: .nothing,
        then: .done("It waits no longer."), mayRefuse: false,
        see: { _, _ in OfficeAddresses.offices.link(after: OfficeChange.ended) },
        refused: { _, _, _ in nil },
        perform: { visit, _, proposal in try await visit.programmes.endProposal(proposal.text, by: visit.staff) })
}

extension Routes {
    static let offices: [Route] = OfficeActs.confirm.routes + OfficeActs.end.routes + officePage + officeInterface

    private static let officePage: [Route] = [
        .staff(.get, OfficeAddresses.offices, for: .signedIn) { visit in
            try await OfficePages(of: visit).answer(after: visit.change())
        }
    ]

    private static let officeInterface: [Route] = [
        .read(
            "listOffices", "Who holds which office that checks others, for the team and whoever holds one.",
            at: OfficeAddresses.offices, for: .signedIn, "The holders, in the programme's order of offices.",
            Shape<[OfficeHolder]>.list("offices", of: holder)
        ) { visit in try await visit.programmes.officeHolders(for: visit.staff) },
        .read(
            "listOfficeProposals", "What waits for a second yes: what you asked for, and what you may answer.",
            at: OfficeAddresses.proposals, for: .signedIn, "The oldest first.",
            Shape<[WaitingProposal]>.list("proposals", of: waiting)
        ) { visit in try await visit.programmes.officeProposals(for: visit.staff) },
    ]

    private static let holder = Shape<OfficeHolder>(
        .words("role", \.role.text), .words("name", \.name), .day("since", \.since),
        .flag("isNew", about: "Whether they came to it in the last fourteen days.", \.isNew))

    private static let waiting = Shape<WaitingProposal>(
        .id("id", \.id), .id("account", \.proposal.account), .words("name", \.name), .words("login", \.login),
        .flag("isInDirectory", about: "Whether the directory knows whose account it is.", \.isInDirectory),
        .flag("ends", about: "Whether the office is to end; otherwise it is to be given.", \.ends),
        .words("proposedBy", \.proposedBy), .day("proposedOn", \.proposal.proposedOn), .flag("isOwn", \.isOwn),
        .flag("mayAnswer", \.mayAnswer)
    ).with(HoldingRows.shape.of(\.proposal.holding))
}

extension WaitingProposal {
    /// Whether the office is to end.
    var ends: Bool {
        switch proposal.change {
        case .give: false
        case .end: true
        }
    }
}

/// What was just answered, for the page to say it.
enum OfficeChange: String, Sendable {
    case confirmed = "office-confirmed"
    case ended = "office-proposal-ended"
}
