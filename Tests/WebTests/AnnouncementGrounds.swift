import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

extension Grounds {
    /// The path with an announcement of the caller's own office at it, or feedback that waits for an answer; an id of nobody's where the
    /// programme has none.
    func announcementPath(_ path: String, for client: Client) async throws -> String {
        var path = path
        if path.contains("{announcement}") {
            path = path.replacing("{announcement}", with: try await announcement(for: client))
        }
        if path.contains("{feedback}") { path = path.replacing("{feedback}", with: try await feedback()) }
        return path
    }

    private func announcement(for client: Client) async throws -> String {
        let id = RandomId().text
        guard let rule = agency.policy.governance.announcements, let first = rule.from.first,
            let account = agency.members[first.text]?.account
        else { return id }
        let key = client.session.flatMap { SessionKey(token: $0) }
        var office = first
        if let key, let staff = try await town.programmes.staff(session: key) {
            office = rule.from.first(where: staff.holds) ?? first
        }
        let today = try agency.agency.day(at: town.clock.now)
        let announcement = Announcement(
            id: id, office: office, by: account,
            content: Announcement.Content(title: "T", words: "W", circles: rule.to, lastDay: today),
            asksForWord: true, announcedOn: today)
        try await town.programmes.database.write { [agency = agency.agency.id] transaction in
            try transaction.insert(announcement, agency: agency)
        }
        return id
    }

    private func feedback() async throws -> String {
        let id = RandomId().text
        guard let rule = agency.policy.awareness.feedback,
            let giver = agency.members[try agency.role(with: .keepStatSheet)]?.account
        else { return id }
        let today = try agency.agency.day(at: town.clock.now)
        try await town.programmes.database.write { [agency = agency.agency.id] transaction in
            try transaction.insertPaper(
                id, kind: "feedback", offices: [rule.to], sealed: [1], copies: [:], agency: agency)
            try transaction.insert(FeedbackRow(id: id, giver: .account(giver), givenOn: today), agency: agency)
        }
        return id
    }
}
