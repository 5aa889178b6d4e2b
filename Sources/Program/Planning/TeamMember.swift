/// A member of the team as planning sees them: where they work, and until when they are there.
package struct TeamMember: Sendable, Equatable {
    package let account: String
    package let name: String
    /// Where the directory has them; nothing for whoever is in none.
    package let place: WorkPlace?
    /// The first day on which they are a member no more, where one is set.
    package let endsOn: Day?
    /// The day on which they retire, where the directory has it.
    package let retiresOn: Day?
    /// What of the training they owe is open, as words; nothing where it is not known.
    package let trainingOpen: [String]?

    package init(
        account: String, name: String, place: WorkPlace?, endsOn: Day?, retiresOn: Day?, trainingOpen: [String]? = nil
    ) {
        self.account = account
        self.name = name
        self.place = place
        self.endsOn = endsOn
        self.retiresOn = retiresOn
        self.trainingOpen = trainingOpen
    }
}

/// What the directory says of where somebody works.
package struct WorkPlace: Sendable, Hashable {
    package let division: String
    package let unit: String
    package let shift: String
    package let classification: PersonRecord.Classification

    package init(division: String, unit: String, shift: String, classification: PersonRecord.Classification) {
        self.division = division
        self.unit = unit
        self.shift = shift
        self.classification = classification
    }
}

/// How many people of the agency work at each place.
package struct Headcount: Sendable, Equatable {
    package let people: [WorkPlace: Int]

    package init(_ people: [WorkPlace: Int]) { self.people = people }

    package var total: Int { people.values.reduce(0, +) }
    package var divisions: [String] { Set(people.keys.map(\.division)).sorted() }
    package var shifts: [String] { Set(people.keys.map(\.shift)).sorted() }
}
