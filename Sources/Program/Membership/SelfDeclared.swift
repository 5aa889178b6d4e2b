extension DiversityRule.Attribute {
    /// What one may choose from. The sources name the attributes and no values: these are ours, few enough to be counted.
    package var choices: [Item] {
        switch self {
        case .ethnicity:
            [
                Item("asian", "Asian"), Item("black", "Black or African American"),
                Item("hispanic", "Hispanic or Latino"),
                Item("indigenous", "Indigenous"), Item("middle-eastern", "Middle Eastern or North African"),
                Item("pacific", "Pacific Islander"), Item("white", "White"), Item("several", "Several, or another"),
            ]
        case .culture:
            [
                Item("immigrant", "I came from another country"),
                Item("immigrant-family", "My family came from another country"),
                Item("other-language", "Another language is spoken at home"),
                Item("faith", "I live in a community of faith"),
                Item("here", "I grew up here"),
            ]
        case .gender:
            [Item("woman", "Woman"), Item("man", "Man"), Item("another", "Another")]
        case .lifeExperience:
            [
                Item("parent", "I raise children"), Item("carer", "I care for somebody"),
                Item("loss", "I have lost somebody close"),
                Item("recovery", "I live in recovery"), Item("injury", "I was injured on duty"),
            ]
        case .sexualOrientation:
            [Item("lgbtq", "LGBTQ+"), Item("straight", "Straight")]
        case .veteran:
            [Item("yes", "Veteran"), Item("no", "Not a veteran")]
        }
    }

    package var title: String {
        switch self {
        case .ethnicity: "Ethnicity"
        case .culture: "Culture"
        case .gender: "Gender"
        case .lifeExperience: "Life experience"
        case .sexualOrientation: "Orientation"
        case .veteran: "Military service"
        }
    }

    /// One choice, as it is kept and as people read it.
    package struct Item: Sendable, Equatable {
        package let id: String
        package let label: String

        fileprivate init(_ id: String, _ label: String) { (self.id, self.label) = (id, label) }
    }

    package func label(of choice: String) -> String? { choices.first { $0.id == choice }?.label }
}

/// What members chose to say of themselves, all of an agency together. It is kept in one locked box, so that no row is anybody's.
package struct SelfDeclared: Sendable, Equatable, Codable {
    /// By account, then by attribute.
    package private(set) var said: [String: [String: String]]
    /// A mark of each account that is drawn anew whenever it says something else: it tells what has changed, and nothing of what.
    package private(set) var marks: [String: String]
    /// The marks of the last time that the spread was counted.
    package private(set) var counted: [String: String]

    package static let nothing = SelfDeclared(said: [:], marks: [:], counted: [:])

    /// What the account says from now on; nothing takes back whatever it said.
    package mutating func say(_ choices: [String: String], by account: String, mark: String) {
        said[account] = choices.isEmpty ? nil : choices
        marks[account] = choices.isEmpty ? nil : mark
    }

    /// Forgets whoever is a member no more.
    package mutating func keep(_ members: Set<String>) {
        said = said.filter { members.contains($0.key) }
        marks = marks.filter { members.contains($0.key) }
    }

    /// How many say something else than when the spread was counted, or came, or went.
    package var changed: Int {
        Set(marks.keys).union(counted.keys).count { marks[$0] != counted[$0] }
    }

    /// The spread of today's members, which from now on is the one that was counted.
    package mutating func count(_ members: Set<String>, under rule: DiversityRule, threshold: Int) -> TeamSpread {
        keep(members)
        counted = marks
        return TeamSpread(
            rule.attributes.map { attribute in
                var counts = Dictionary(uniqueKeysWithValues: attribute.choices.map { ($0.id, 0) })
                for choices in said.values {
                    if let choice = choices[attribute.rawValue], counts[choice] != nil {
                        counts[choice, default: 0] += 1
                    }
                }
                return TeamSpread.Attribute(
                    attribute, counts: counts, members: members.count, threshold: threshold)
            })
    }
}

/// The team's spread as it was counted once and frozen. No count in it is of fewer than the threshold, nor leaves fewer out; what is not
/// shown cannot be worked out from what is.
package struct TeamSpread: Sendable, Equatable, Codable {
    package struct Attribute: Sendable, Equatable, Codable {
        package let attribute: String
        package let rows: [Row]

        package struct Row: Sendable, Equatable, Codable {
            package let choice: String
            /// Nothing where it is not shown.
            package let count: Int?
        }

        /// - Parameter members: of the whole team. Whoever says nothing is a cell of its own, which is never shown.
        fileprivate init(
            _ attribute: DiversityRule.Attribute, counts: [String: Int], members: Int, threshold: Int
        ) {
            self.attribute = attribute.rawValue
            var shown = counts.filter { $0.value >= threshold && members - $0.value >= threshold }
            // What is hidden together must be as many as the threshold, or its sum would tell of few.
            while !shown.isEmpty, members - shown.values.reduce(0, +) < threshold {
                guard let least = shown.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { break }
                shown[least.key] = nil
            }
            rows = attribute.choices.map { Row(choice: $0.id, count: shown[$0.id]) }
        }
    }

    package let attributes: [Attribute]

    fileprivate init(_ attributes: [Attribute]) { self.attributes = attributes }
}

extension DiversityRule {
    /// Whether the spread is counted anew: once a quarter at most, and only where so many say something else that nobody's joining or
    /// leaving shows.
    package func isDue(_ declared: SelfDeclared, last: Day?, threshold: Int, on today: Day) -> Bool {
        guard let last else { return declared.marks.count >= threshold }
        let quarter = { (day: Day) in day.month.year * 4 + (day.month.number - 1) / 3 }
        return quarter(last) < quarter(today) && declared.changed >= threshold
    }

    /// What was sent, as far as the policy asks for it.
    package func checked(_ choices: [String: String]) -> Result<[String: String], Refusal> {
        for (name, choice) in choices.sorted(by: { $0.key < $1.key }) {
            guard let attribute = attributes.first(where: { $0.rawValue == name }),
                attribute.label(of: choice) != nil
            else { return .failure(Refusal("Choose from the list, or say nothing.", field: name, basis: basis)) }
        }
        return .success(choices)
    }
}
