import Program
import Sealing
import Store

extension Programmes {
    /// Records the yearly review of a member: passed or not in each part, and nothing more (KSO-C.1).
    package func review(
        _ member: String, _ answers: [AnnualReviewRule.Part: Bool], by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.reviewMembers)) { doing in
            let (transaction, agency, account) = (doing.transaction, doing.agency, doing.staff.account)
            guard let rule = doing.policy.membership.annualReview,
                let membership = try transaction.keptMembership(of: member, agency: agency, on: doing.staff.today)
            else { return .nothing }
            let refusal = doing.policy.mayReview(
                membership, answered: Array(answers.keys), by: account,
                try transaction.persons(of: [member, account], agency: agency.id))
            if let refusal { return .refused(refusal) }
            let review = AnnualReview(on: doing.staff.today, failed: rule.parts.filter { answers[$0] == false })
            try transaction.insert(review, of: membership.id, by: account, agency: agency.id)
            try transaction.note(
                review.isPassed ? .reviewPassed : .reviewFailed, in: membership, agency: agency, on: review.on,
                by: account)
            try doing.answerReminder(.reviewDue, of: membership)
            if !review.isPassed {
                try transaction.tell(
                    [doing.policy.administration.by], of: membership, under: rule.basis.clauses, in: agency,
                    at: doing.now)
            }
            return .done(.entry(.memberReviewed, on: member, under: rule.basis.clauses))
        }
    }

    /// Says who leads a member; whoever leads has that role today (KSO-A.4).
    package func assignLeader(_ leader: String, to member: String, by staff: Staff) async throws -> Result<
        Void, Refusal
    >? {
        try await act(by: staff, .holding(.keepMemberships)) { doing in
            let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
            guard let rule = doing.policy.team.supervision,
                var membership = try transaction.keptMembership(of: member, agency: agency, on: today)
            else { return .nothing }
            let leaders = try transaction.holdings(of: [rule.by], agency: agency.id, heldAfter: today)
                .filter { $0.holding.isHeld(on: today) }.map(\.account)
            guard leaders.contains(leader), leader != member else {
                return .refused(
                    Refusal("Choose a \(doing.policy.title(of: rule.by)).", field: "leader", basis: rule.basis))
            }
            membership.leader = leader
            try transaction.update(membership, agency: agency.id)
            return .done(.entry(.leaderAssigned, on: member, under: rule.basis.clauses))
        }
    }

    /// Adds a reason to the list that the committee considers relevant for a pause, in general.
    package func adoptReason(_ label: String, by staff: Staff) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.keepRelevantReasons)) { doing in
            guard let rule = doing.policy.membership.inactivity.byOwnNotice?.relevantReasons else { return .nothing }
            let words = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard (1...120).contains(words.count) else {
                return .refused(Refusal("One to 120 characters.", field: "label", basis: rule.basis))
            }
            let reason = RelevantReason(id: RandomId().text, label: words, adoptedOn: doing.staff.today)
            try doing.transaction.insert(reason, by: doing.staff.account, agency: doing.agency.id)
            return .done(reason.id, .entry(.relevantReasonsAdopted, on: reason.id, under: rule.basis.clauses))
        }
    }

    /// Takes a reason off the list.
    package func dropReason(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepRelevantReasons)) { doing in
            guard let rule = doing.policy.membership.inactivity.byOwnNotice?.relevantReasons,
                try doing.transaction.deleteRelevantReason(id, agency: doing.agency.id)
            else { return .nothing }
            return .done(.entry(.relevantReasonsAdopted, on: id, under: rule.basis.clauses))
        }
    }
}
