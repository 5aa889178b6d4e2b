extension RequestRules {
    /// What keeps a request from being handed off, if anything: a reason that is not of the pack's list, or a seeker who was not
    /// asked though the pack has them asked first (KSO-H.8, SAC-II.D.3.k).
    ///
    /// - Parameter seekerWasAsked: they were asked, or could not be reached.
    package func mayHandOff(for reason: String, seekerWasAsked: Bool) -> Refusal? {
        var problems: [Refusal.Problem] = []
        if !handOff.reasons.contains(where: { $0.id == reason }) {
            let reasons = handOff.reasons.map(\.label).joined(separator: "; ")
            problems.append(
                Refusal.Problem(
                    field: "reason", message: "Choose one of these: \(reasons).", basis: handOff.basis))
        }
        if handOff.seekerAskedFirst && !seekerWasAsked {
            problems.append(
                Refusal.Problem(
                    field: "seekerWasAsked",
                    message: "Ask first whether they agree, or say that they could not be reached.",
                    basis: handOff.basis.of(.seekerAskedFirst)))
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }
}

extension ConfidentialityRules {
    /// What keeps a supporter from speaking with the seeker, if anything: the advisement comes first (SAC-II.D.3.a, IACP-6.3).
    package func mustAdviseFirst(_ record: RequestRecord) -> Refusal? {
        guard !record.isAdvised else { return nil }
        return Refusal("Give the advisement first.", basis: advisement.basis)
    }

    /// What keeps somebody from asking for support, if anything: what stays between the two, and what cannot, is read first.
    ///
    /// - Parameter field: in which they say that they have.
    package func mustReadFirst(_ isRead: Bool, field: String) -> Refusal.Problem? {
        isRead
            ? nil
            : Refusal.Problem(
                field: field, message: "Read what stays between you, and say that you have.",
                basis: advisement.basis)
    }

    /// Whether a supporter who is a supervisor has further words to say and to confirm (SAC-VI.F).
    package func needsAdmonishment(isSupervisor: Bool) -> Bool { isSupervisor && supervisoryAdmonishment != nil }

    /// What keeps the advisement from counting as given, if anything.
    package func mayAdvise(isSupervisor: Bool, withAdmonishment: Bool) -> Refusal? {
        guard needsAdmonishment(isSupervisor: isSupervisor), !withAdmonishment else { return nil }
        return Refusal(
            "As a supervisor, say the further words too and confirm them.", field: "withAdmonishment",
            basis: supervisoryAdmonishment?.basis)
    }
}
