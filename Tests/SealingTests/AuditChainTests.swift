import Crypto
import Sealing
import Testing

/// One thing done to a stored chain of ten records, and what verification must say of it.
private struct Tampering: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let found: AuditBreak
    let change: @Sendable ([AuditRecord]) throws -> [AuditRecord]

    init(_ what: String, _ found: AuditBreak, _ change: @escaping @Sendable ([AuditRecord]) throws -> [AuditRecord]) {
        testDescription = what
        self.found = found
        self.change = change
    }

    /// A change to the fifth record's act, its hash left alone.
    static func edit(_ what: String, _ edit: @escaping @Sendable (AuditAct) -> AuditAct) -> Tampering {
        Tampering("\(what) edited", .edited(at: 5)) { records in
            let fifth = records[4]
            let edited = AuditRecord(
                stored: edit(fifth.entry.act), agency: fifth.entry.agency, sequence: 5, hash: fifth.hash)
            return records[..<4] + [edited] + records[5...]
        }
    }

    static let all: [Tampering] = [
        .edit("time") { changed($0, at: $0.at + 1) },
        .edit("actor") { changed($0, actor: $0.actor + "x") },
        .edit("kind of act") { changed($0, kind: "sheet.opened") },
        .edit("subject") { changed($0, subject: "another") },
        .edit("subject removed") { changed($0, subject: .some(nil)) },
        .edit("clauses") { changed($0, clauses: ["KSO-E.5"]) },
        .edit("clauses parted otherwise") { changed($0, clauses: $0.clauses + [""]) },
        .edit("pack") { changed($0, packHash: ContentHash(of: [9])) },
        .edit("payload") { changed($0, payloadHash: ContentHash(of: [9])) },
        Tampering("hash edited", .edited(at: 5)) { records in
            let fifth = records[4]
            let edited = AuditRecord(
                stored: fifth.entry.act, agency: fifth.entry.agency, sequence: 5, hash: ContentHash(of: [9]))
            return records[..<4] + [edited] + records[5...]
        },
        Tampering("edited, with its own hash made anew", .edited(at: 6)) { records in
            let edited = records[3].head.record(changed(records[4].entry.act, kind: "sheet.opened"))
            return records[..<4] + [edited] + records[5...]
        },
        Tampering("first deleted", .missing(from: 1, through: 1)) { Array($0.dropFirst()) },
        Tampering("one deleted", .missing(from: 5, through: 5)) { Array($0[..<4] + $0[5...]) },
        Tampering("several deleted", .missing(from: 3, through: 7)) { Array($0[..<2] + $0[7...]) },
        Tampering("one deleted, the rest renumbered", .edited(at: 5)) { records in
            let moved = records[5...].map { later in
                AuditRecord(
                    stored: later.entry.act, agency: later.entry.agency, sequence: later.entry.sequence - 1,
                    hash: later.hash)
            }
            return records[..<4] + moved
        },
        Tampering("two swapped", .outOfOrder(expected: 5, found: 6)) { records in
            var records = records
            records.swapAt(4, 5)
            return records
        },
        Tampering("two swapped and renumbered", .edited(at: 5)) { records in
            func placed(_ record: AuditRecord, at sequence: Int64) -> AuditRecord {
                AuditRecord(
                    stored: record.entry.act, agency: record.entry.agency, sequence: sequence, hash: record.hash)
            }
            return records[..<4] + [placed(records[5], at: 5), placed(records[4], at: 6)] + records[6...]
        },
        Tampering("backwards", .outOfOrder(expected: 1, found: 10)) { $0.reversed() },
        Tampering("one twice", .outOfOrder(expected: 6, found: 5)) { Array($0[..<5] + $0[4...]) },
        Tampering("one inserted", .outOfOrder(expected: 7, found: 6)) { records in
            let inserted = records[4].head.record(try exampleAct(77))
            return records[..<5] + [inserted] + records[5...]
        },
        Tampering("one replaced by another that fits", .edited(at: 7)) { records in
            let other = records[4].head.record(try exampleAct(77))
            return records[..<5] + [other] + records[6...]
        },
        Tampering("a record of another agency", .ofOtherAgency(at: 5)) { records in
            let others = try exampleChain(of: "agency-2", count: 10)
            return records[..<4] + [others[4]] + records[5...]
        },
        Tampering("newest deleted", .cutShort(last: 7, checkpoint: 8)) { Array($0.prefix(7)) },
        Tampering("all deleted", .cutShort(last: 0, checkpoint: 8)) { _ in [] },
        Tampering("all written anew", .rewritten(checkpoint: 8)) { _ in
            try exampleChain(of: "agency-1", count: 10)
        },
        Tampering("all written anew from the middle", .rewritten(checkpoint: 8)) { records in
            var head = records[4].head
            let anew = try (5..<10).map { place in
                let record = head.record(try exampleAct(place))
                head = record.head
                return record
            }
            return records[..<5] + anew
        },
    ]
}

@Suite("The audit chain")
struct AuditChainTests {
    private let agency = "agency-1"

    @Test("an untouched chain is intact, at every length, and ends where it ends")
    func intact() throws {
        for count in [0, 1, 2, 50] {
            let records = try exampleChain(of: agency, count: count)
            let end = records.last?.head ?? AuditHead(beginningOf: agency)
            #expect(AuditChain.verify(records, of: agency) == .intact(end))
            #expect(end.sequence == Int64(count))
        }
    }

    @Test("whatever is done to a chain is found, at its first place", arguments: Tampering.all)
    private func tampering(_ tampering: Tampering) throws {
        let records = try exampleChain(of: agency, count: 10)
        let key = try signingKey(1)
        let kept = try key.sign(Checkpoint(head: records[7].head, day: "2026-03-31", at: 1))
        let verify = { (stored: [AuditRecord]) in
            AuditChain.verify(stored, of: agency, against: kept, signedBy: key.publicKey)
        }
        #expect(verify(records) == .intact(records[9].head))
        #expect(verify(try tampering.change(records)) == .broken(tampering.found))
        #expect(tampering.found.description.hasSuffix("."))
    }

    @Test("only a checkpoint shows that the newest are missing")
    func withoutCheckpoint() throws {
        let records = try exampleChain(of: agency, count: 10)
        #expect(AuditChain.verify(records.prefix(7), of: agency) == .intact(records[6].head))
    }

    @Test("the first break is reported, not a later one")
    func firstBreak() throws {
        let records = try exampleChain(of: agency, count: 10)
        #expect(
            AuditChain.verify([records[0], records[2], records[5]], of: agency)
                == .broken(.missing(from: 2, through: 2)))
    }

    @Test("a checkpoint of the empty chain holds, another agency's does not")
    func checkpointOfOther() throws {
        let key = try signingKey(1)
        let records = try exampleChain(of: agency, count: 3)
        for (head, verdict) in [
            (AuditHead(beginningOf: agency), AuditVerdict.intact(records[2].head)),
            (AuditHead(agency: agency, sequence: 0, hash: ContentHash(of: [])), .broken(.rewritten(checkpoint: 0))),
            (AuditHead(beginningOf: "agency-2"), .broken(.checkpointOfOtherAgency("agency-2"))),
        ] {
            let kept = try key.sign(Checkpoint(head: head, day: "2026-03-31", at: 1))
            #expect(AuditChain.verify(records, of: agency, against: kept, signedBy: key.publicKey) == verdict)
        }
    }

    @Test("two agencies' chains of the same acts share no hash")
    func agencies() throws {
        let act = try exampleAct(1)
        let first = AuditHead(beginningOf: "agency-1").record(act)
        let second = AuditHead(beginningOf: "agency-2").record(act)
        #expect(first.hash != second.hash)
        #expect(AuditHead(beginningOf: "agency-1").hash != AuditHead(beginningOf: "agency-2").hash)
    }

    @Test("the documented form: a record's hash computed by hand")
    func documentedForm() {
        func field(_ bytes: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(bytes.count)] + bytes }
        func text(_ text: String) -> [UInt8] { field(Array(text.utf8)) }
        let pack = ContentHash(of: [1])
        let payload = ContentHash(of: [2])
        let act = AuditAct(
            at: 258, actor: "é", kind: "k", subject: "s", clauses: ["A", ""], packHash: pack, payloadHash: payload)
        var bytes = [UInt8](SHA256.hash(data: text("peersupport audit chain") + text("a")))
        bytes += [1] + text("a") + [0, 0, 0, 0, 0, 0, 0, 1] + [0, 0, 0, 0, 0, 0, 1, 2]
        bytes += text("é") + text("k") + [1] + text("s") + [0, 0, 0, 2] + text("A") + text("")
        bytes += field(pack.bytes) + field(payload.bytes)
        #expect(AuditHead(beginningOf: "a").record(act).hash == ContentHash(of: bytes))
    }

    @Test("the payload hash is HMAC-SHA256 under the salt (RFC 4231, test case 1 with a padded key)")
    func payloadHash() throws {
        let salt = try #require(
            AuditSalt(bytes: [UInt8](repeating: 0x0b, count: 20) + [UInt8](repeating: 0, count: 12)))
        #expect(
            ContentHash(ofPayload: Array("Hi There".utf8), salt: salt).hex
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
        #expect(AuditSalt(bytes: [1]) == nil)
        #expect(AuditSalt().bytes != AuditSalt().bytes)
    }
}

func signingKey(_ seed: UInt8) throws -> AuditSigningKey {
    try #require(AuditSigningKey(bytes: [UInt8](repeating: seed, count: 32)))
}
