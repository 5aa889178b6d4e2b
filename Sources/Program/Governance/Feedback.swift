/// What a member says to the coordinator: training wanted, what goes badly in the field, what is needed (IACP-8.2). It is sealed to the
/// office that the pack names; whose it is stands in it where its giver wished so, and nowhere at all else.
package struct FeedbackContent: Sendable, Equatable, Codable {
    /// One of the pack's topics.
    package let topic: String
    package let words: String

    package init(topic: String, words: String) {
        self.topic = topic
        self.words = words
    }

    package static let longest = 1500
    /// The longest answer.
    package static let longestAnswer = 1500
}

/// Feedback to be given.
package struct NewFeedback: Sendable, Equatable {
    package let content: FeedbackContent
    package let isAnonymous: Bool

    package init(_ content: FeedbackContent, isAnonymous: Bool) {
        self.content = content
        self.isAnonymous = isAnonymous
    }
}

extension FeedbackRule {
    /// The days that it is kept.
    package var keptFor: Int { (keptDays ?? 365).number }

    /// Everything that keeps words from being given.
    package func mayGive(_ feedback: NewFeedback) -> Refusal? {
        var problems: [Refusal.Problem] = []
        if !topics.contains(where: { $0.id == feedback.content.topic }) {
            problems.append(problem("topic", "What it is about: choose one."))
        }
        if feedback.content.words.allSatisfy(\.isWhitespace) {
            problems.append(problem("words", "Your words: write something."))
        }
        if feedback.isAnonymous && !mayBeAnonymous {
            problems.append(problem("anonymous", "Without your name: this programme asks for it."))
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }

    /// What keeps an answer from being given.
    package func mayAnswer(_ words: String, isAnswered: Bool) -> Refusal? {
        if isAnswered { return Refusal("This has an answer already.", clauses: basis.clauses) }
        if words.allSatisfy(\.isWhitespace) { return Refusal([problem("answer", "Your answer: write something.")]) }
        return nil
    }

    /// The day on which it is destroyed.
    package func destroyedOn(given: Day, answered: Day?) -> Day? { (answered ?? given).adding(days: keptFor) }

    private func problem(_ field: String, _ message: String) -> Refusal.Problem {
        Refusal.Problem(field: field, message: message, clauses: basis.clauses)
    }
}

extension PolicyPack {
    /// What comes with the rules on announcements and feedback.
    var conferredByWord: [ConferredPower] {
        let announcements = governance.announcements
        let feedback = awareness.feedback
        // By what the pack lists: to ask for conferred powers here would ask for these again.
        let supporters = roles.filter { $0.powers.contains(.keepStatSheet) }.map(\.id)
        return [
            ConferredPower(.announce, on: announcements?.from ?? []),
            ConferredPower(.hearAnnouncements, on: announcements?.to ?? []),
            ConferredPower(.giveFeedback, on: feedback == nil ? [] : supporters),
            ConferredPower(.readFeedback, on: feedback.map { [$0.to] } ?? []),
        ]
    }
}
