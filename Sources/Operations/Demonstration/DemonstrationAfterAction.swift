import PolicyPacks
import Program
import Store

extension DemonstrationMaking {
    /// Where the policy asks for it: what the programme learned from an event two months ago, signed off and final.
    func afterAction(_ team: DemonstrationTeam, of agency: Agency, on today: Day) async throws {
        guard let rule = agency.policy.afterAction, let author = team.byRole[rule.draftedBy] else { return }
        let month = today.month.adding(-2)
        var form = AfterActionForm()
        form.event = "River flood"
        form.happened = month.text
        form.figures = month.text
        form.parts = Self.floodWords
        let id = try await programmes.draftAfterAction(form, by: staff(author, of: agency))
            .made("an after-action input")
        for role in rule.signedOffBy {
            guard let member = team.byRole[role],
                let signed = try await programmes.signOffAfterAction(
                    id, version: 1, by: staff(member, of: agency))
            else { throw DemonstrationFault(what: "a sign-off") }
            try signed.made("a sign-off")
        }
        guard
            let finished = try await programmes.finishAfterAction(
                id, version: 1, by: staff(author, of: agency))
        else { throw DemonstrationFault(what: "an after-action input") }
        try finished.made("an after-action input")
    }

    private static let floodWords: [AfterActionContent.Part: String] = [
        .did: """
        Supporters were at the command post from the second hour, in pairs, for three days.
        Everybody on the levee shift was offered a talk when going off duty, and a call in the week after.
        """,
        .worked: """
        Somebody was there before anybody had to ask. Food and a quiet room beside the post were used more than anything \
        that was planned.
        """,
        .change:
            "Relieve supporters after eight hours, as crews are. Tell dispatch on the first day whom to page at night.",
        .resources:
            "Two more supporters on nights, and an agreement with the neighbouring agency for events of several days.",
    ]
}
