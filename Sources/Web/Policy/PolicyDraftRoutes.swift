import HTML
import Operations
import PolicyPacks
import Program

enum PolicyDraftAddresses {
    static let drafts = FixedAddress("policy-drafts")
    static let new = FixedAddress("policy-drafts/new")
    static let draft = Address<PathID>("policy-drafts/{draft}")
    static let submission = Address<PathID>("policy-drafts/{draft}/submission")
    static let approval = Address<PathID>("policy-drafts/{draft}/approval")
    static let review = Address<PathID>("policy-drafts/{draft}/review")
    static let day = Address<PathID>("policy-drafts/{draft}/day")
    static let withdrawal = Address<PathID>("policy-drafts/{draft}/withdrawal")
    /// A text that was in force before.
    static let former = Address<PathID>("former-policies/{pack}/draft")
}

extension Routes {
    static let policyDrafts: [Route] = policyDraftPages + PolicyDraftActs.routes + policyDraftReadings

    private static let policyDraftPages: [Route] = [
        .staff(.get, PolicyDraftAddresses.drafts, for: .holding(.followPolicyDrafts)) { visit in
            .page(try await PolicyDraftPages.list(visit))
        },
        .staff(.get, PolicyDraftAddresses.new, for: .holding(.draftPolicy)) { visit in
            PolicyDraftPages.new(visit)
        },
        .staff(.get, PolicyDraftAddresses.draft, for: .holding(.followPolicyDrafts)) { visit, id in
            try await PolicyDraftPages.draft(id, visit).map { .page($0) }
        },
    ]

    private static let policyDraftReadings: [Route] = [
        .read(
            "listPolicyDrafts", "New texts of the rules on their way, and those that were in force before.",
            at: PolicyDraftAddresses.drafts, for: .holding(.followPolicyDrafts), "The drafts, the latest first.",
            PolicyDraftShapes.drafts
        ) { visit in try await visit.programmes.policyDrafts(for: visit.staff) },
        .read(
            "readPolicyDraft",
            "One draft: what it changes in sentences, what was done with it, and what would change if it were in force today.",
            at: PolicyDraftAddresses.draft, for: .holding(.followPolicyDrafts), "The draft.", PolicyDraftShapes.draft
        ) { visit, id in
            try await visit.programmes.policyDraft(id.text, for: visit.staff).map {
                TriedDraft(view: $0, policy: visit.pack)
            }
        },
    ]
}

/// A draft with the pack in force, whose words its report is told in.
private struct TriedDraft: Sendable {
    let view: PolicyDraftView
    let policy: PolicyPack
}

private enum PolicyDraftShapes {
    static let drafts = Shape<PolicyDrafts>(
        .day(maybe: "inForceSince", about: "Since when the text in force is.", \.inForceSince),
        .list("drafts", of: listing, \.drafts),
        .list("former", of: former, about: "Texts that were in force before.", \.former))

    private static let former = Shape<FormerPolicy>(.id("pack", \.hash), .words("version", \.version))

    private static let listing = Shape<PolicyDraft>(
        .id("id", \.id), .words("version", \.version),
        .choice("status", about: "The last that was done with it.", \.status),
        .texts("parts", about: "What of the rules it changes.") { $0.parts.map(\.rawValue).sorted() },
        .day(maybe: "startsOn", \.startsOn), .list("steps", of: step, about: "The earliest first.", \.steps))

    private static let step = Shape<PolicyDraft.Done>(.choice("step", \.step), .day("on", \.on))

    static let draft = Shape<TriedDraft>(
        members: listing.of(\.view.draft),
        .list("changes", of: change, about: "Empty once its text is gone or in force.") { $0.view.differences ?? [] },
        .texts("wouldChange", about: "What would change if it were in force today, in sentences.") {
            $0.view.trial?.sentences($0.policy) ?? []
        },
        .texts("may", about: "The steps that you may do now.") { $0.view.may.map(\.rawValue).sorted() })

    private static let change = Shape<PackDifference>(
        .words("path", \.path), .words("sentence", \.sentence), .words(maybe: "basis", \.basis))
}

extension Shape {
    fileprivate init(members: Shape, _ more: Member...) { self.init(members.members + more) }
}
