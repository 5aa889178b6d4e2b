import HTML
import Program

extension Evidence {
    /// Such as `31 of 36 sheets for October; 5 late`.
    func words(_ policy: PolicyPack) -> String {
        switch kind {
        case .sheets:
            let late = isWhole ? "" : "; \(missing) late"
            return "\(done) of \(of) sheets for \(month?.name ?? "last month")\(late)"
        case .roster:
            let gaps = isWhole ? "No gap" : "\(missing) \(missing == 1 ? "gap" : "gaps")"
            return "\(gaps) on the call-out lists in the next \(of) days"
        case .offices:
            return isWhole
                ? "Somebody can be told in each of the \(of) offices that a rule sends to"
                : "In \(missing) of the \(of) offices that a rule sends to nobody can be told"
        case .notices:
            let late = isWhole ? "" : "; \(missing) overdue"
            return "\(done) of \(of) words to supporters answered in thirty days\(late)"
        case .summary:
            let latest =
                switch (month, day) {
                case (let month?, let day?): "The summary for \(month.name) was published on \(day.longName)"
                default: "No summary is published yet"
                }
            return isWhole ? latest : "\(latest); \(missing) overdue"
        case .cards: return "\(done) of \(of) \(policy.terms.supporters) show a card"
        case .applications:
            return fewerThan.map { "Fewer than \($0) applications in the past year" }
                ?? "\(done) of \(of) applications of the past year are decided; \(of - done) under way"
        case .consultants:
            return
                "\(done) of \(of) professionals beside the team are there, with a licence that holds where one is asked for"
        case .equipment:
            return "\(done) of \(of) items of the register are lent\(isWhole ? "" : "; \(missing) due back")"
        case .awareness:
            return
                "\(done) \(done == 1 ? "activity" : "activities") in the past year\(isWhole ? "" : "; none in this period, which is soon over")"
        case .budget:
            return
                "\(done) of \(of) lines of this year’s budget are planned\(isWhole ? "" : "; \(missing) overspent")"
        case .referrals:
            return of == 0
                ? "The directory of further help is still empty"
                : "\(done) of \(of) entries of the directory were checked in time\(isWhole ? "" : "; \(missing) to ask first")"
        case .orientation:
            let late = isWhole ? "" : "; \(missing) past the time"
            return of == 0
                ? "No new employee is or was due for the orientation"
                : "\(done) of \(of) new employees came to the orientation\(late)"
        case .keys:
            return
                "\(done) of \(of) \(policy.terms.supporters) are vouched for, so that a request can be sealed to them"
        case .trained:
            return
                "\(done) of \(of) \(policy.terms.supporters) have every required course\(isWhole ? "" : "; \(missing) do not")"
        case .recurringTraining:
            return
                "\(done) of \(of) \(policy.terms.supporters) had what was required in the last period\(isWhole ? "" : "; \(missing) did not")"
        case .sessions:
            return isWhole
                ? "A session or meeting is planned or was held in this period"
                : "No session or meeting is planned in this period, which is soon over"
        }
    }
}
