import Foundation
import Operations
import Program
import Testing

@Suite struct PeopleFileReaderTests {
    struct Reading: Sendable {
        let file: [UInt8]
        let rows: [RawRow]

        init(_ text: String, _ rows: [RawRow]) {
            file = Array(text.utf8)
            self.rows = rows
        }

        init(bytes: [UInt8], _ rows: [RawRow]) {
            file = bytes
            self.rows = rows
        }
    }

    private static func row(_ line: Int, _ fields: String...) -> RawRow { RawRow(line: line, content: .fields(fields)) }

    private static func unreadable(_ line: Int, _ fault: ImportProblem.Fault) -> RawRow {
        RawRow(line: line, content: .unreadable(fault))
    }

    static let readings = [
        Reading("", []),
        Reading("a,b", [row(1, "a", "b")]),
        Reading("a,b\n", [row(1, "a", "b")]),
        Reading("\u{FEFF}a,b\r\nc,d\r\n", [row(1, "a", "b"), row(2, "c", "d")]),
        Reading("a,\n,\n", [row(1, "a", ""), row(2, "", "")]),
        Reading("a,b,", [row(1, "a", "b", "")]),
        Reading("\"a,b\",c\n", [row(1, "a,b", "c")]),
        Reading("\"say \"\"hi\"\"\",c\n\"\",\"\"\n", [row(1, "say \"hi\"", "c"), row(2, "", "")]),
        Reading("\"a\nb\n\nc\",d\ne,f\n", [row(1, "a\nb\n\nc", "d"), row(5, "e", "f")]),
        Reading("a\n\nb\n", [row(1, "a"), row(2, ""), row(3, "b")]),
        Reading("a\nb,\"c\nd\n", [row(1, "a"), unreadable(2, .unclosedQuote)]),
        // The stray mark opens quotes; the next one, two lines below, closes them.
        Reading("a,5'10\"\nb\n\"c\"\"\nd\n", [unreadable(1, .strayQuote), row(4, "d")]),
        Reading("a\n\"b\"c\"\",d\ne\n", [row(1, "a"), unreadable(2, .strayQuote), row(3, "e")]),
        Reading("a\rb\rc\n", [unreadable(1, .strayLineBreak)]),
        Reading("a,b\u{2028}c\nd\n", [row(1, "a", "b\u{2028}c"), row(2, "d")]),
        Reading(
            bytes: Array("a\nb,Mu".utf8) + [0xF1] + Array("oz\nc\n".utf8),
            [row(1, "a"), unreadable(2, .notUTF8(byteOffset: 6)), row(3, "c")]),
        Reading(bytes: [0x61, 0x0A, 0xE2, 0x82], [row(1, "a"), unreadable(2, .notUTF8(byteOffset: 2))]),
        Reading(bytes: [0x61, 0xED, 0xA0, 0x80], [unreadable(1, .notUTF8(byteOffset: 1))]),
        Reading(bytes: [0xFF, 0xFE, 0x61, 0x00], [unreadable(1, .utf16)]),
        Reading(bytes: [0x00, 0x61, 0x00, 0x62], [unreadable(1, .utf16)]),
        Reading(
            bytes: Array(repeating: 0x0A, count: 64_000_001), [unreadable(1, .tooLarge(limitInMegabytes: 64))]),
    ]

    @Test(arguments: readings.indices) func givesEveryRecordWithItsLine(_ index: Int) {
        let reading = Self.readings[index]
        #expect(Array(PersonnelFileReader(reading.file)) == reading.rows)
    }

    @Test func tellsHowFarItIs() {
        let file = Array(String(repeating: "a,b\n", count: 2500).utf8)
        var told: [Int] = []
        let reader = PersonnelFileReader(file) { done, total in
            #expect(total == 10_000)
            told.append(done)
        }
        #expect(Array(reader).count == 2500)
        #expect(told == [4000, 8000, 10_000])
    }
}
