import Foundation
import Program
import Sealing
import Store

/// Feedback as somebody reads it who may.
package struct FeedbackView: Sendable, Equatable {
    package let id: String
    package let topic: String
    package let words: String
    /// Whose it is; nothing where no name was given.
    package let name: String?
    package let givenOn: Day
    package let answer: Answer?
    /// The day on which it is destroyed.
    package let until: Day?

    package struct Answer: Sendable, Equatable {
        package let words: String
        package let on: Day
    }
}

/// What there is of feedback for whoever answers it.
package struct FeedbackInbox: Sendable, Equatable {
    package let items: [FeedbackView]
    /// How many the reader has no key to yet: whoever held the office before passes it on when they come.
    package let unopened: Int

    package var waiting: [FeedbackView] { items.filter { $0.answer == nil } }
    package var answered: [FeedbackView] { items.filter { $0.answer != nil } }
}

extension Programmes {
    /// Everything given so far, for whoever answers it. What was given without a name is here from the day after.
    package func feedbackInbox(for staff: Staff) async throws -> FeedbackInbox? {
        guard let rule = staff.policy.awareness.feedback, staff.holds(rule.to) else { return nil }
        return try await database.read { transaction in
            let rows = try transaction.feedback(agency: staff.agency.id)
            let views = try rows.map { try transaction.view($0, under: rule, for: staff) }
            return FeedbackInbox(items: views.compactMap(\.self), unopened: views.count { $0 == nil })
        }
    }

    /// How many wait for an answer of the staff member's.
    package func countOfFeedback(waitingFor staff: Staff) async throws -> Int {
        guard let rule = staff.policy.awareness.feedback, staff.holds(rule.to) else { return 0 }
        return try await database.read { transaction in
            try transaction.feedback(agency: staff.agency.id).count { $0.answer == nil }
        }
    }

    /// What the staff member gave with their name, with the answers.
    package func ownFeedback(of staff: Staff) async throws -> [FeedbackView] {
        guard let rule = staff.policy.awareness.feedback else { return [] }
        return try await database.read { transaction in
            try transaction.feedback(of: staff.account, agency: staff.agency.id).compactMap {
                try transaction.view($0, under: rule, for: staff)
            }
        }
    }

    /// Answers feedback, once.
    package func answer(
        feedback id: String, _ words: String, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.readFeedback)) { [keys] doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let rule = doing.policy.awareness.feedback, doing.staff.holds(rule.to),
                let row = try transaction.feedback(id, agency: agency.id)
            else { return .nothing }
            if let refusal = rule.mayAnswer(words, isAnswered: row.answer != nil) { return .refused(refusal) }
            let (paper, key) = (RandomId(), PaperKey())
            let sealed = try doing.seal(
                Array(words.utf8), as: .feedback, id: paper, under: key, to: [rule.to],
                and: [row.account].compactMap(\.self), field: "answer", clauses: rule.basis.clauses,
                with: keys.vouching)
            switch sealed {
            case .failure(let refusal): return .refused(refusal)
            case .success(let sealed):
                let copy = try row.codeHolder.flatMap { AccountPublicKey(bytes: $0.publicKey) }.map {
                    try key.sealed(to: $0, paper: paper, reader: PaperKey.holderOfCode)
                }
                try transaction.keep(sealed, agency: agency.id)
                let answer = FeedbackRow.Answer(paper: paper.text, on: doing.staff.today, copy: copy)
                guard try transaction.answer(id, with: answer, agency: agency.id) else { return .nothing }
                if let account = row.account {
                    try transaction.raise(
                        NewNotice(kind: .feedbackAnswered, to: .account(account), under: rule.basis.clauses),
                        in: agency, at: doing.now)
                }
                return .done(.entry(.feedbackAnswered, on: id, under: rule.basis.clauses))
            }
        }
    }

    /// What a code opens: the giver's own words, and the answer where there is one. Nothing is written. Nothing where it opens nothing,
    /// whether it never did or does no longer.
    package func feedback(openedBy code: FeedbackCode, for staff: Staff) async throws -> FeedbackView? {
        guard let rule = staff.policy.awareness.feedback else { return nil }
        let giver = try FeedbackKey(of: code, with: keys)
        return try await database.read { transaction in
            let agency = staff.agency
            guard let row = try transaction.feedback(markedBy: giver.mark, agency: agency.id) else {
                return try boxed(giver, in: agency, transaction).map { content, day in
                    rule.view(of: content, id: "", on: day, name: nil, answer: nil)
                }
            }
            guard let holder = row.codeHolder,
                let words = try transaction.open(row.id, agency: agency.id, copy: holder.copy, with: giver.key)
            else { return nil }
            let answer = try row.answer.flatMap { answer in
                try answer.copy.flatMap { copy in
                    try transaction.open(answer.paper, agency: agency.id, copy: copy, with: giver.key)
                }.map { FeedbackView.Answer(words: String(decoding: $0, as: UTF8.self), on: answer.on) }
            }
            return rule.view(
                of: try FeedbackContent(bytes: words), id: row.id, on: row.givenOn, name: nil, answer: answer)
        }
    }

    /// Destroys feedback whose days are over.
    package func destroyOldFeedback() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let rows = try transaction.feedback(agency: agency.id)
            guard !rows.isEmpty else { return }
            let today = try agency.day(at: now)
            for row in rows {
                // Where the policy has no such rule any more, nobody answers or reads it.
                let end = agency.policy.awareness.feedback?.destroyedOn(given: row.givenOn, answered: row.answer?.on)
                if (end ?? today) <= today { try transaction.destroy(row, agency: agency.id) }
            }
        }
    }
}

extension FeedbackRule {
    fileprivate func view(
        of content: FeedbackContent, id: String, on day: Day, name: String?, answer: FeedbackView.Answer?
    ) -> FeedbackView {
        FeedbackView(
            id: id, topic: topics.first { $0.id == content.topic }?.label ?? content.topic, words: content.words,
            name: name, givenOn: day, answer: answer, until: destroyedOn(given: day, answered: answer?.on))
    }
}

extension Transaction {
    /// Nothing where the staff member has no key to it.
    fileprivate func view(
        _ row: FeedbackRow, under rule: FeedbackRule, for staff: Staff
    ) throws -> FeedbackView? {
        guard let words = try open(paper: row.id, as: .feedback, by: staff) else { return nil }
        let answer = try row.answer.map { answer in
            FeedbackView.Answer(
                words: String(
                    decoding: try open(paper: answer.paper, as: .feedback, by: staff) ?? [], as: UTF8.self),
                on: answer.on)
        }
        let name = try row.account.flatMap { try accountNames(agency: staff.agency.id, of: [$0])[$0] }
        return rule.view(
            of: try FeedbackContent(bytes: words), id: row.id, on: row.givenOn, name: name, answer: answer)
    }

    /// A paper as the code opens it.
    fileprivate func open(
        _ id: String, agency: String, copy: [UInt8], with key: AccountKey
    ) throws -> [UInt8]? {
        guard let paper = RandomId(text: id), let sealed = try sealedPaper(id, agency: agency) else { return nil }
        let paperKey = try PaperKey(opening: copy, with: key, paper: paper, reader: PaperKey.holderOfCode)
        return try paperKey.open(sealed, as: .feedback, paper: paper)
    }
}
