import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

extension Grounds {
    /// The path with an announcement at it, by an office of the caller's where they have one, to every circle. There is no feedback.
    func announcementPath(_ path: String, for client: Client) async throws -> String {
        let path = path.replacing("{feedback}", with: RandomId().text)
        guard path.contains("{announcement}") else { return path }
        let id = RandomId().text
        let today = try agency.agency.day(at: town.clock.now)
        if let rule = agency.policy.governance.announcements, let staff = try await staff(client),
            let office = rule.from.first(where: staff.holds) ?? rule.from.first
        {
            let content = Announcement.Content(
                title: "A meeting", words: "On Monday.", circles: rule.to, lastDay: today.adding(days: 30) ?? today)
            let new = Announcement(
                id: id, office: office, by: staff.account, content: content, asksForWord: true, announcedOn: today)
            try await town.programmes.database.write { [agency = agency.agency.id] transaction in
                try transaction.insert(new, agency: agency)
            }
        }
        return path.replacing("{announcement}", with: id)
    }

    /// Nobody has given feedback. What a body lacks is told before.
    func hasNoFeedback(at route: Route) -> Bool {
        route.pattern.contains("{feedback}") && !(route.isAPI && route.method != .get)
    }
}
