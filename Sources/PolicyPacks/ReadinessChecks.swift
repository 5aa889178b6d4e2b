import Program

/// What a programme cannot begin without.
extension PackChecks {
    func checkReadiness() {
        if pack.roles(with: .takeRequests).isEmpty {
            contradiction(
                "Nobody takes requests: give a role the power take-requests, or whoever asks waits for ever.",
                at: "roles")
        }
        checkLastStep()
    }

    /// Whoever was asked first is nobody to turn to when none of them answers.
    private func checkLastStep() {
        guard let last = pack.escalation.steps.last else { return }
        let isTeam =
            switch last.to {
            case .availableSupporters: true
            case .role(let role): pack.role(role)?.powers.isSuperset(of: [.takeRequests, .keepStatSheet]) == true
            }
        if isTeam {
            contradiction(
                "The escalation ends with the team itself. Add a last step to somebody else, such as the coordinator, who is told when none of them answers.",
                at: "escalation.steps[\(last.id)].to")
        }
    }
}
