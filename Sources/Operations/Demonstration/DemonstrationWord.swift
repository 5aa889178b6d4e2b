import Program
import Store

extension DemonstrationMaking {
    /// An announcement that some have read and some have not, and feedback with its answer, as far as the policy has them.
    func word(of agency: Agency, _ team: DemonstrationTeam, on today: Day) async throws {
        let readers = team.supporters.prefix(DemonstrationTeam.enrolled)
        if let rule = agency.policy.governance.announcements, let lastDay = today.adding(days: 21),
            let sender = rule.from.compactMap({ team.byRole[$0] }).first
        {
            let content = Announcement.Content(
                title: "New brochures",
                words: "The new brochures are in the supply room. Please take some to your unit.",
                circles: rule.to, lastDay: lastDay)
            let id = try await programmes.announce(
                NewAnnouncement(content, asksForWord: true), by: try await staff(sender, of: agency)
            )?.made("announcement")
            for reader in readers.dropFirst().prefix(3) {
                guard let id else { break }
                _ = try await programmes.acknowledge(
                    announcement: id, version: 1, by: try await staff(reader, of: agency))
            }
        }
        guard let rule = agency.policy.awareness.feedback, let topic = rule.topics.first,
            let giver = readers.dropFirst().first, let answering = team.byRole[rule.to]
        else { return }
        let content = FeedbackContent(
            topic: topic.id, words: "A refresher on talking with families would help several of us.")
        _ = try await programmes.give(
            NewFeedback(content, isAnonymous: false), by: try await staff(giver, of: agency)
        )?.made("feedback")
        let reader = try await staff(answering, of: agency)
        guard let given = try await programmes.feedbackInbox(for: reader)?.waiting.first else { return }
        _ = try await programmes.answer(
            feedback: given.id, "Good idea. It is planned for the next quarter, with two dates.", by: reader
        )?.made("answer")
    }
}
