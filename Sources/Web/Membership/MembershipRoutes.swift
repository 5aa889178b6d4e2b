import HTML
import Operations
import Program
import Store

extension Routes {
    static let memberships: [Route] =
        ownMembershipActs + membershipActs + furtherMembershipActs + membershipPages
        + membershipInterface

    private static let ownMembershipActs: [Route] =
        OwnMembershipActs.sign.routes + OwnMembershipActs.pause.routes + OwnMembershipActs.comeBack.routes
        + OwnMembershipActs.renew.routes + OwnMembershipActs.withdraw.routes

    private static let membershipActs: [Route] =
        MembershipActs.activate.routes + MembershipActs.place.routes + MembershipActs.letReturn.routes
        + MembershipActs.confirmRenewal.routes + MembershipActs.remove.routes

    private static let furtherMembershipActs: [Route] =
        MembershipActs.hear.routes + MembershipActs.decide.routes + MembershipActs.discipline.routes
        + MembershipActs.review.routes + MembershipActs.assign.routes + MembershipActs.adoptReason.routes
        + MembershipActs.dropReason.routes

    private static let membershipPages: [Route] = [
        .staff(.get, MembershipAddresses.own, for: .signedIn) { visit in
            try await OwnMembershipPage.answer(visit, after: visit.change())
        },
        .staff(.get, MembershipAddresses.memberships, for: .staff(.hasPartInMemberships)) { visit in
            .page(try await MembershipPage.list(visit, after: visit.change()))
        },
        .staff(.get, MembershipAddresses.membership, for: .staff(.hasPartInMemberships)) { visit, account in
            try await MembershipPage(account, visit)?.answer(after: visit.change())
        },
        .staff(.get, MembershipAddresses.history, for: .signedIn) { visit, account in
            try await MembershipHistoryPage.answer(visit, account)
        },
        .staff(.get, MembershipAddresses.signatures, for: .holding(.keepMemberships)) { visit in
            .page(try await MembershipHistoryPage.signatures(visit))
        },
        .staff(.get, MembershipAddresses.led, for: .holding(.leadMembers)) { visit in
            .page(try await MembershipPage.led(visit))
        },
        .staff(.get, MembershipAddresses.reasons, for: .holding(.keepRelevantReasons)) { visit in
            try await RelevantReasonsPage.answer(visit, after: visit.change())
        },
    ]

    private static let membershipInterface: [Route] = [
        .read(
            "listMemberships", "The memberships, for whoever has a part in them. What is not yours to see is null.",
            at: MembershipAddresses.memberships, for: .staff(.hasPartInMemberships), "By name.",
            Shape<[MembershipView]>.list("memberships", of: view)
        ) { visit in try await visit.programmes.memberships(for: visit.staff) },
        .read(
            "readOwnMembership", "Your own membership, with everything about it.", at: MembershipAddresses.own,
            for: .signedIn, "Null for whoever never had one.",
            Shape<MembershipView?>(.part(maybe: "membership", view, \.self))
        ) { visit in .some(try await visit.programmes.ownMembership(of: visit.staff)) },
        .read(
            "readMembershipHistory", "The history of somebody's memberships, as far as it is yours to see.",
            at: MembershipAddresses.history, for: .signedIn, "The newest line first.",
            Shape<[HistoryLine]>.list("history", of: line)
        ) { visit, account in
            try await visit.programmes.membershipHistory(of: account.text, for: visit.staff)
        },
        .read(
            "listAgreementSignatures", "Who has signed which text of the agreement.",
            at: MembershipAddresses.signatures,
            for: .holding(.keepMemberships), "The newest first.",
            Shape<[SignatureStanding]>.list("signatures", of: signature)
        ) { visit in try await visit.programmes.signatures(by: visit.staff) },
        .read(
            "listMembersLed", "The members whom you lead, with their duties and never their requests.",
            at: MembershipAddresses.led, for: .holding(.leadMembers), "By name.",
            Shape<[MembershipView]>.list("members", of: led)
        ) { visit in try await visit.programmes.membersLed(by: visit.staff) },
        .read(
            "listRelevantReasons", "The reasons for a pause that the committee considers relevant, in general.",
            at: MembershipAddresses.reasons, for: .holding(.keepRelevantReasons), where: \.hasRelevantReasons,
            "In order of adoption.", Shape<[RelevantReason]>.list("reasons", of: reason)
        ) { visit in try await visit.programmes.relevantReasons(for: visit.staff) },
    ]

    private static let view = Shape<MembershipView>(
        .id("account", \.membership.account), .words("name", \.name),
        .flag("onTheRoster", \.serves),
        .flag("isSelectedOnly", about: "Whether something is still to come before they serve.", \.isSelectedOnly),
        .flag("hasSigned", \.hasSigned), .day(maybe: "termEndsOn", \.membership.termEndsOn),
        .words(maybe: "leader", \.leader),
        .list("missing", of: missing, \.missing),
        .day(maybe: "reviewDue", about: "For whoever reviews.", \.reviewDue),
        .words(maybe: "ground", about: "Of a removal under way, for whoever has a part in it.", \.removal?.ground),
        .texts("evidence", about: "What the programme knows of that belongs to the ground.") {
            $0.evidence.map(\.words)
        })

    private static let missing = Shape<Refusal.Problem>(.words("message", \.message))

    private static let led = Shape<MembershipView>(
        .id("account", \.membership.account), .words("name", \.name), .flag("onTheRoster", \.serves),
        .flag("hasSigned", \.hasSigned))

    private static let line = Shape<HistoryLine>(
        .words("kind", \.event.kind.rawValue), .day("day", \.event.day), .words(maybe: "by", \.by))

    private static let signature = Shape<SignatureStanding>(
        .id("account", \.signature.account), .words("member", \.member), .words("signedAs", \.signature.name),
        .words("text", about: "The hash of the text.", \.signature.text), .moment("signedAt", \.signature.at),
        .flag("isInForce", \.isInForce))

    private static let reason = Shape<RelevantReason>(
        .id("id", \.id), .words("label", \.label), .day("adoptedOn", \.adoptedOn))
}

extension MembershipView {
    fileprivate var isSelectedOnly: Bool { membership.status == .selected }
}
