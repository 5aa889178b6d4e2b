import Program
import Sealing
import Store

/// Whoever pushes the changes of an agency's directory, by its token.
package struct DirectoryVisitor: Sendable {
    package let agency: Agency
    let token: String
    package let today: Day
    /// The newest day on which it pushed something.
    package let usedOn: Day?
}

/// One person as a directory pushes them.
package struct DirectoryPush: Sendable, Equatable {
    package var userName: String
    package var externalID: String?
    package var isActive: Bool
    /// What the directory says, by column; what it leaves out holds as the agency has said.
    package var values: [PersonnelColumn: String]
    /// The id of the supervisor.
    package var manager: String?

    package init(
        userName: String, externalID: String?, isActive: Bool, values: [PersonnelColumn: String], manager: String?
    ) {
        self.userName = userName
        self.externalID = externalID
        self.isActive = isActive
        self.values = values
        self.manager = manager
    }
}

/// One person as a directory that pushes is shown them.
package struct DirectoryUser: Sendable, Equatable {
    package let entry: DirectoryEntry
    package let person: ListedPerson
    /// Their supervisor's id.
    package let manager: String?
}

/// Why a change of the directory was not carried out. Nothing was changed.
package enum PushProblem: Error, Sendable, Equatable {
    /// A value is missing or wrong.
    case invalid(Field, String)
    /// Somebody else has it.
    case taken(Field)
    /// It would end many, or an office that two people end; whoever manages people sees it and can allow it.
    case held(String)

    package enum Field: Sendable, Equatable {
        case column(PersonnelColumn)
        case userName
    }
}

extension Programmes {
    /// Whoever shows that token at that agency; nothing where it is none of the agency's.
    package func directory(token: DirectoryToken, of slug: String) async throws -> DirectoryVisitor? {
        let now = clock()
        let found = try await database.read { transaction -> DirectoryVisitor? in
            guard let (id, row) = try transaction.directoryToken(token.storedId),
                let agencyRow = try transaction.agency(id: id)
            else { return nil }
            let agency = try agency(agencyRow, in: transaction)
            guard agency.slug == slug else { return nil }
            return DirectoryVisitor(agency: agency, token: row.id, today: try agency.day(at: now), usedOn: row.usedOn)
        }
        return found
    }

    /// Keeps that the token was used today, so that one that nothing uses any more is seen.
    package func noteUse(by directory: DirectoryVisitor) async throws {
        try await database.write { transaction in
            try transaction.setDirectoryTokenUsed(
                id: directory.token, agency: directory.agency.id, on: directory.today)
        }
    }

    /// Those whom the directory asks for, by user name, and how many they are.
    package func directoryUsers(
        _ search: DirectorySearch, from first: Int, limit: Int, by directory: DirectoryVisitor
    ) async throws -> (users: [DirectoryUser], total: Int) {
        try await database.read { transaction in
            let agency = directory.agency.id
            let (entries, total) = try transaction.directoryEntries(search, agency: agency, from: first, limit: limit)
            return (try transaction.users(entries, agency: agency), total)
        }
    }

    /// What holds where the agency's directory does not say it.
    package func directoryDefaults(of agency: Agency) async throws -> DirectoryDefaults {
        try await database.read { DirectoryDefaults(try $0.directoryDefaults(agency: agency.id)) }
    }

    /// Makes the directory say what is pushed of one person, with every consequence.
    ///
    /// - Parameter id: whom; nothing for somebody whom the directory has not pushed before. Whoever a file has listed under the same
    ///   employee number is that person.
    /// - Returns: Nothing where there is nobody of that id.
    package func push(
        _ push: DirectoryPush, to id: String?, by directory: DirectoryVisitor
    ) async throws -> Result<DirectoryUser, PushProblem>? {
        try await act(byDirectory: directory) { transaction, now in
            try Pushing(self, directory.agency, directory.today, transaction, now).push(push, to: id)
        }
    }

    /// Ends somebody, as the directory asks; it has them no more. They are not deleted.
    package func endPushed(_ id: String, by directory: DirectoryVisitor) async throws -> Result<Void, PushProblem>? {
        try await act(byDirectory: directory) { transaction, now in
            try Pushing(self, directory.agency, directory.today, transaction, now).end(id)
        }
    }

    /// The door for what an agency's directory pushes: its token is asked for once more within.
    private func act<Value: Sendable>(
        byDirectory directory: DirectoryVisitor,
        _ body: @escaping @Sendable (any Transaction, Instant) throws -> Deed<Value>
    ) async throws -> Value? {
        let answer = try await act(byDirectoryOf: directory.agency) { transaction, now -> Deed<Value> in
            guard try transaction.hasDirectoryToken(id: directory.token, agency: directory.agency.id) else {
                return .nothing
            }
            return try body(transaction, now)
        }
        switch answer {
        case .success(let value): return value
        case .failure, nil: return nil
        }
    }
}

extension Transaction {
    /// Those people as a directory is shown them, in the order of the entries.
    func users(_ entries: [DirectoryEntry], agency: String) throws -> [DirectoryUser] {
        let people = Dictionary(
            try people(withIDs: entries.map(\.person), agency: agency).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        return try entries.compactMap { entry in
            guard let person = people[entry.person] else { return nil }
            let manager = try person.record.supervisor.flatMap { try self.person(agency: agency, everWith: $0) }
            return DirectoryUser(entry: entry, person: person, manager: manager?.id)
        }
    }
}
