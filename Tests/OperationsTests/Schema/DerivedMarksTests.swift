import Crypto
import Foundation
import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// Whoever has the database finds in no column a hash of something that they know: of an id, a login, an employee number, a receipt, or
/// of two of them together.
@Suite struct DerivedMarksTests {
    /// What the code, or a guess, may put around a value.
    private static let labels = [
        "", "offer ", "notice ", "message ", "consultation ", "reminder ", "first contact ", "call-out ", "more waits ",
        "request ", "receipt ", "account ", "login ", "ping ", "asked for on ",
    ]
    private static let endings = ["", " 0", " 1", " 2"]
    private static let between = ["", " ", ":", "|", "/", "\n", "\0"]
    /// A shorter piece would be found by chance.
    private static let shortest = 8

    /// The first bytes of every usual hash of those words.
    private static func hashes(of words: String) -> [[UInt8]] {
        let data = Data(words.utf8)
        let key = SymmetricKey(data: data)
        let empty = SymmetricKey(data: Data("peersupport".utf8))
        let digests: [[UInt8]] = [
            Array(SHA256.hash(data: data)), Array(SHA512.hash(data: data)), Array(Insecure.SHA1.hash(data: data)),
            Array(Insecure.MD5.hash(data: data)),
            Array(HMAC<SHA256>.authenticationCode(for: Data(), using: key)),
            Array(HMAC<SHA256>.authenticationCode(for: data, using: empty)),
        ]
        return digests.map { Array($0.prefix(shortest)) }
    }

    /// What a value begins with, as it is and as what it may be written in.
    private static func beginnings(_ value: String) -> [[UInt8]] {
        let base64 = value.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padded = base64 + String(repeating: "=", count: (4 - base64.count % 4) % 4)
        return [Self.hex(value), Data(base64Encoded: padded).map(Array.init), Array(value.utf8)].compactMap { $0 }
            .filter { $0.count >= shortest }.map { Array($0.prefix(shortest)) }
    }

    private static func hex(_ text: String) -> [UInt8]? {
        guard text.count.isMultiple(of: 2), text.allSatisfy(\.isHexDigit) else { return nil }
        let digits = Array(text)
        return stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    }

    /// Every value of every row, by table and column.
    private static func values(_ database: any Database) async throws -> [(place: String, value: String)] {
        try await database.rowsByTable().flatMap { table, rows in
            rows.flatMap { row in
                row.split(separator: ",").compactMap { part in
                    part.firstIndex(of: "=").map {
                        ("\(table).\(part[..<$0])", String(part[part.index(after: $0)...]))
                    }
                }
            }
        }
    }

    private static func marks(in database: any Database, knowing more: [String]) async throws -> Set<String> {
        let values = try await values(database)
        // Ids, names and numbers; what is longer is sealed or a text.
        let known = Set(values.map(\.value).filter { (1...40).contains($0.count) } + more)
        let ids = known.filter { $0.count == 26 || more.contains($0) }
        var hashed: [[UInt8]: String] = [:]
        for word in known {
            for label in labels {
                for ending in endings { for hash in hashes(of: label + word + ending) { hashed[hash] = label + word } }
            }
        }
        for (one, other) in ids.flatMap({ one in ids.map { (one, $0) } }) {
            for gap in between {
                hashed[Array(SHA256.hash(data: Data((one + gap + other).utf8)).prefix(shortest))] = one
            }
        }
        return Set(values.filter { value in beginnings(value.value).contains { hashed[$0] != nil } }.map(\.place))
    }

    @Test(arguments: engines) func noColumnIsAHashOfWhatIsKnown(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "kern-sheriff")
        let sink = DeliverySink()
        try await field.ground.employ("4711")
        let employee = try await field.ground.member("nora", number: "4711", roles: "supporter")
        for staff in field.team + [employee] {
            try await field.ground.opensAllHours(staff)
            try await field.ground.confirmed(.text, "916 555 0101", for: staff, at: sink)
        }
        let receipt = try await field.asked { $0.wanted = [field.ana.account] }
        let seeker = try await field.pass(receipt)
        try await field.pass(minutes: 6)
        try await field.accepted(by: field.ben)
        _ = try await field.programmes.write("Are you there?", by: seeker, in: field.agency)
        try await field.asked()
        try await field.pass(minutes: 20)
        _ = try await field.programmes.signIn(agency: field.agency, login: "nora", passphrase: "wrong passphrase")
        let known = [receipt.text, "4711", "nora", "ana", field.agency.id]
        #expect(try await Self.marks(in: field.ground.database, knowing: known) == [])
        #expect(try await field.ground.database.integer("SELECT count(*) FROM ping") > 0)
        #expect(try await field.ground.database.integer("SELECT count(*) FROM sign_in_pause") > 0)

        // It finds one where there is one.
        let (account, agency) = (field.ana.account, field.agency.id)
        let hash = Array(SHA256.hash(data: Data("offer \(account)".utf8)))
        try await field.ground.database.write { transaction in
            try transaction.execute(
                "INSERT INTO ping (agency, account, key, day) VALUES (\(agency), \(account), \(hash), 20000)")
        }
        #expect(try await Self.marks(in: field.ground.database, knowing: known) == ["ping.key"])
    }
}
