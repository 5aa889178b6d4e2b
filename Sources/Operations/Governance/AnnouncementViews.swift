import Program
import Store

/// An announcement as one of its circles sees it.
package struct AnnouncementToRead: Sendable, Equatable {
    package let announcement: Announcement
    /// The role and the name of whoever announced it.
    package let from: String
    /// Whether they are asked for their word, and have not given it to this text.
    package let waits: Bool
}

/// An announcement as the office sees it that made it.
package struct AnnouncementMade: Sendable, Equatable {
    package let announcement: Announcement
    package let isInForce: Bool
    /// To whom, in the pack's words.
    package let circles: [String]
    /// How many are in its circles today.
    package let readers: Int
    /// How many of them gave their word to this text.
    package let acknowledged: Int
    /// Who has not, by name, once the pack's days are over for them.
    package let missing: [String]
    package let rule: AnnouncementRule
}

extension Programmes {
    /// What is in force for the circles that the staff member is in, the newest first.
    package func announcements(for staff: Staff) async throws -> [AnnouncementToRead] {
        guard staff.powers.contains(.hearAnnouncements) else { return [] }
        return try await database.read { transaction in
            let agency = staff.agency.id
            let inForce = try transaction.announcementsInForce(agency: agency, on: staff.today).filter {
                $0.isFor(holding: staff.rolesToday)
            }
            guard !inForce.isEmpty else { return [] }
            let given = try transaction.wordsToAnnouncements(of: staff.account, agency: agency)
            let names = try transaction.accountNames(agency: agency, of: inForce.map(\.by).withoutRepetition)
            return inForce.map { announcement in
                AnnouncementToRead(
                    announcement: announcement,
                    from: [staff.policy.title(of: announcement.office), names[announcement.by] ?? ""].filter {
                        !$0.isEmpty
                    }.joined(separator: ", "),
                    waits: announcement.asksForWord && announcement.by != staff.account
                        && given[announcement.id] != announcement.version)
            }
        }
    }

    /// What the offices of the staff member have announced, the newest first.
    package func announcementsMade(by staff: Staff) async throws -> [AnnouncementMade] {
        guard let rule = staff.policy.governance.announcements else { return [] }
        return try await database.read { transaction in
            try rule.from.filter(staff.holds).flatMap { office in
                try transaction.announcements(of: office, agency: staff.agency.id).map {
                    try transaction.made($0, under: rule, for: staff)
                }
            }
        }
    }

    /// One of them; nothing where there is no such, or it is another office's.
    package func announcementMade(_ id: String, by staff: Staff) async throws -> AnnouncementMade? {
        guard let rule = staff.policy.governance.announcements else { return nil }
        return try await database.read { transaction in
            guard let announcement = try transaction.announcement(id, agency: staff.agency.id),
                staff.holds(announcement.office)
            else { return nil }
            return try transaction.made(announcement, under: rule, for: staff)
        }
    }
}

extension Transaction {
    fileprivate func made(
        _ announcement: Announcement, under rule: AnnouncementRule, for staff: Staff
    ) throws -> AnnouncementMade {
        let readers = try readers(of: announcement, in: staff.agency, on: staff.today)
        let given = Set(
            try words(to: announcement.id).filter { $0.version == announcement.version }.map(\.account))
        let missed = readers.filter { account, since in
            !given.contains(account) && rule.isMissed(announcement, inCircleSince: since, on: staff.today)
        }.keys.sorted()
        let names = try accountNames(agency: staff.agency.id, of: missed)
        return AnnouncementMade(
            announcement: announcement, isInForce: announcement.isInForce(on: staff.today),
            circles: announcement.content.circles.map(staff.policy.title), readers: readers.count,
            acknowledged: readers.keys.count(where: given.contains), missing: missed.compactMap { names[$0] }.sorted(),
            rule: rule)
    }
}
