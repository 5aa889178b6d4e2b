import Foundation
import Program
import Sealing
import Store

/// What whoever gave feedback is told.
package struct GivenFeedback: Sendable, Equatable {
    /// By which whoever gave no name reads the answer.
    package let code: String?
}

extension Programmes {
    /// A member's word to the coordinator. With their name it is theirs to see; without, nothing that is kept ties them to it, and a code
    /// opens the answer. There is no entry in the chain.
    ///
    /// - Parameter once: what marks this sending; the same again is the same feedback, with the same code.
    package func give(
        _ feedback: NewFeedback, once: OnceKey? = nil, by staff: Staff
    ) async throws -> Result<GivenFeedback, Refusal>? {
        guard feedback.isAnonymous else { return try await giveNamed(feedback.content, by: staff) }
        let agency = staff.agency.id
        let code = once.map { FeedbackCode(ofSending: $0.bytes, in: agency, with: keys) } ?? FeedbackCode()
        do {
            return try await giveAnonymously(feedback, with: code, by: staff)
        } catch is DoneBefore {
            return .success(GivenFeedback(code: code.text))
        }
    }

    private func giveAnonymously(
        _ feedback: NewFeedback, with code: FeedbackCode, by staff: Staff
    ) async throws -> Result<GivenFeedback, Refusal>? {
        let giver = try FeedbackKey(of: code, with: keys)
        return try await quietAct(by: staff, .holding(.giveFeedback)) { [keys] doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let rule = doing.policy.awareness.feedback else { return .nothing }
            if let refusal = rule.mayGive(feedback) { return .refused(refusal) }
            if try isInBox(giver.mark, of: agency, transaction)
                || transaction.feedback(markedBy: giver.mark, agency: agency.id) != nil
            {
                return .done(GivenFeedback(code: code.text), .unchanged)
            }
            let (id, key) = (RandomId(), PaperKey())
            let sealed = try doing.seal(
                try feedback.content.bytes, as: .feedback, id: id, under: key, to: [rule.to], and: [], field: "words",
                clauses: rule.basis.clauses, with: keys.vouching)
            switch sealed {
            case .failure(let refusal): return .refused(refusal)
            case .success(let paper):
                let holder = FeedbackRow.CodeHolder(
                    mark: giver.mark, publicKey: giver.key.publicKey.bytes,
                    copy: try key.sealed(to: giver.key.publicKey, paper: id, reader: PaperKey.holderOfCode))
                try put(
                    BoxedFeedback(paper, for: holder, on: doing.staff.today), intoBoxOf: agency, at: doing.now,
                    transaction)
                return .done(GivenFeedback(code: code.text), .feedback)
            }
        }
    }

    private func giveNamed(
        _ content: FeedbackContent, by staff: Staff
    ) async throws -> Result<GivenFeedback, Refusal>? {
        try await quietAct(by: staff, .holding(.giveFeedback)) { [keys] doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let rule = doing.policy.awareness.feedback else { return .nothing }
            if let refusal = rule.mayGive(NewFeedback(content, isAnonymous: false)) { return .refused(refusal) }
            let sealed = try doing.seal(
                try content.bytes, as: .feedback, to: [rule.to], and: [doing.staff.account], field: "words",
                under: rule.basis.clauses, with: keys.vouching)
            switch sealed {
            case .failure(let refusal): return .refused(refusal)
            case .success(let paper):
                try transaction.insert(
                    FeedbackRow(id: paper.text, giver: .account(doing.staff.account), givenOn: doing.staff.today),
                    agency: agency.id)
                try transaction.tellOfFeedback(in: agency, at: doing.now)
                return .done(GivenFeedback(code: nil), .feedback)
            }
        }
    }
}

extension FeedbackContent {
    var bytes: [UInt8] { get throws { Array(try JSONEncoder().encode(self)) } }

    init(bytes: [UInt8]) throws { self = try JSONDecoder().decode(FeedbackContent.self, from: Data(bytes)) }
}
