import Program
import Sealing
import Store

/// A question that is put to a committee, for a dated decision.
package struct CommitteeQuestion: Sendable, Equatable {
    package let words: String
    package let votes: SelectionAct.Votes
    /// The first day on which nobody votes any more.
    package let closesOn: Day?

    package init(words: String, votes: SelectionAct.Votes, closesOn: Day?) {
        self.words = words
        self.votes = votes
        self.closesOn = closesOn
    }
}

extension Programmes {
    /// Puts a question to a committee, whose answer is its dated decision (IACP-7.4); for whoever convenes it. Nothing where there is no
    /// such committee for the staff member.
    package func ask(
        _ question: CommitteeQuestion, of committee: CommitteeID, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.conveneCommittee)) { doing in
            guard let rule = doing.convened(committee) else { return .nothing }
            guard !question.words.isEmpty else {
                return .refused(Refusal("Put the question in words.", field: "question"))
            }
            return try openBallot(
                on: .decision(question: question.words), of: committee, closesOn: question.closesOn,
                votes: question.votes, doing
            ).deed(under: rule.basis.clauses)
        }
    }
}
