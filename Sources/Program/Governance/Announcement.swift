/// What somebody of the programme announces to circles of it: programme content, never of anybody who asked for help.
package struct Announcement: Sendable, Equatable {
    package let id: String
    /// The role for which it was announced. Whoever holds it looks after the announcement.
    package let office: RoleID
    /// The account of whoever announced it.
    package let by: String
    package let content: Content
    /// Whether readers are asked for a word back.
    package let asksForWord: Bool
    package let announcedOn: Day
    /// Counts the texts, from 1. A word back is of one of them.
    package let version: Int
    /// The day of the newest correction.
    package let correctedOn: Day?
    package let withdrawnOn: Day?

    package init(
        id: String, office: RoleID, by account: String, content: Content, asksForWord: Bool, announcedOn: Day,
        version: Int = 1, correctedOn: Day? = nil, withdrawnOn: Day? = nil
    ) {
        self.id = id
        self.office = office
        by = account
        self.content = content
        self.asksForWord = asksForWord
        self.announcedOn = announcedOn
        self.version = version
        self.correctedOn = correctedOn
        self.withdrawnOn = withdrawnOn
    }

    /// What it says, to whom, and until when.
    package struct Content: Sendable, Equatable {
        package let title: String
        package let words: String
        /// The roles whose holders it is for.
        package let circles: [RoleID]
        /// The last day on which it is shown.
        package let lastDay: Day

        package init(title: String, words: String, circles: [RoleID], lastDay: Day) {
            self.title = title
            self.words = words
            self.circles = circles
            self.lastDay = lastDay
        }

        package static let longestTitle = 120
        package static let longestWords = 2000
        /// No announcement is in force longer than a year.
        package static let mostDays = 366
    }

    /// Whether it is shown to its circles on that day, whoever has joined them meanwhile.
    package func isInForce(on day: Day) -> Bool { withdrawnOn == nil && day <= content.lastDay }

    /// Whether it is for whoever holds those roles.
    package func isFor(holding roles: Set<RoleID>) -> Bool { content.circles.contains(where: roles.contains) }

    /// The day of the text that stands now.
    package var textSince: Day { correctedOn ?? announcedOn }
}

/// That a reader gave their word to one text of an announcement.
package struct AnnouncementWord: Sendable, Equatable {
    package let account: String
    package let version: Int
    package let on: Day

    package init(account: String, version: Int, on day: Day) {
        self.account = account
        self.version = version
        on = day
    }
}

extension AnnouncementRule {
    /// The days after which whoever announced sees who has not given a word.
    package var namesAfter: Int { (namesAfterDays ?? 7).number }

    /// The role for which somebody with those roles announces; nothing where it is none of theirs.
    package func office(of roles: Set<RoleID>) -> RoleID? { from.first(where: roles.contains) }

    /// Everything that keeps words from being announced.
    package func mayAnnounce(_ content: Announcement.Content, on today: Day) -> Refusal? {
        var problems = problems(of: content, on: today)
        if content.circles.isEmpty {
            problems.append(problem("circles", "Whom it is for: choose one circle or more."))
        } else if !content.circles.allSatisfy(to.contains) {
            problems.append(problem("circles", "Whom it is for: choose from the circles that the policy names."))
        }
        return problems.isEmpty ? nil : Refusal(problems)
    }

    /// What keeps somebody with those roles from putting other words in the place of that text.
    package func mayCorrect(
        _ announcement: Announcement, version: Int, to content: Announcement.Content, on today: Day
    ) -> Refusal? {
        if let refusal = isOver(announcement, on: today) ?? notAsSeen(announcement, version) { return refusal }
        let problems = problems(of: content, on: today)
        return problems.isEmpty ? nil : Refusal(problems)
    }

    package func mayWithdraw(_ announcement: Announcement, on today: Day) -> Refusal? {
        isOver(announcement, on: today)
    }

    /// What keeps a reader from giving their word to that text.
    package func mayAcknowledge(_ announcement: Announcement, version: Int, on today: Day) -> Refusal? {
        if !announcement.asksForWord {
            return Refusal("This announcement asks for no word back.", clauses: basis.clauses)
        }
        return isOver(announcement, on: today) ?? notAsSeen(announcement, version)
    }

    /// Whether whoever announced sees by name that this reader has not given their word: after the pack's days, counted from the text
    /// or from the day on which the reader came to the circle, whichever is later.
    package func isMissed(_ announcement: Announcement, inCircleSince day: Day, on today: Day) -> Bool {
        guard let from = max(announcement.textSince, day).adding(days: namesAfter) else { return false }
        return announcement.asksForWord && from <= today
    }

    private func problems(of content: Announcement.Content, on today: Day) -> [Refusal.Problem] {
        var problems: [Refusal.Problem] = []
        if content.title.allSatisfy(\.isWhitespace) {
            problems.append(problem("title", "Title: say what it is about."))
        }
        if content.words.allSatisfy(\.isWhitespace) { problems.append(problem("words", "Words: write something.")) }
        let latest = today.adding(days: Announcement.Content.mostDays)
        if content.lastDay < today || latest.map({ content.lastDay > $0 }) ?? false {
            problems.append(problem("lastDay", "Last day: from today on, and within a year."))
        }
        return problems
    }

    private func problem(_ field: String, _ message: String) -> Refusal.Problem {
        Refusal.Problem(field: field, message: message, clauses: basis.clauses)
    }

    private func isOver(_ announcement: Announcement, on today: Day) -> Refusal? {
        announcement.isInForce(on: today)
            ? nil : Refusal("This announcement is no longer in force.", clauses: basis.clauses)
    }

    private func notAsSeen(_ announcement: Announcement, _ version: Int) -> Refusal? {
        announcement.version == version
            ? nil
            : Refusal(
                "The announcement was corrected after you opened it. Read it again first.", field: "version",
                clauses: basis.clauses)
    }
}

extension RetentionRules {
    /// Announcements that were over before that day are destroyed, with the words back: they prove nothing any more.
    package func firstDayOfKeptAnnouncements(on today: Day) -> Day? { firstDayKept(of: .asProof, on: today) }
}
