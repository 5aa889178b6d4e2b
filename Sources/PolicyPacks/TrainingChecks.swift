import Program

// What cannot be true together of training.
extension PackChecks {
    func checkTraining() {
        let known = Set(pack.qualifications.map(\.id))
        for course in pack.training.courses {
            check(course.whom, known, at: "training.courses[\(course.id)].whom")
        }
        for recurring in pack.training.recurring {
            let path = "training.recurring[\(recurring.id)]"
            check(recurring.whom, known, at: "\(path).whom")
            if recurring.by != nil, recurring.per != .year {
                contradiction("A day of the year goes with 'per: year'.", at: "\(path).by")
            }
            if recurring.everyone == true, recurring.whom != nil {
                contradiction("It is for everybody, or for some; not both.", at: "\(path).whom")
            }
        }
    }

    private func check(_ whom: WhomTrained?, _ known: Set<String>, at path: String) {
        guard let needed = whom?.qualification, !known.contains(needed) else { return }
        contradiction(
            "The qualification '\(needed)' is not one of training.qualifications or incidents.qualifications.",
            at: "\(path).qualification")
    }
}
