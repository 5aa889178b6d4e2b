extension PolicyPack {
    /// Why somebody may not apply, if anything keeps them.
    ///
    /// - Parameters:
    ///   - standing: what they are to the agency by its directory.
    ///   - isOpen: whether an opening takes applications today.
    ///   - last: their applications of before.
    ///   - isOfTeam: whether they are of the team, or selected for it, already.
    ///   - isBarred: whether a breach keeps them out for good.
    package func mayApply(
        _ standing: MemberStanding, isOpen: Bool, before last: [Application], isOfTeam: Bool, isBarred: Bool,
        on today: Day
    ) -> Refusal? {
        if let refusal = whyNoApplicant(standing, on: today) { return refusal }
        if isOfTeam { return Refusal("You are of the team already.", basis: selection.applicants.basis) }
        // Said to nobody but themselves, and with no more than that.
        if isBarred {
            return Refusal(
                "Thank you for wanting to. By the policy nobody joins the team again after what ended your membership. "
                    + "Nobody else is told.",
                basis: membership.removal.barredForGood?.basis)
        }
        if last.contains(where: { $0.status == .underWay }) {
            return Refusal("Your application is under way already.", basis: selection.steps.first?.basis)
        }
        if selection.recruitment != nil, !isOpen {
            return Refusal(
                "Applications are taken while an opening is posted; there is none just now.",
                basis: selection.recruitment?.basis)
        }
        if let rule = selection.coolingDays,
            let no = last.filter({ $0.status == .notSelected }).compactMap(\.decidedOn).max(),
            let again = no.adding(days: rule.value.number), today < again
        {
            return Refusal("You can apply again from \(again.text) on.", basis: rule.basis)
        }
        return nil
    }

    /// Why somebody is none whom the policy takes (SAC-II.D.1-0, OCP-I.C.5.a, PD-C.1, KSO-A.1-2).
    package func whyNoApplicant(_ standing: MemberStanding, on today: Day) -> Refusal? {
        supporterRoles.first.flatMap { mayBeOfTeam($0.id, standing, from: today) }.map { refusal in
            Refusal(
                refusal.problems.map {
                    Refusal.Problem(field: nil, message: $0.message, basis: selection.applicants.basis)
                })
        }
    }

    /// What an application needs to be handed in; each of its papers has words in it.
    package var papersOfApplication: [ApplicationDocument] { selection.steps.first?.documents ?? [] }
}
