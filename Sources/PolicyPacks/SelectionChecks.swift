import Program

extension PackChecks {
    /// An application begins with its papers, and its steps are told apart by their names.
    func checkSelection() {
        let steps = pack.selection.steps
        for (place, step) in steps.enumerated() {
            let path = "selection.steps[\(step.id)]"
            let isApplication =
                switch step.act {
                case .application: true
                case .forwarding, .declarations, .supervisorLetter, .approvals, .endorsement, .confirmation, .inquiries,
                    .serviceRecord, .personnelFileReview, .peerReview, .interview, .ballot, .consultation, .review,
                    .approval:
                    false
                }
            if isApplication != (place == 0) {
                contradiction("The first step is the application, and no other is.", at: "\(path).act")
            }
            if steps.prefix(place).contains(where: { $0.id == step.id }) {
                contradiction("Two steps are called '\(step.id)'; call one of them something else.", at: path)
            }
        }
        if let last = steps.last, last.strength == .recommended {
            contradiction("The last step decides, so it is required.", at: "selection.steps[\(last.id)].strength")
        }
    }

    /// What comes with a rule to whom it names is listed for no role.
    func checkConferredPowers() {
        for role in pack.roles {
            for power in role.powers.intersection(PolicyPack.powersOfRules) {
                contradiction(
                    "\(power.rawValue) comes with the rules that name the role; leave it out here.",
                    at: "roles[\(role.id)].powers")
            }
        }
    }
}
