import HTML
import Operations
import Program

/// Members whom the policy does not take, such as from before the rule: shown to whoever keeps the accounts, and put off by nobody else.
enum StandingPages {
    static func onHome(_ members: [MemberWithoutStanding], _ visit: StaffVisit) -> HTML? {
        guard !members.isEmpty else { return nil }
        return section(
            "On the team against the policy",
            lead: """
                End the role, or have the directory put right. An account that is tied to nobody cannot be tied later: make \
                one for the person of the directory.
                """,
            cards(
                members.map { member in
                    linkCard(
                        member.name, detail: member.why.problems.map(\.message).joined(separator: " "),
                        to: AccountKeepingAddresses.account.link(PathID(member.account)), icon: .alert,
                        badge: badge("To settle", tone: .warning))
                }))
    }

    static func onAccount(_ why: Refusal) -> HTML {
        callout("On the team against the policy", tone: .warning, why.announcement)
    }
}
