import Program
import Sealing
import Store

/// A paper that is sealed and not kept yet.
struct SealedPaper: Sendable, Equatable {
    let id: String
    let kind: String
    let offices: [String]
    let sealed: [UInt8]
    /// Of its key, by account.
    let copies: [String: [UInt8]]
}

extension Doing {
    /// Seals a paper to whoever holds those offices today, as far as the audit chain vouches for them, and to those people besides.
    /// Refused where nobody of the offices could open it, since what nobody reads would be lost.
    ///
    /// - Parameters:
    ///   - offices: whose later holders are given a copy by those who have one (``Transaction/passOnPapers``).
    ///   - people: further accounts, such as the writer's own.
    ///   - field: where the words were typed, for the refusal.
    package func seal(
        _ content: [UInt8], as kind: PaperKind, to offices: [RoleID], and people: [String] = [], field: String,
        under clauses: [ClauseID], with key: VouchingKey
    ) throws -> Result<RandomId, Refusal> {
        let id = RandomId()
        let sealed = try seal(
            content, as: kind, id: id, under: PaperKey(), to: offices, and: people, field: field, clauses: clauses,
            with: key)
        switch sealed {
        case .failure(let refusal): return .failure(refusal)
        case .success(let paper):
            try transaction.keep(paper, agency: agency.id)
            return .success(id)
        }
    }

    /// The same, without keeping it yet.
    ///
    /// - Parameter paper: its key, for whoever gives copies to others than accounts.
    func seal(
        _ content: [UInt8], as kind: PaperKind, id: RandomId, under paper: PaperKey, to offices: [RoleID],
        and people: [String], field: String, clauses: [ClauseID], with key: VouchingKey
    ) throws -> Result<SealedPaper, Refusal> {
        let team = try transaction.sealableTeam(
            holding: offices, agency: agency.id, on: staff.today, vouchedWith: key
        ).holding(offices)
        guard !team.isEmpty else {
            let titles = offices.map(policy.title).joined(separator: ", ")
            return .failure(
                Refusal("Nobody can open this yet: the office is vacant (\(titles)).", field: field, clauses: clauses))
        }
        guard let sealed = try paper.seal(content, as: kind, paper: id) else {
            return .failure(Refusal("This is too long.", field: field, clauses: clauses))
        }
        var readers = team
        for account in people where !readers.contains(where: { $0.account == account }) {
            if let own = try transaction.sealableAccount(account, agency: agency.id) { readers.append(own) }
        }
        var copies: [String: [UInt8]] = [:]
        for reader in readers {
            guard let publicKey = AccountPublicKey(bytes: reader.publicKey) else { continue }
            copies[reader.account] = try paper.sealed(to: publicKey, paper: id, reader: reader.account)
        }
        return .success(
            SealedPaper(
                id: id.text, kind: kind.rawValue, offices: offices.map(\.text), sealed: sealed, copies: copies))
    }
}

extension Doing {
    /// Seals a paper to one person alone, who holds one of those offices and for whom the audit chain vouches. No later holder is given
    /// a copy: what they have not read when they leave is lost, and whoever wrote it gives it anew.
    func seal(
        _ content: [UInt8], as kind: PaperKind, toOne account: String, holding offices: [RoleID], field: String,
        under clauses: [ClauseID], with key: VouchingKey
    ) throws -> Result<RandomId, Refusal> {
        let (id, paper) = (RandomId(), PaperKey())
        let team = try transaction.sealableTeam(
            holding: offices, agency: agency.id, on: staff.today, vouchedWith: key
        ).holding(offices)
        guard let reader = team.first(where: { $0.account == account }),
            let publicKey = AccountPublicKey(bytes: reader.publicKey)
        else {
            return .failure(Refusal("They cannot open this yet: choose somebody else.", field: field, clauses: clauses))
        }
        guard let sealed = try paper.seal(content, as: kind, paper: id) else {
            return .failure(Refusal("This is too long.", field: field, clauses: clauses))
        }
        let copy = try paper.sealed(to: publicKey, paper: id, reader: account)
        try transaction.keep(
            SealedPaper(id: id.text, kind: kind.rawValue, offices: [], sealed: sealed, copies: [account: copy]),
            agency: agency.id)
        return .success(id)
    }
}

extension Transaction {
    /// Keeps a paper that was sealed before.
    func keep(_ paper: SealedPaper, agency: String) throws {
        try insertPaper(
            paper.id, kind: paper.kind, offices: paper.offices.map { RoleID($0) }, sealed: paper.sealed,
            copies: paper.copies, agency: agency)
    }
}

extension Transaction {
    /// A paper as its reader opens it; nothing where it is not theirs, or is no more.
    package func open(paper id: String, as kind: PaperKind, by staff: Staff) throws -> [UInt8]? {
        guard let paper = RandomId(text: id),
            let row = try self.paper(id, for: staff.account, agency: staff.agency.id), row.kind == kind.rawValue
        else { return nil }
        let key = try PaperKey(opening: row.copy, with: staff.key, paper: paper, reader: staff.account)
        return try key.open(row.sealed, as: kind, paper: paper)
    }

    /// Gives whoever holds an office now, and lacks a copy of its papers, one of each that the staff member has.
    func passOnPapers(by staff: Staff, with key: VouchingKey) throws {
        for row in try papers(of: staff.account, agency: staff.agency.id) {
            guard let paper = RandomId(text: row.paper) else { continue }
            let have = try readers(ofPaper: row.paper)
            let lacking = try sealableTeam(
                holding: row.offices, agency: staff.agency.id, on: staff.today, vouchedWith: key
            ).holding(row.offices).filter { !have.contains($0.account) }
            guard !lacking.isEmpty else { continue }
            let own = try PaperKey(opening: row.copy, with: staff.key, paper: paper, reader: staff.account)
            for reader in lacking {
                guard let publicKey = AccountPublicKey(bytes: reader.publicKey) else { continue }
                try insertPaperCopy(
                    try own.sealed(to: publicKey, paper: paper, reader: reader.account), of: row.paper,
                    for: reader.account, agency: staff.agency.id)
            }
        }
    }
}

extension Programmes {
    /// What the home page leaves: whoever came to an office after a paper was written can open it from then on.
    package func passOnPapers(by staff: Staff) async throws {
        guard try await database.read({ try $0.papers(of: staff.account, agency: staff.agency.id) }).isEmpty == false
        else { return }
        try await look(by: staff, .signedIn) { [keys] doing in
            try doing.transaction.passOnPapers(by: doing.staff, with: keys.vouching)
        }
    }
}
