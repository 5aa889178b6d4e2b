import HTML
import Operations
import Program

// What becomes of duties, in words for whoever answers for them.

extension DutyState {
    var words: String {
        switch self {
        case .carriedOut: "Carried out"
        case .said: "Said"
        case .writtenDown: "Written down, not carried out"
        }
    }

    var tone: Tone {
        switch self {
        case .carriedOut: .good
        case .said: .neutral
        case .writtenDown: .warning
        }
    }
}

extension Clause.Kind {
    /// What the policy wants of the duty.
    var words: String {
        switch self {
        case .enforce: "a rule that holds"
        case .schedule: "a time that is kept"
        case .record: "a record"
        case .inform: "words that are said"
        case .people: "people’s own judgement"
        }
    }
}

extension RuleConformance {
    /// What goes by the rule, and what of it nothing does.
    var words: String {
        let read = readers.map(\.words).joined(separator: "; ")
        let missing = unread.isEmpty ? "" : "nothing goes by \(unread.joined(separator: "; "))"
        switch (kind, readers.isEmpty) {
        case (.freeWords, _): return "a role’s duty in words, for people to keep"
        case (.role, true): return "a role without a power in the system"
        case (.rule, true): return "nothing in the system goes by this rule"
        case (.role, false), (.rule, false): return [read, missing].filter { !$0.isEmpty }.joined(separator: ". But ")
        }
    }
}

extension DutyStanding {
    var words: String {
        switch self {
        case .overdue: "Overdue"
        case .due: "Due"
        case .inOrder: "In order"
        case .said: "Said"
        case .people: "For people"
        }
    }

    /// With a sign besides its colour.
    var mark: HTML {
        switch self {
        case .overdue: badge(words, tone: .bad, sign: "!")
        case .due: badge(words, tone: .warning, sign: "○")
        case .inOrder: badge(words, tone: .good, sign: "✓")
        case .said: badge(words, tone: .neutral, sign: "“")
        case .people: badge(words, tone: .neutral, sign: "☐")
        }
    }

    var meaning: String {
        switch self {
        case .overdue: "something of it is late, or nobody is there for it"
        case .due: "something of it is still to come, in time"
        case .inOrder: "carried out, and whatever is counted of it is there"
        case .said: "its words are shown to those they are for"
        case .people: "for people’s own judgement: nothing in the system goes by it, or not by all of it"
        }
    }
}
