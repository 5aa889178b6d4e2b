import Program
import Sealing
import Store

/// What has come of a file that somebody sent and that waits for their word.
package enum WaitingFile: Sendable {
    /// It cannot be imported as it is.
    case wrong(ImportProblems, FoundHeadings?)
    case right(DirectoryPreview)
}

extension Programmes {
    /// Keeps a personnel file until its sender has looked at what it would do and decided, sealed to them. An earlier one goes.
    package func keepPersonnelFile(_ file: [UInt8], by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            let account = doing.staff.account
            let sealed = try doing.staff.key.publicKey.seal(file, for: .personnelUpload(of: account))
            try doing.transaction.setPersonnelUpload(
                sealed, of: account, agency: doing.agency.id, endsAt: PersonnelUpload.end(from: doing.now))
            return .done(.silent(.own))
        }
    }

    /// The file that waits for their word, as it stands now; nothing where none does.
    package func waitingPersonnelFile(of staff: Staff) async throws -> WaitingFile? {
        let now = clock()
        return try await database.read { [keys] transaction in
            guard let file = try transaction.personnelFile(of: staff, at: now) else { return nil }
            let mapping = try transaction.personnelMapping(agency: staff.agency.id)
            switch PersonnelFile.check(rows: PersonnelFileReader(file, by: mapping), by: mapping, at: staff.today) {
            case .failure(let problems):
                return .wrong(problems, PersonnelFileReader.headings(of: file, by: mapping))
            case .success(let personnel):
                return .right(
                    try transaction.preview(personnel, of: staff.agency, with: keys.vouching, on: staff.today))
            }
        }
    }

    /// Imports the file that waits for their word, and keeps it no longer. A refusal leaves it.
    ///
    /// - Parameter ending: how many people it ends, as they say.
    package func importPersonnelFile(ending: Int?, by staff: Staff) async throws -> Result<ImportedPeople, Refusal>? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let file = try transaction.personnelFile(of: doing.staff, at: doing.now) else {
                return .refused(Refusal("No file waits for your word any more. Send it once more."))
            }
            let mapping = try transaction.personnelMapping(agency: agency.id)
            let rows = PersonnelFileReader(file, by: mapping)
            guard case .success(let personnel) = PersonnelFile.check(rows: rows, by: mapping, at: doing.staff.today)
            else { return .refused(Refusal("The file has problems that are listed below. Nothing was changed.")) }
            let order = ImportOrder(
                actor: doing.staff.actor, ending: ending, how: { "by the number \($0)" }, endsOffices: false)
            let deed = try updateDirectory(personnel, of: agency, order, at: doing.now, transaction)
            if case .done = deed {
                try transaction.deletePersonnelUpload(of: doing.staff.account, agency: agency.id)
            }
            return deed
        }
    }

    /// Throws away the file that waits for their word.
    package func dropPersonnelFile(by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.managePeople)) { doing in
            try doing.transaction.deletePersonnelUpload(of: doing.staff.account, agency: doing.agency.id)
            return .done(.silent(.own))
        }
    }

    /// Destroys the files whose time is over. Harmless to repeat.
    package func destroyPersonnelFiles() async throws {
        let now = clock()
        try await database.write { transaction in try transaction.deletePersonnelUploads(endedBy: now) }
    }
}

extension Transaction {
    /// The file that waits for the account's word. One sealed to a key that they no longer have is none.
    fileprivate func personnelFile(of staff: Staff, at now: Instant) throws -> [UInt8]? {
        let sealed = try personnelUpload(of: staff.account, agency: staff.agency.id, at: now)
        return sealed.flatMap { try? staff.key.open($0, for: .personnelUpload(of: staff.account)) }
    }
}

extension Binding {
    fileprivate static func personnelUpload(of account: String) -> Binding { Binding("personnel file", account) }
}
