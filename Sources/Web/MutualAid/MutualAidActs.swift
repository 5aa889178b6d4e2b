import HTML
import Operations
import Program

/// Agreements between agencies of this server: proposed, approved by each side's office, ended by either (IACP-3.9.2-1).
enum MutualAidActs {
    static let routes: [Route] = propose.routes + approve.routes + decline.routes + end.routes

    static let propose = Act(
        "proposeAid",
        "Propose an agreement with another agency. It learns of it once the own agency's approving office has said yes.",
        at: MutualAidAddresses.agreements, for: .holding(.proposeAid), where: \.agreesWithAgencies,
        taking: Input(partner, purposes, until) { AidProposal(partner: $0, purposes: $1, until: $2) },
        then: .created("Proposed. The office that approves it is told."),
        see: { _ in MutualAidAddresses.page.link() }, refused: MutualAidPages.again,
        perform: { visit, proposal in try await visit.programmes.proposeAid(proposal, by: visit.staff) })

    static let approve = Act(
        "approveAid", "Approve an agreement for the own agency. With the yes of both sides it is in force.",
        at: MutualAidAddresses.approval, for: .holding(.approveAid), where: \.agreesWithAgencies, taking: .nothing,
        then: .done("Approved."), see: { _, _ in MutualAidAddresses.page.link() },
        refused: { visit, refused, _ in try await MutualAidPages.again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.approveAid(id.text, by: visit.staff) })

    static let decline = Act(
        "declineAid", "Decline an agreement that waits for the own agency's yes or no.",
        at: MutualAidAddresses.refusal, for: .holding(.approveAid), where: \.agreesWithAgencies, taking: .nothing,
        then: .done("Declined."), see: { _, _ in MutualAidAddresses.page.link() },
        refused: { visit, refused, _ in try await MutualAidPages.again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.declineAid(id.text, by: visit.staff) })

    static let end = Act(
        "endAid", "End an agreement at once, or take it back. Either side may, at any time.",
        at: MutualAidAddresses.ending, for: .holding(.followAid), where: \.agreesWithAgencies, taking: .nothing,
        then: .done("Ended."), see: { _, _ in MutualAidAddresses.page.link() },
        refused: { visit, refused, _ in try await MutualAidPages.again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.endAid(id.text, by: visit.staff) })

    // MARK: What they take

    static let partner = Field<String>.found("partner", "With which agency", FieldWords(clauses: clauses))
    static let purposes = Field<[String]>.choices(
        "purposes", "For what", FieldWords(citesOnPage: false, clauses: clauses), layout: .cards, isOptional: false
    ) { pack in
        pack.aidPurposes.sorted().map { FieldOption($0.rawValue, $0.words, detail: $0.detail) }
    }.map { chosen throws(Refusal) in Set(chosen.compactMap(AidPurpose.init)) }
    private static let until = Field<Day?>.day(
        maybe: "until", "Last day", FieldWords(hint: "Open, where it has no end. Either side may end it at any time."))

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] { pack.aidClauses(pack.aidPurposes) }

    // MARK: What is read

    private static let yes = Shape<AidYes>(
        .words("office", about: "The title of the office.", \.office), .day("on", \.on))

    private static let agreement = Shape<ListedAid>(
        .id("id", \.agreement.id), .words("agency", about: "The other agency.", \.other),
        .texts(
            "purposes", each: .choice(AidPurpose.allCases.map(\.rawValue))
        ) { $0.agreement.purposes.sorted().map(\.rawValue) },
        .choice("status", \.agreement.status),
        .flag("isOwnProposal", about: "Whether the own agency proposed it.") { $0.side == .proposer },
        .day("proposedOn", \.agreement.proposedOn), .day(maybe: "until", about: "The last day.", \.agreement.until),
        .part(maybe: "ownApproval", yes, \.ownApproval), .part(maybe: "otherApproval", yes, \.otherApproval),
        .day(maybe: "endedOn") { $0.agreement.end?.on },
        .flag("waitsForYou", about: "Whether it waits for your yes or no.", \.isForReader))

    static let board = Shape<AidBoard>(
        .list("agreements", of: agreement, \.agreements),
        .list(
            "agencies", of: Shape<AidAgency>(.id("id", \.id), .words("title", \.title)),
            about: "The other agencies of this server.", \.agencies))
}

extension Routes {
    static let mutualAid: [Route] = MutualAidActs.routes + mutualAidReadings

    private static let mutualAidReadings: [Route] = [
        .staff(.get, MutualAidAddresses.page, for: .holding(.followAid)) { visit in
            try await MutualAidPages.again(visit, nil)
        },
        .read(
            "listAid", "The agreements with other agencies: for what, who approved them, and what waits.",
            at: MutualAidAddresses.agreements, for: .holding(.followAid), where: \.agreesWithAgencies,
            "Those that are not over first.", MutualAidActs.board
        ) { visit in try await visit.programmes.aidBoard(for: visit.staff) },
    ]
}
