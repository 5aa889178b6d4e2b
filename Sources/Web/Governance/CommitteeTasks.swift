import HTML
import Operations
import Program

/// What a committee does by the policy: each task with what is under way of it and, for whoever may go there, the page where it is done. A
/// task that nothing here carries out is shown so.
enum CommitteeTasks {
    static func list(_ rule: CommitteeRule, _ work: CommitteeWork, _ visit: StaffVisit) -> HTML {
        guard !rule.tasks.isEmpty else { return emptyState("No task of its own", "The policy names none.") }
        return "<ul>\(rule.tasks.map { item($0, rule, work, visit) })</ul>"
    }

    private static func item(
        _ task: CommitteeTask, _ rule: CommitteeRule, _ work: CommitteeWork, _ visit: StaffVisit
    ) -> HTML {
        let place = place(of: task.task, work, visit.pack)
        let standing: HTML =
            place.map { place in
                guard let link = place.link, place.audience.admits(visit.staff.powers, owesSecondFactor: false) else {
                    return HTML(text: place.today)
                }
                return "<a\(href: link)>\(place.today)</a>"
            } ?? badge("Left to people: nothing here carries it out yet", tone: .neutral)
        return "<li>\(task.task.words) \(task.basis.notes)<br>\(standing)</li>"
    }

    /// Where a task is done, who may go there, and what is under way.
    private struct Place {
        let today: String
        let link: Link?
        let audience: Audience
    }

    private static func place(of task: CommitteeTask.Task, _ work: CommitteeWork, _ policy: PolicyPack) -> Place? {
        switch task {
        case .developsRules, .adoptsConfidentialityText:
            policy.governance.policyRevision.map { _ in
                Place(
                    today: work.drafts == 0
                        ? "No new text is on its way" : "\(counted(work.drafts, "new text")) on the way",
                    link: PolicyDraftAddresses.drafts.link(), audience: .holding(.followPolicyDrafts))
            }
        case .oversees, .guides:
            Place(
                today: "Every duty, and how it stands today", link: PolicyAddresses.policy.link(),
                audience: .holding(.readConformance))
        case .recruits:
            policy.selection.recruitment.map { _ in
                Place(
                    today: work.openings == 0 ? "No call is open" : "\(counted(work.openings, "call")) open",
                    link: SelectionAddresses.openings.link(), audience: .holding(.postOpenings))
            }
        case .selectsSupporters, .interviews:
            Place(
                today: "\(counted(work.applications, "application")) under way",
                link: SelectionAddresses.applications.link(), audience: .holding(.takePartInSelection))
        case .selectsOwnMembers: Place(today: "By the ballots on this page", link: nil, audience: .signedIn)
        case .removesSupporters:
            Place(
                today: work.removals == 0
                    ? "None waits for a decision" : "\(counted(work.removals, "removal")) waiting for a decision",
                link: MembershipAddresses.memberships.link(), audience: .holding(.removeMembers))
        case .schedulesTraining:
            Place(
                today:
                    "\(counted(work.sessions, "session")) in the next ninety days, planned by the \(policy.title(of: policy.training.planner))",
                link: TrainingAddresses.own.link(), audience: .signedIn)
        case .identifiesProviders:
            Place(
                today: "The directory of further help", link: ReferralAddresses.keeping.link(),
                audience: .holding(.keepReferrals))
        case .decidesOnDebriefing: nil
        }
    }
}
