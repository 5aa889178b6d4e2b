import Program

/// A directory that refuses what it has, that points at a question which nobody asks, or that nobody keeps.
extension PackChecks {
    func checkReferrals() {
        let rules = pack.referrals
        let categories = Set(rules.categories.map(\.id))
        if rules.identifiedBy.value.isEmpty {
            contradiction("Somebody has to name the providers.", at: "referrals.identified-by.value")
        }
        for refused in rules.refused where categories.contains(refused.id) {
            contradiction(
                "The category '\(refused.id)' cannot be refused and be there as well.",
                at: "referrals.refused[\(refused.id)]")
        }
        for category in rules.licenceAskedOf?.value ?? [] where !categories.contains(category) {
            contradiction("There is no category '\(category)'.", at: "referrals.licence-asked-of.value")
        }
        for (place, counted) in (rules.countedAt ?? []).enumerated() {
            check(counted, at: "referrals.counted-at[\(place + 1)]")
        }
    }

    private func check(_ counted: CountedAt, at path: String) {
        guard let kind = pack.contactForm.kind(counted.kind) else {
            return contradiction("The form has no kind '\(counted.kind)'.", at: "\(path).kind")
        }
        guard let asked = kind.questions.first(where: { $0.id == counted.question }) else {
            return contradiction(
                "The kind '\(counted.kind)' has no question '\(counted.question)'.", at: "\(path).question")
        }
        if let option = counted.option, !asked.answer.options.contains(where: { $0.id == option }) {
            contradiction("The question '\(counted.question)' has no option '\(option)'.", at: "\(path).option")
        }
    }
}
