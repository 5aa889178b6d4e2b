import HTML
import Operations
import Program

/// What is done with a new text of the rules. Who may is for the pack in force to say; each step once, in its order.
enum PolicyDraftActs {
    static let routes: [Route] =
        draft.routes(takingBodiesUpTo: 3 * NewPolicyText.mostBytes) + former.routes + submit.routes + approve.routes
        + review.routes + date.routes + withdraw.routes

    static let draft = Act(
        "draftPolicy",
        """
        Draft a new text of the rules: a whole pack, or what changes in one that it extends. It is checked as `pack check` does; \
        with a problem nothing is changed.
        """,
        at: PolicyDraftAddresses.drafts, for: .holding(.draftPolicy),
        taking: Input(text, promises) { NewPolicyText(text: $0, confirmedPromises: $1) },
        then: .created("A draft.", at: PolicyDraftAddresses.draft),
        see: { done in PolicyDraftAddresses.draft.link(PathID(done.id ?? "")) },
        refused: { visit, refused in PolicyDraftPages.new(visit, refused) },
        perform: { visit, new in try await visit.programmes.draftPolicy(new, by: visit.staff) })

    static let former = Act(
        "draftFormerPolicy", "Draft a text that was in force before: it comes back by the same steps.",
        at: PolicyDraftAddresses.former, for: .holding(.draftPolicy), taking: .nothing,
        then: .created("A draft.", at: PolicyDraftAddresses.draft),
        see: { done, _ in PolicyDraftAddresses.draft.link(PathID(done.id ?? "")) },
        refused: { visit, refused, _ in
            .page(try await PolicyDraftPages.list(visit, refused), again: refused)
        },
        perform: { visit, _, pack in try await visit.programmes.draftFormerPolicy(pack.text, by: visit.staff) })

    static let submit = Act(
        "submitPolicyDraft", "Hand a draft to whoever approves it.", at: PolicyDraftAddresses.submission,
        for: .holding(.draftPolicy), taking: .nothing, then: .done("Whoever approves is asked."),
        see: { _, id in PolicyDraftAddresses.draft.link(id) }, refused: PolicyDraftPages.again,
        perform: { visit, _, id in try await visit.programmes.submitPolicy(id.text, by: visit.staff) })

    static let approve = Act(
        "approvePolicyDraft", "Say yes or no to a draft, where the policy gives the approval to a role of yours.",
        at: PolicyDraftAddresses.approval, for: .holding(.followPolicyDrafts), taking: Input(word),
        then: .done("Said."),
        see: { _, id in PolicyDraftAddresses.draft.link(id) }, refused: PolicyDraftPages.again,
        perform: { visit, word, id in
            try await visit.programmes.approvePolicy(id.text, word == .yes, by: visit.staff)
        })

    static let review = Act(
        "reviewPolicyDraft", "Pass a draft or send it back, where the policy gives the review to a role of yours.",
        at: PolicyDraftAddresses.review, for: .holding(.followPolicyDrafts), taking: Input(word), then: .done("Said."),
        see: { _, id in PolicyDraftAddresses.draft.link(id) }, refused: PolicyDraftPages.again,
        perform: { visit, word, id in
            try await visit.programmes.reviewPolicy(id.text, word == .yes, by: visit.staff)
        })

    static let date = Act(
        "datePolicyDraft", "Set the day from which a draft is in force: today or later, in the agency's time zone.",
        at: PolicyDraftAddresses.day, for: .holding(.draftPolicy), taking: Input(startsOn), then: .done("Set."),
        see: { _, id in PolicyDraftAddresses.draft.link(id) }, refused: PolicyDraftPages.again,
        perform: { visit, day, id in try await visit.programmes.datePolicy(id.text, from: day, by: visit.staff) })

    static let withdraw = Act(
        "withdrawPolicyDraft", "Take a draft back before it is in force. Its text is destroyed.",
        at: PolicyDraftAddresses.withdrawal, for: .holding(.draftPolicy), taking: .nothing, then: .done("Withdrawn."),
        see: { _, id in PolicyDraftAddresses.draft.link(id) }, refused: PolicyDraftPages.again,
        perform: { visit, _, id in try await visit.programmes.withdrawPolicy(id.text, by: visit.staff) })

    private static let text = Field<[UInt8]>.table(
        "text", "The new text", mostBytes: NewPolicyText.mostBytes, accepting: ".yaml,.yml,.txt,text/plain",
        FieldWords(
            hint:
                "Choose a file, or paste it. To say only what changes, begin with “extends:” and the id of the rules in force.",
            about: "A pack in YAML.", clauses: revisionClauses)
    ).map { String(decoding: $0, as: UTF8.self) }

    private static let promises = Field<String?>.text(
        maybe: "promises", "Promises that you read and confirm", longest: 12, kind: .code,
        FieldWords(
            hint:
                "Only where the text takes promises over from another pack. They are told when you try, with the twelve signs to type here.",
            about: "The twelve signs that name them."))

    static let word = Field<YesOrNo>.choice("word", "Your word", FieldWords(clauses: revisionClauses)) { $0.rawValue }

    static let startsOn = Field<Day>.day(
        "startsOn", "In force from", FieldWords(about: "Today or later.", clauses: revisionClauses))

    enum YesOrNo: String, CaseIterable, Sendable {
        case yes, no
    }

    @Sendable
    private static func revisionClauses(_ pack: PolicyPack) -> [ClauseID] {
        pack.governance.policyRevision?.basis.clauses ?? []
    }
}
