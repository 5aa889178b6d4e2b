import HTML
import Operations
import Program

/// What several acts of training ask for.
enum TrainingFields {
    @Sendable static func schedule(_ pack: PolicyPack) -> [ClauseID] { pack.training.schedule.basis.clauses }
    @Sendable static func record(_ pack: PolicyPack) -> [ClauseID] { pack.training.record?.basis.clauses ?? [] }
    @Sendable static func attendance(_ pack: PolicyPack) -> [ClauseID] { pack.attendanceClauses }
    @Sendable static func hasCredit(_ pack: PolicyPack) -> Bool { pack.training.record?.credit != nil }
    @Sendable static func hasTopics(_ pack: PolicyPack) -> Bool { !pack.training.trackedTopics.isEmpty }

    static let credit = Field<Int>.number(
        "creditMinutes", "Creditable time", 0...20_160, unit: "minutes",
        FieldWords(hint: "What of it may count towards the record’s credit. 0 where nothing does.", clauses: record)
    ).only(where: hasCredit, otherwise: 0)

    static let topics = Field<[String]>.choices("topics", "Topics", FieldWords(citesOnPage: false)) { pack in
        pack.training.trackedTopics.flatMap { list in
            list.topics.map { FieldOption($0.name.text, $0.label) }
        }
    }.only(where: hasTopics, otherwise: [])

    static let course = Field<String?>.found(maybe: "course", "Course", nobody: "Another, or none")

    /// The courses that can be taken.
    static func courses(_ visit: StaffVisit) async throws -> [FieldOption] {
        let further = try await visit.programmes.furtherCourses(for: visit.staff).filter(\.isOpen)
        return visit.pack.training.courses.map { FieldOption($0.id, $0.title) }
            + further.map { FieldOption($0.id, $0.title) }
    }

    static let certificate = FileRule(types: [.pdf, .jpeg, .png], mostBytes: 3 * 1_048_576)
}

extension GatheringKind {
    var words: String {
        switch self {
        case .training: "Training"
        case .inService: "In-service training"
        case .refresher: "Refresher or continuing education"
        case .meeting: "Meeting"
        case .conference: "Conference"
        case .awareness: "Training for others than the team"
        case .orientation: "Orientation for new employees"
        }
    }
}

extension Attendance.Outcome {
    var words: String {
        switch self {
        case .attended: "Was there"
        case .absent: "Absent"
        case .excused: "Excused"
        }
    }

    var tone: Tone {
        switch self {
        case .attended: .good
        case .absent: .bad
        case .excused: .neutral
        }
    }
}

extension RequirementStanding {
    /// Never a colour alone: the word says it.
    var mark: HTML {
        switch state {
        case .met: badge(ending("Done"), tone: .good)
        case .open(let by): badge(by.map { "\(amounts), by \($0.text)" } ?? "To do before active", tone: .warning)
        case .missing: badge(missed, tone: .bad)
        case .advised: badge(amounts == "" ? "Advised, open" : "Advised, \(amounts)", tone: .neutral)
        case .notYet(let from): badge("From \(from.text)", tone: .neutral)
        case .notMeant: badge("Not asked", tone: .neutral)
        }
    }

    private var missed: String {
        if let shortfall {
            return shortfall.isUnapproved ? "Not approved" : "\(shortfall.topics.count) topics missing"
        }
        if let expiresOn { return "Ran out \(expiresOn.text)" }
        return amounts == "" ? "Missing" : "Missing: \(amounts)"
    }

    private func ending(_ word: String) -> String { expiresOn.map { "\(word), until \($0.text)" } ?? word }

    /// Such as `2 of 4 hours`; nothing for a course.
    var amounts: String {
        switch requirement {
        case .course: ""
        case .recurring(let rule):
            switch rule.unit {
            case .hours: "\(done.asHours) of \(wanted.asHours) hours"
            case .meetings, .sessions, .meetingsOrSessions, .refreshers: "\(done) of \(wanted)"
            }
        }
    }
}

extension Int {
    /// Minutes as hours: `4`, or `1.5`.
    var asHours: String {
        self % 60 == 0 ? "\(self / 60)" : "\(self / 60).\(self % 60 * 100 / 60 < 10 ? "0" : "")\(self % 60 * 100 / 60)"
    }
}
