import Program
import Store

// What the agency's counsel has looked at and answered, and the letter of the leader who stands behind the programme.
extension Programmes {
    /// What is recorded of counsel beside the pack.
    package func counsel(of agency: Agency) async throws -> CounselRecord {
        guard agency.policy.counsel != nil else { return .none }
        return try await database.read { try $0.counsel(agency: agency.id) }
    }

    package func sponsorLetter(of agency: Agency) async throws -> SponsorLetter? {
        guard agency.policy.governance.sponsor != nil else { return nil }
        return try await database.read { try $0.sponsorLetter(agency: agency.id) }
    }

    /// Records that counsel reviewed the policy on that day.
    package func recordCounselReview(on day: Day, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepCounsel)) { doing in
            guard let rule = doing.policy.counsel else { return .nothing }
            let record = try doing.transaction.counsel(agency: doing.agency.id)
            if let refusal = rule.mayRecord(review: day, record, on: doing.staff.today) { return .refused(refusal) }
            try doing.transaction.setCounselReview(on: day, agency: doing.agency.id)
            return .done(.entry(.counselReviewed, on: "policy", under: rule.basis.clauses, details: [day.text]))
        }
    }

    /// Records what counsel said to one of the policy's questions, in place of what was recorded before.
    package func recordCounselAnswer(
        _ words: String, to question: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepCounsel)) { doing in
            guard let rule = doing.policy.counsel else { return .nothing }
            if let refusal = rule.mayRecord(answer: words, to: question) { return .refused(refusal) }
            try doing.transaction.set(
                CounselRecord.Answer(words: words, on: doing.staff.today), to: question, agency: doing.agency.id)
            let clauses = rule.questions.first { $0.id == question }?.basis.clauses ?? []
            return .done(.entry(.counselAnswered, on: question, under: clauses, details: [words]))
        }
    }

    /// Gives the sponsor's letter, or renews it. It bears the name of whoever gives it, and everybody may read it.
    package func giveSponsorLetter(_ words: String, datedOn: Day, by staff: Staff) async throws -> Result<
        Void, Refusal
    >? {
        try await act(by: staff, .holding(.giveSponsorLetter)) { doing in
            guard let rule = doing.policy.governance.sponsor else { return .nothing }
            let letter = SponsorLetter(name: doing.staff.name, words: words, datedOn: datedOn)
            let former = try doing.transaction.sponsorLetter(agency: doing.agency.id)
            if let refusal = rule.mayGive(letter, inPlaceOf: former, on: doing.staff.today) { return .refused(refusal) }
            try doing.transaction.set(letter, agency: doing.agency.id)
            return .done(
                .entry(.sponsorLetterGiven, on: "letter", under: rule.basis.clauses, details: [words, datedOn.text]))
        }
    }

    /// Reminds, once each, of counsel's next review and of the sponsor's letter that is to be renewed.
    package func remindOfCounsel() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let (today, policy) = (try agency.day(at: now), agency.policy)
            if let rule = policy.counsel, let every = rule.reviewEvery,
                let due = rule.nextReview(try transaction.counsel(agency: agency.id)),
                due.adding(days: -CounselRule.reminderDays).map({ $0 <= today }) ?? false
            {
                try transaction.remindOnce(
                    NewNotice(
                        kind: .counselDue, to: .role(policy.administration.by), about: "counsel",
                        under: every.basis.clauses), dueOn: due, in: agency, at: now)
            }
            if let rule = policy.governance.sponsor, let every = rule.renewEvery,
                let due = try transaction.sponsorLetter(agency: agency.id).flatMap(rule.renewal),
                due.adding(days: -SponsorRule.reminderDays).map({ $0 <= today }) ?? false
            {
                try transaction.remindOnce(
                    NewNotice(
                        kind: .sponsorLetterDue, to: .role(policy.sponsorRole), about: "letter",
                        under: every.basis.clauses), dueOn: due, in: agency, at: now)
            }
        }
    }
}
