import Program
import Sealing
import Store

/// An announcement to be made.
package struct NewAnnouncement: Sendable, Equatable {
    package let content: Announcement.Content
    /// Whether whoever announces asks for a word back. Where the policy asks for it, it is asked for in any case.
    package let asksForWord: Bool

    package init(_ content: Announcement.Content, asksForWord: Bool) {
        self.content = content
        self.asksForWord = asksForWord
    }
}

/// Other words, or another last day, in the place of one text of an announcement.
package struct AnnouncementCorrection: Sendable, Equatable {
    package let title: String
    package let words: String
    package let lastDay: Day
    /// The text that was read.
    package let version: Int

    package init(title: String, words: String, lastDay: Day, version: Int) {
        self.title = title
        self.words = words
        self.lastDay = lastDay
        self.version = version
    }
}

extension Programmes {
    /// Announces something to circles of the programme. Whoever is in one of them is told that there is something new, and no more.
    package func announce(_ new: NewAnnouncement, by staff: Staff) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.announce)) { doing in
            guard let rule = doing.policy.governance.announcements, let office = rule.office(of: doing.staff.rolesToday)
            else { return .nothing }
            if let refusal = rule.mayAnnounce(new.content, on: doing.staff.today) { return .refused(refusal) }
            let announcement = Announcement(
                id: RandomId().text, office: office, by: doing.staff.account, content: new.content,
                asksForWord: rule.acknowledged || new.asksForWord, announcedOn: doing.staff.today)
            try doing.transaction.insert(announcement, agency: doing.agency.id)
            try doing.transaction.tell(announcement, in: doing.agency, on: doing.staff.today, at: doing.now)
            return .done(
                announcement.id, .entry(.announcementMade, on: announcement.id, under: rule.basis.clauses))
        }
    }

    /// Puts other words in the place of those that were announced: whoever gave a word back to the text before is asked again.
    package func correct(
        _ id: String, _ correction: AnnouncementCorrection, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.announce)) { doing in
            let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
            guard let (rule, announcement) = try doing.announcement(id) else { return .nothing }
            let content = Announcement.Content(
                title: correction.title, words: correction.words, circles: announcement.content.circles,
                lastDay: correction.lastDay)
            if let refusal = rule.mayCorrect(announcement, version: correction.version, to: content, on: today) {
                return .refused(refusal)
            }
            try transaction.settle(announcement, in: agency)
            try transaction.correctAnnouncement(
                id, title: content.title, words: content.words, lastDay: content.lastDay, agency: agency.id, on: today)
            if let corrected = try transaction.announcement(id, agency: agency.id) {
                try transaction.tell(corrected, in: agency, on: today, at: doing.now)
            }
            return .done(.entry(.announcementCorrected, on: id, under: rule.basis.clauses))
        }
    }

    /// Takes an announcement back: from then on nobody of its circles sees it.
    package func withdrawAnnouncement(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.announce)) { doing in
            guard let (rule, announcement) = try doing.announcement(id) else { return .nothing }
            if let refusal = rule.mayWithdraw(announcement, on: doing.staff.today) { return .refused(refusal) }
            try doing.transaction.settle(announcement, in: doing.agency)
            try doing.transaction.withdrawAnnouncement(id, agency: doing.agency.id, on: doing.staff.today)
            return .done(.entry(.announcementWithdrawn, on: id, under: rule.basis.clauses))
        }
    }

    /// The reader's word that they have read it. The word itself is the proof, with its day alone: when a supporter looked is nobody's
    /// business.
    package func acknowledge(
        announcement id: String, version: Int, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await quietAct(by: staff, .holding(.hearAnnouncements)) { doing in
            let (transaction, agency, today) = (doing.transaction, doing.agency, doing.staff.today)
            guard let rule = doing.policy.governance.announcements,
                let announcement = try transaction.announcement(id, agency: agency.id),
                announcement.isFor(holding: doing.staff.rolesToday)
            else { return .nothing }
            if let refusal = rule.mayAcknowledge(announcement, version: version, on: today) {
                return .refused(refusal)
            }
            try transaction.keep(
                AnnouncementWord(account: doing.staff.account, version: version, on: today), to: id, agency: agency.id)
            try transaction.answered(ping: announcement.ping, by: doing.staff.account, in: agency)
            return .done(.notice)
        }
    }

    /// Destroys announcements that were over so long ago that they prove nothing any more.
    package func destroyOldAnnouncements() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            guard let day = agency.policy.retention.firstDayOfKeptAnnouncements(on: try agency.day(at: now)) else {
                return
            }
            try transaction.destroyAnnouncements(over: day, agency: agency.id)
        }
    }
}

extension Announcement {
    /// Names the words that tell of this text, so that they go out once and can be called off.
    var ping: String { "announcement \(id) \(version)" }
}

extension Doing {
    /// An announcement that is the staff member's office's to look after, with the rule.
    fileprivate func announcement(_ id: String) throws -> (AnnouncementRule, Announcement)? {
        guard let rule = policy.governance.announcements,
            let announcement = try transaction.announcement(id, agency: agency.id), staff.holds(announcement.office)
        else { return nil }
        return (rule, announcement)
    }
}

extension Transaction {
    /// Whoever is in one of its circles on that day with the day since when; not whoever announced it.
    func readers(of announcement: Announcement, in agency: Agency, on today: Day) throws -> [String: Day] {
        let held = try holdings(of: announcement.content.circles, agency: agency.id, heldAfter: today).filter {
            $0.holding.isHeld(on: today) && $0.account != announcement.by
        }
        return Dictionary(held.map { ($0.account, $0.holding.startsOn) }, uniquingKeysWith: min)
    }

    /// Tells its circles that there is something new.
    fileprivate func tell(
        _ announcement: Announcement, in agency: Agency, on today: Day, at now: Instant
    ) throws {
        let accounts = try readers(of: announcement, in: agency, on: today).keys.sorted()
        try ping(accounts, .routine, key: announcement.ping, in: agency, at: now)
    }

    /// Nobody is told of this text any more.
    fileprivate func settle(_ announcement: Announcement, in agency: Agency) throws {
        try settled(ping: announcement.ping, in: agency)
    }
}
