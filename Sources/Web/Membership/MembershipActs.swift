import HTML
import HTTPTypes
import Operations
import Program

enum MembershipAddresses {
    /// The own membership.
    static let own = FixedAddress("membership")
    static let pause = FixedAddress("membership/pause")
    static let comeBack = FixedAddress("membership/return")
    static let renewal = FixedAddress("membership/renewal")
    static let withdrawal = FixedAddress("membership/withdrawal")
    static let signature = FixedAddress("agreement/signature")
    static let signatures = FixedAddress("agreement/signatures")

    static let memberships = FixedAddress("memberships")
    static let membership = Address<PathID>("memberships/{account}")
    static let history = Address<PathID>("memberships/{account}/history")
    static let activation = Address<PathID>("memberships/{account}/activation")
    static let inactivity = Address<PathID>("memberships/{account}/inactivity")
    static let letReturn = Address<PathID>("memberships/{account}/return")
    static let nextTerm = Address<PathID>("memberships/{account}/renewal")
    static let removal = Address<PathID>("memberships/{account}/removal")
    static let hearing = Address<PathID>("memberships/{account}/removal/hearing")
    static let decision = Address<PathID>("memberships/{account}/removal/decision")
    static let discipline = Address<PathID>("memberships/{account}/discipline")
    static let review = Address<PathID>("memberships/{account}/review")
    static let leader = Address<PathID>("memberships/{account}/leader")
    static let led = FixedAddress("members-led")
    static let reasons = FixedAddress("relevant-reasons")
    static let reason = Address<PathID>("relevant-reasons/{reason}")
    static let reasonEnd = Address<PathID>("relevant-reasons/{reason}/end")
}

extension Need {
    /// A part in the memberships of others.
    static let hasPartInMemberships = Need.anyOf([
        .keepMemberships, .confirmRenewals, .seePauses, .placeInactive, .removeMembers, .beHeardOnRemovals,
        .approveRemovals, .reviewMembers,
    ])
}

/// What was just done, for the page to say it.
enum MembershipChange: String, Sendable {
    case changed = "membership-changed"

    var announcement: HTML { justDone("Done") }
}

/// What a member does about their own membership.
enum OwnMembershipActs {
    static let sign = Act(
        "signAgreement", "Sign the agreement with your own name, under the words that you read.",
        at: MembershipAddresses.signature, for: .signedIn,
        taking: Input(
            .text(
                "name", "Your name", longest: 120,
                FieldWords(hint: "As it stands at the top of the page.", clauses: \.agreement.basis.clauses)),
            .hiddenID("text", FieldWords(about: "Names the text that was read."))
        ) { (name: $0, text: $1) },
        then: .done("Signed."), see: { _ in HandbookAddresses.agreement.link(after: MembershipChange.changed) },
        refused: AgreementPage.again,
        perform: { visit, signed in
            try await visit.programmes.sign(signed.name, under: signed.text, by: visit.staff)
        })

    static let pause = Act(
        "pauseMembership", "Pause by your own notice. Nobody asks why.", at: MembershipAddresses.pause, for: .signedIn,
        where: { $0.membership.inactivity.byOwnNotice != nil },
        taking: Input(
            .day(maybe: "until", "Back on", FieldWords(hint: "Leave it open where you do not know yet.")), relevant,
            reason
        ) { (until: $0, applies: $1, reason: $2) },
        then: .done("Paused."), see: { _ in MembershipAddresses.own.link(after: MembershipChange.changed) },
        refused: OwnMembershipPage.again,
        perform: { visit, asked in
            try await visit.programmes.pause(
                until: asked.until, reason: asked.reason, applies: asked.applies, by: visit.staff)
        })

    private static let reason = Field<String?>.words(
        maybe: "reason", "Why, if you want to say it", longest: 400, rows: 3,
        FieldWords(
            hint: "Sealed to those two roles and yourself, and destroyed when the pause is over.",
            clauses: \.membership.inactivity.reasonVisibleTo.basis.clauses)
    ).only(where: { $0.membership.inactivity.byOwnNotice?.reason == .optional }, otherwise: nil)

    private static let relevant = Field<Bool>.flag(
        "relevant", "One of the reasons that the committee considers relevant applies",
        FieldWords(
            hint: "Which one is not asked.",
            clauses: { $0.membership.inactivity.byOwnNotice?.relevantReasons?.basis.clauses ?? [] })
    ).only(where: { $0.membership.inactivity.byOwnNotice?.relevantReasons != nil }, otherwise: false)

    static let comeBack = Act(
        "returnFromPause", "End your own pause.", at: MembershipAddresses.comeBack, for: .signedIn, taking: .nothing,
        then: .done("You serve again, where nothing else keeps you."),
        see: { _ in MembershipAddresses.own.link(after: MembershipChange.changed) }, refused: OwnMembershipPage.again,
        perform: { visit, _ in try await visit.programmes.comeBack(by: visit.staff) })

    static let renew = Act(
        "askToRenewTerm", "Say yes to another term.", at: MembershipAddresses.renewal, for: .signedIn,
        where: { $0.membership.term != nil }, taking: .nothing, then: .done("Said; it waits to be confirmed."),
        see: { _ in MembershipAddresses.own.link(after: MembershipChange.changed) }, refused: OwnMembershipPage.again,
        perform: { visit, _ in try await visit.programmes.askToRenew(by: visit.staff) })

    static let withdraw = Act(
        "withdrawFromTeam", "Leave the team by your own notice. What is open with you goes to others first.",
        at: MembershipAddresses.withdrawal, for: .signedIn, taking: .nothing, then: .done("You have left the team."),
        see: { _ in MembershipAddresses.own.link(after: MembershipChange.changed) }, refused: OwnMembershipPage.again,
        perform: { visit, _ in try await visit.programmes.withdraw(by: visit.staff) })
}

/// What others do about a membership, each by the role that the pack names.
enum MembershipActs {
    static let activate = Act(
        "activateMember", "Somebody who was selected serves from today. Refused while anything is missing.",
        at: MembershipAddresses.activation, for: .holding(.keepMemberships), taking: .nothing,
        then: .done("Active."), see: seen, refused: MembershipPage.again,
        perform: { visit, _, account in try await visit.programmes.activate(account.text, by: visit.staff) })

    static let place = Act(
        "placeInactive",
        "Place a member on inactive status at once. The reason is sealed to the roles that may see it.",
        at: MembershipAddresses.inactivity, for: .holding(.placeInactive),
        where: { $0.membership.inactivity.byOthers != nil },
        taking: Input(
            reason,
            .day(maybe: "until", "Until", FieldWords(hint: "Leave it open where it is not known."))
        ) { (reason: $0, until: $1) },
        then: .done("Off the roster."), see: seen, refused: MembershipPage.again,
        perform: { visit, asked, account in
            try await visit.programmes.placeInactive(
                account.text, reason: asked.reason, until: asked.until, by: visit.staff)
        })

    private static let reason = Field<String>.choice(
        "reason", "Reason", FieldWords(clauses: { $0.membership.inactivity.byOthers?.basis.clauses ?? [] })
    ) { pack in (pack.membership.inactivity.byOthers?.reasons ?? []).map { FieldOption($0.id, $0.label) } }

    static let letReturn = Act(
        "letMemberReturn", "End an involuntary pause.", at: MembershipAddresses.letReturn,
        for: .holding(.placeInactive),
        where: { $0.membership.inactivity.byOthers != nil }, taking: .nothing, then: .done("Ended."), see: seen,
        refused: MembershipPage.again,
        perform: { visit, _, account in try await visit.programmes.letReturn(account.text, by: visit.staff) })

    static let confirmRenewal = Act(
        "confirmRenewal", "Confirm another term after its member's yes.", at: MembershipAddresses.nextTerm,
        for: .holding(.confirmRenewals), where: { $0.membership.term != nil }, taking: .nothing,
        then: .done("Confirmed."), see: seen, refused: MembershipPage.again,
        perform: { visit, _, account in try await visit.programmes.confirmRenewal(of: account.text, by: visit.staff) })

    static let remove = Act(
        "removeMember",
        "Begin the removal of a member on a ground of the policy, or carry it out where nobody else's word is needed.",
        at: MembershipAddresses.removal, for: .holding(.removeMembers),
        taking: Input(ground) { $0 }, then: .done("Begun, or done."), see: seen, refused: MembershipPage.again,
        perform: { visit, ground, account in
            try await visit.programmes.remove(account.text, ground: ground, by: visit.staff)
        })

    private static let ground = Field<String>.choice(
        "ground", "Ground", FieldWords(clauses: \.membership.removal.groundClauses)
    ) { $0.membership.removal.grounds.map { FieldOption($0.id, $0.label) } }
    .inSomeCases().only(where: { !$0.membership.removal.grounds.isEmpty }, otherwise: nil)

    static let hear = Act(
        "beHeardOnRemoval", "Record that you were heard on a removal, where the policy asks for it.",
        at: MembershipAddresses.hearing, for: .holding(.beHeardOnRemovals),
        where: { $0.membership.removal.consultation != nil }, taking: .nothing, then: .done("Recorded."), see: seen,
        refused: MembershipPage.again,
        perform: { visit, _, account in
            try await visit.programmes.beHeard(onRemovalOf: account.text, by: visit.staff)
        })

    static let decide = Act(
        "decideRemoval", "Approve a removal, so that it takes effect, or decline it.", at: MembershipAddresses.decision,
        for: .holding(.approveRemovals), where: { $0.membership.removal.approver != nil }, taking: Input(decision),
        then: .done("Decided."), see: { _, _ in MembershipAddresses.memberships.link(after: MembershipChange.changed) },
        refused: MembershipPage.again,
        perform: { visit, decision, account in
            try await visit.programmes.decideRemoval(of: account.text, decision, by: visit.staff)
        })

    private static let decision = Field<RemovalDecision>.choice(
        "decision", "Your word", FieldWords(clauses: \.membership.removal.basis.clauses)
    ) { $0 == .approve ? "Approve the removal" : "Decline it" }

    static let discipline = Act(
        "referDiscipline", "Record as a fact that discipline was referred, and nothing of it.",
        at: MembershipAddresses.discipline, for: .holding(.removeMembers),
        where: { $0.membership.removal.approver != nil }, taking: .nothing, then: .done("Recorded."), see: seen,
        refused: MembershipPage.again,
        perform: { visit, _, account in try await visit.programmes.referDiscipline(of: account.text, by: visit.staff) })

    static let review = Act(
        "reviewMember", "Record the yearly review: passed or not in each part, and nothing more.",
        at: MembershipAddresses.review, for: .holding(.reviewMembers), where: { $0.membership.annualReview != nil },
        taking: Input(part(.criminal), part(.administrative)) { criminal, administrative in
            [AnnualReviewRule.Part.criminal: criminal, .administrative: administrative].compactMapValues { $0 }
        },
        then: .done("Recorded."), see: seen, refused: MembershipPage.again,
        perform: { visit, answers, account in
            try await visit.programmes.review(account.text, answers.mapValues { $0 == .passed }, by: visit.staff)
        })

    private static func part(_ part: AnnualReviewRule.Part) -> Field<ReviewOutcome?> {
        Field<ReviewOutcome>.choice(
            part.rawValue, part == .criminal ? "Criminal review" : "Administrative review",
            FieldWords(clauses: { $0.membership.annualReview?.basis.clauses ?? [] })
        ) { $0 == .passed ? "Passed" : "Not passed" }
        .inSomeCases().only(
            where: { $0.membership.annualReview?.parts.contains(part) == true }, otherwise: nil)
    }

    static let assign = Act(
        "assignLeader", "Say who leads a member.", at: MembershipAddresses.leader, for: .holding(.keepMemberships),
        where: { $0.team.supervision != nil },
        taking: Input(
            .found(
                "leader", "Leader", FieldWords(clauses: { $0.team.supervision?.basis.clauses ?? [] }))
        ) { $0 },
        then: .done("Assigned."), see: seen, refused: MembershipPage.again,
        perform: { visit, leader, account in
            try await visit.programmes.assignLeader(leader, to: account.text, by: visit.staff)
        })

    static let adoptReason = Act(
        "adoptRelevantReason", "Add a reason to the committee's list, in general and for nobody in particular.",
        at: MembershipAddresses.reasons, for: .holding(.keepRelevantReasons), where: { $0.hasRelevantReasons },
        taking: Input(.text("label", "Reason", longest: 120, FieldWords(hint: "In general: such as a family matter.")))
        {
            $0
        },
        then: .created("On the list."), see: { _ in MembershipAddresses.reasons.link(after: MembershipChange.changed) },
        refused: RelevantReasonsPage.again,
        perform: { visit, label in try await visit.programmes.adoptReason(label, by: visit.staff) })

    static let dropReason = Act(
        "dropRelevantReason", "Take a reason off the committee's list.", at: MembershipAddresses.reasonEnd, .delete,
        interface: MembershipAddresses.reason, for: .holding(.keepRelevantReasons), where: { $0.hasRelevantReasons },
        taking: .nothing, then: .done("Off the list."), mayRefuse: false,
        see: { _, _ in MembershipAddresses.reasons.link(after: MembershipChange.changed) }, refused: { _, _, _ in nil },
        perform: { visit, _, reason in try await visit.programmes.dropReason(reason.text, by: visit.staff) })

    @Sendable
    private static func seen(_ done: Done<Void>, _ account: PathID) -> Link {
        MembershipAddresses.membership.link(account, after: MembershipChange.changed)
    }
}

/// What came of one part of a review.
enum ReviewOutcome: String, CaseIterable, Sendable {
    case passed, failed
}

extension PolicyPack {
    var hasRelevantReasons: Bool { membership.inactivity.byOwnNotice?.relevantReasons != nil }
}
