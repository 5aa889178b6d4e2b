/// What the agency's counsel has looked at and answered, as it was recorded here beside what stands in the pack (IACP-3.1-3, IACP-6.2b).
package struct CounselRecord: Sendable, Equatable {
    /// The day of the latest review that was recorded.
    package let reviewedOn: Day?
    /// By the question's id.
    package let answers: [String: Answer]

    package struct Answer: Sendable, Equatable {
        package let words: String
        package let on: Day

        package init(words: String, on: Day) {
            self.words = words
            self.on = on
        }
    }

    package static let none = CounselRecord(reviewedOn: nil, answers: [:])
    package static let longest = 2_000

    package init(reviewedOn: Day?, answers: [String: Answer]) {
        self.reviewedOn = reviewedOn
        self.answers = answers
    }
}

extension CounselRule {
    /// The day of counsel's last review, wherever it is recorded.
    package func lastReview(_ record: CounselRecord) -> Day? {
        [reviewedOn, record.reviewedOn].compactMap(\.self).max()
    }

    /// When the next one is due; nothing where the policy sets no time, or none is recorded yet.
    package func nextReview(_ record: CounselRecord) -> Day? {
        reviewEvery.flatMap { every in lastReview(record).flatMap { $0.afterMonths(every.value.number) } }
    }

    /// What counsel said to a question: what was recorded last, else what stands in the pack.
    package func answer(to question: CounselQuestion, _ record: CounselRecord) -> String? {
        record.answers[question.id]?.words ?? question.answer
    }

    /// How many questions nobody has answered.
    package func open(_ record: CounselRecord) -> Int { questions.count { answer(to: $0, record) == nil } }

    /// Whether a review on that day may be recorded.
    package func mayRecord(review day: Day, _ record: CounselRecord, on today: Day) -> Refusal? {
        guard day <= today else { return Refusal("On a day that has come.", field: "reviewedOn", basis: basis) }
        return lastReview(record).map { day >= $0 } ?? true
            ? nil : Refusal("A later review is recorded already.", field: "reviewedOn", basis: basis)
    }

    /// Whether that answer may be recorded.
    package func mayRecord(answer: String, to question: String) -> Refusal? {
        guard let asked = questions.first(where: { $0.id == question }) else {
            return Refusal("Choose one of the policy’s questions.", field: "question", basis: basis)
        }
        return answer.isEmpty ? Refusal("Write what counsel said.", field: "answer", basis: asked.basis) : nil
    }

    /// How many days before a review is due whoever sees to it is reminded. Ours: counsel has other work too.
    package static let reminderDays = 30
}

/// The letter by which a leader of the agency stands behind the programme (IACP-3.7). It is meant to be read by everybody.
package struct SponsorLetter: Sendable, Equatable {
    /// Who gave it, as they were called that day.
    package let name: String
    package let words: String
    package let datedOn: Day

    package static let longest = 2_000

    package init(name: String, words: String, datedOn: Day) {
        self.name = name
        self.words = words
        self.datedOn = datedOn
    }
}

extension SponsorRule {
    /// When the letter is to be renewed; nothing where the policy sets no time.
    package func renewal(of letter: SponsorLetter) -> Day? {
        renewEvery.flatMap { letter.datedOn.afterMonths($0.value.number) }
    }

    /// Whether the letter may be given so.
    package func mayGive(_ letter: SponsorLetter, inPlaceOf former: SponsorLetter?, on today: Day) -> Refusal? {
        if letter.words.isEmpty { return Refusal("Write the letter first.", field: "words", basis: basis) }
        guard letter.datedOn <= today else { return Refusal("Of a day that has come.", field: "datedOn", basis: basis) }
        return former.map { letter.datedOn >= $0.datedOn } ?? true
            ? nil : Refusal("A later letter was given already.", field: "datedOn", basis: basis)
    }

    /// How many days before its renewal the sponsor is reminded. Ours.
    package static let reminderDays = 30
}

extension PolicyPack {
    /// Whoever has the programme's rules looked at by counsel.
    var conferredByCounsel: [ConferredPower] {
        counsel == nil ? [] : [ConferredPower(.keepCounsel, on: [administration.by])]
    }

    /// The leader who stands behind the programme; whoever administers it where the policy has no such role.
    package var sponsorRole: RoleID { governance.sponsor?.role ?? administration.by }

    var conferredBySponsor: [ConferredPower] {
        governance.sponsor == nil ? [] : [ConferredPower(.giveSponsorLetter, on: [sponsorRole])]
    }
}
