import Program
import Sealing
import Store

/// How an agency's directory is connected, for whoever manages people.
package struct DirectoryConnection: Sendable {
    package let tokens: [DirectoryTokenRow]
    package let defaults: DirectoryDefaults
    /// Whom the directory wants to end and who waits for a word, by employee number.
    package let waiting: [ListedPerson]
    /// Whom the directory wants to change though many were changed that day, by employee number.
    package let held: [ListedPerson]
}

extension Programmes {
    /// As many tokens as an agency may have at one time: one in use, one to change to, and one to spare.
    package static let mostDirectoryTokens = 3

    package func directoryConnection(for staff: Staff) async throws -> DirectoryConnection {
        try await database.read { transaction in
            let agency = staff.agency.id
            return DirectoryConnection(
                tokens: try transaction.directoryTokens(agency: agency),
                defaults: DirectoryDefaults(try transaction.directoryDefaults(agency: agency)),
                waiting: try transaction.directoryEndings(agency: agency),
                held: try transaction.heldDirectoryChanges(agency: agency))
        }
    }

    /// Makes a token by which the agency's directory pushes its changes. It is told once and kept nowhere.
    package func makeDirectoryToken(by staff: Staff) async throws -> Result<DirectoryToken, Refusal>? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency.id)
            guard try transaction.directoryTokens(agency: agency).count < Self.mostDirectoryTokens else {
                return .refused(
                    Refusal("There are \(Self.mostDirectoryTokens) tokens already. Take back one that nothing uses."))
            }
            let token = DirectoryToken()
            let id = RandomId().text
            try transaction.insertDirectoryToken(id: id, token.storedId, agency: agency, on: doing.staff.today)
            return .done(token, .entry(.directoryTokenMade, on: id))
        }
    }

    /// Takes a token back: from that moment it opens nothing.
    package func revokeDirectoryToken(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            guard try doing.transaction.deleteDirectoryToken(id: id, agency: doing.agency.id) else { return .nothing }
            return .done(.entry(.directoryTokenRevoked, on: id))
        }
    }

    /// Says what holds where the agency's directory does not say it.
    package func setDirectoryDefaults(
        _ defaults: DirectoryDefaults, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            try doing.transaction.setDirectoryDefaults(defaults.values, agency: doing.agency.id)
            return .done(.entry(.directoryDefaultsSet))
        }
    }

    /// Ends whom the directory wants to end and who waits for a word, once.
    ///
    /// - Parameter said: how many they are, as whoever allows it says.
    package func allowDirectoryEndings(_ said: Int, by staff: Staff) async throws -> Result<ImportedPeople, Refusal>? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            let waiting = try transaction.directoryEndings(agency: agency.id)
            let update = DirectoryUpdate(
                added: [], changed: [], ended: waiting, present: try transaction.countPeople(agency: agency.id))
            guard !waiting.isEmpty else { return .refused(Refusal("Nobody waits for your word any more.")) }
            if let refusal = update.mayBeCarriedOut(saying: said, how: { "by the number \($0)" }) {
                return .refused(refusal)
            }
            let order = ImportOrder(
                actor: doing.staff.actor, ending: said, how: { "by the number \($0)" }, endsOffices: false)
            let deed = try change(update, beside: [:], of: agency, order, at: doing.now, transaction)
            if case .done = deed { try transaction.deleteDirectoryEndings(agency: agency.id) }
            return deed
        }
    }

    /// Lets through what the directory changes today, however many people it is about. What waits is not done by it: only the
    /// directory knows what it is.
    package func allowDirectoryChanges(by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            try doing.transaction.allowDirectoryChanges(agency: doing.agency.id, on: doing.staff.today)
            try doing.transaction.deleteHeldDirectoryChanges(agency: doing.agency.id)
            return .done(.entry(.directoryChangesAllowed))
        }
    }

    /// Puts aside what the directory wants to change. Where it wants to again, it waits again.
    package func refuseDirectoryChanges(by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            try doing.transaction.deleteHeldDirectoryChanges(agency: doing.agency.id)
            return .done(.silent(.unchanged))
        }
    }

    /// Puts aside whom the directory wants to end. Where it wants to again, they wait again.
    package func refuseDirectoryEndings(by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            try doing.transaction.deleteDirectoryEndings(agency: doing.agency.id)
            return .done(.silent(.unchanged))
        }
    }
}
