import Operations
import Program
import Sealing
import Store
import Testing

/// What is sealed of a request has one size within a part, whatever was typed.
@Suite struct SealedSizesTests {
    /// From a word to everything a form takes, in one byte a character and in four; and nothing at all.
    private static let texts = [
        "Hello", String(repeating: "a", count: 2000), String(repeating: "\u{1F642}", count: 2000), "",
    ]

    @Test(arguments: engines) func noSizeTellsWhatWasTyped(_ engine: Engine) async throws {
        let field = try await RequestGround(engine, pack: "kern-sheriff")
        for staff in field.team { try await field.ground.opensAllHours(staff) }
        for (place, text) in Self.texts.enumerated() {
            let taker = place < field.team.count ? field.team[place] : nil
            let seeker = try await field.seeker { ask in
                ask.words = text
                ask.name = String(text.prefix(Ask.longestName))
                ask.number = String(text.prefix(Ask.longestNumber))
                ask.language = String(text.prefix(Ask.longestLanguage))
                ask.touches = taker == nil ? [] : [.incident]
                ask.wanted = taker.map { [$0.account] } ?? []
            }
            if let taker { try await live(text, seeker, taker, in: field) }
        }
        let sizes = try await field.ground.database.sealedSizes()
        #expect(sizes.keys.contains("request.words") && sizes.keys.contains("request_consent.sealed"))
        for (column, sizes) in sizes { #expect(sizes.count == 1, "\(column): \(sizes)") }
    }

    /// Both write to each other; there is a consent, a reminder, a consultation.
    private func live(_ text: String, _ seeker: SeekerPass, _ taker: Staff, in field: RequestGround) async throws {
        let programmes = field.programmes
        let id = try await field.begun(by: taker)
        try #require(try await programmes.write(text, by: seeker, in: field.agency)).get()
        try #require(try await programmes.write(text, on: id, by: taker)).get()
        let consent = NewConsent(
            to: String(text.prefix(NewConsent.longestTo)), scope: String(text.prefix(NewConsent.longestScope)),
            until: nil)
        try #require(try await programmes.consent(consent, by: seeker, in: field.agency)).get()
        if text.count > 5 {
            try #require(try await programmes.remind(id, on: taker.today, of: .followUp, by: taker)).get()
            try #require(try await programmes.madeContact(id, by: taker)).get()
        }
        let other = try #require(field.team.first { $0.account != taker.account })
        try #require(try await programmes.consult(id, .anotherSupporter, account: other.account, by: taker)).get()
    }
}

extension Database {
    /// The sizes of every sealed column of what belongs to a request, as they occur.
    fileprivate func sealedSizes() async throws -> [String: Set<Int>] {
        let tables: [(name: String, rows: SQL)] = [
            ("request", "SELECT * FROM request"), ("request_copy", "SELECT * FROM request_copy"),
            ("request_consultation", "SELECT * FROM request_consultation"),
            ("request_message", "SELECT * FROM request_message"),
            ("request_consent", "SELECT * FROM request_consent"),
        ]
        return try await read { transaction in
            var sizes: [String: Set<Int>] = [:]
            for table in tables {
                for row in try transaction.rows(table.rows) {
                    for column in row.columnNames {
                        guard case .blob(let bytes) = try row.value(.named(column)) else { continue }
                        sizes["\(table.name).\(column)", default: []].insert(bytes.count)
                    }
                }
            }
            return sizes
        }
    }
}
