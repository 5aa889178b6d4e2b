import Sealing
import Testing

@Suite("The key of a paper that named offices read")
struct PaperKeyTests {
    private let paper = RandomId()

    @Test("every reader's copy opens the paper", arguments: PaperKind.allCases)
    func roundTrip(kind: PaperKind) throws {
        let (key, reader) = (PaperKey(), AccountKey())
        let sealed = try #require(try key.seal(Array("A letter.".utf8), as: kind, paper: paper))
        let copy = try key.sealed(to: reader.publicKey, paper: paper, reader: "ana")
        let opened = try PaperKey(opening: copy, with: reader, paper: paper, reader: "ana")
        #expect(try opened.open(sealed, as: kind, paper: paper) == Array("A letter.".utf8))
    }

    @Test("a copy opens for its reader and its paper alone, and a paper as what it is")
    func nothingElse() throws {
        let (key, reader) = (PaperKey(), AccountKey())
        let copy = try key.sealed(to: reader.publicKey, paper: paper, reader: "ana")
        #expect(throws: OpeningFault.self) {
            try PaperKey(opening: copy, with: AccountKey(), paper: paper, reader: "ana")
        }
        #expect(throws: OpeningFault.self) {
            try PaperKey(opening: copy, with: reader, paper: paper, reader: "ben")
        }
        #expect(throws: OpeningFault.self) {
            try PaperKey(opening: copy, with: reader, paper: RandomId(), reader: "ana")
        }
        let sealed = try #require(try key.seal([1], as: .inactivity, paper: paper))
        #expect(throws: OpeningFault.self) { try key.open(sealed, as: .feedback, paper: paper) }
        #expect(throws: OpeningFault.self) { try key.open(sealed, as: .inactivity, paper: RandomId()) }
        #expect(throws: OpeningFault.self) { try key.open([], as: .inactivity, paper: paper) }
    }

    @Test(
        "sealed sizes are four, whatever is written",
        arguments: [
            (0, 1024), (1023, 1024), (1024, 16_384), (16_384, 262_144), (262_143, 262_144), (300_000, 4_194_304),
        ])
    func sizes(count: Int, padded: Int) throws {
        let sealed = try PaperKey().seal([UInt8](repeating: 0x80, count: count), as: .certificate, paper: paper)
        #expect(sealed?.count == 1 + 12 + padded + 16)
    }

    @Test("a message between teams is of one size", arguments: [0, 1, 1024, 8191])
    func oneSize(count: Int) throws {
        let sealed = try PaperKey().seal([UInt8](repeating: 1, count: count), as: .regionalMessage, paper: paper)
        #expect(sealed?.count == 1 + 12 + 8192 + 16)
        #expect(try PaperKey().seal([UInt8](repeating: 1, count: 8192), as: .regionalMessage, paper: paper) == nil)
    }

    @Test("what is longer than the largest size is not sealed")
    func tooLong() throws {
        let long = [UInt8](repeating: 1, count: PaperKey.mostBytes + 1)
        #expect(try PaperKey().seal(long, as: .certificate, paper: paper) == nil)
        #expect(try PaperKey().seal(Array(long.dropLast()), as: .certificate, paper: paper) != nil)
    }
}
