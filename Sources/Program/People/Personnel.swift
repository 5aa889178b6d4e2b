/// Everybody of one agency, as a personnel file that passed every check lists them: no two share a number, every
/// supervisor is among them, and nobody is above themselves.
package struct Personnel: Sendable, Equatable {
    /// In the order of the file; never empty.
    package let people: [PersonRecord]

    init(checked people: [PersonRecord]) { self.people = people }
}

/// A person in the directory: an imported record under an id that stays when the record changes.
package struct ListedPerson: Sendable, Equatable {
    package let id: String
    package let record: PersonRecord
    /// The day from which the personnel file no longer listed them; nothing for who is with the agency.
    package let endedOn: Day?

    package init(id: String, record: PersonRecord, endedOn: Day?) {
        self.id = id
        self.record = record
        self.endedOn = endedOn
    }
}
