import HTML
import Program

/// What the agency's counsel has looked at, and what waits for their word (IACP-3.1-3, IACP-6.2b).
enum CounselPages {
    /// The questions with what counsel said, the open ones first; nothing where the pack has no such rule.
    static func questions(_ policy: PolicyPack, _ record: CounselRecord) -> HTML? {
        guard let counsel = policy.counsel else { return nil }
        let open = counsel.questions.filter { counsel.answer(to: $0, record) == nil }
        let answered = counsel.questions.filter { counsel.answer(to: $0, record) != nil }
        let items = (open + answered).map { question -> HTML in
            let answer = counsel.answer(to: question, record).map { HTML(text: $0) } ?? badge("Open", tone: .warning)
            return "<li>\(question.question) \(question.basis.notes)<br>\(answer)</li>"
        }
        return section(
            "To settle with counsel",
            prose("\(review(policy, record))\(items.isEmpty ? nil : "<ul>\(items)</ul>" as HTML)"))
    }

    /// The day of counsel's review, or that none is recorded.
    static func review(_ policy: PolicyPack, _ record: CounselRecord) -> HTML? {
        policy.counsel.map { counsel in
            let words =
                counsel.lastReview(record).map { "The agency’s counsel reviewed this policy on \($0.longName)." }
                ?? "No review of this policy by the agency’s counsel is recorded."
            return "<p>\(words) \(counsel.basis.notes)</p>"
        }
    }
}
