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
        Reading("a,a,a,a\nb,\"c\nd\n", [row(1, "a", "a", "a", "a"), unreadable(2, .unclosedQuote)]),
        // The stray mark opens quotes; the next one, two lines below, closes them.
        Reading("a,5'10\"\nb\n\"c\"\"\nd\n", [unreadable(1, .strayQuote), row(4, "d")]),
        Reading(
            "a,a,a,a\n\"b\"c\"\",d\ne\n",
            [row(1, "a", "a", "a", "a"), unreadable(2, .strayQuote), row(3, "e")]),
        Reading("a\rb\rc\n", [unreadable(1, .strayLineBreak)]),
        Reading("a,b\u{2028}c\nd\n", [row(1, "a", "b\u{2028}c"), row(2, "d")]),
        Reading(
            bytes: Array("a,a,a,a\nb,Mu".utf8) + [0xF1] + Array("oz\nc\n".utf8),
            [row(1, "a", "a", "a", "a"), unreadable(2, .notUTF8(byteOffset: 12)), row(3, "c")]),
        Reading(
            bytes: Array("a,a,a,a\n".utf8) + [0xE2, 0x82],
            [row(1, "a", "a", "a", "a"), unreadable(2, .notUTF8(byteOffset: 8))]),
        Reading(bytes: [0x61, 0xED, 0xA0, 0x80], [unreadable(1, .notUTF8(byteOffset: 1))]),
        Reading(bytes: [0xFF, 0xFE, 0x61, 0x00], [row(1, "a")]),
        Reading(bytes: [0xFE, 0xFF, 0x00, 0x61, 0x00, 0x2C, 0x00, 0xF1], [row(1, "a", "ñ")]),
        Reading(bytes: [0x00, 0x61, 0x00, 0x62], [row(1, "ab")]),
        Reading(bytes: [0x61, 0x00, 0x62, 0x00], [row(1, "ab")]),
        Reading(bytes: [0xFF, 0xFE, 0x61], [unreadable(1, .notText)]),
        Reading(bytes: [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00], [unreadable(1, .notText)]),
        Reading(bytes: [0x61, 0x62, 0x63, 0x00, 0x64], [unreadable(1, .notText)]),
        Reading(bytes: Array("PK\u{3}\u{4}____[Content_Types].xml".utf8), [unreadable(1, .workbook(.excel))]),
        Reading(
            bytes: Array("PK\u{3}\u{4}mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
            [unreadable(1, .workbook(.openDocument))]),
        Reading(bytes: Array("PK\u{3}\u{4}anything".utf8), [unreadable(1, .workbook(.archive))]),
        Reading(
            bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00], [unreadable(1, .workbook(.oldExcel))]),
        Reading("a;b\nc;d,e\n", [row(1, "a", "b"), row(2, "c", "d,e")]),
        Reading("a\tb\nc\t\"d;e\"\n", [row(1, "a", "b"), row(2, "c", "d;e")]),
        Reading("sep=;\r\na,b;c\r\n", [row(2, "a,b", "c")]),
        Reading("\"sep=,\"\na;b,c\n", [row(2, "a;b", "c")]),
        Reading("\u{FEFF}sep=\t\na,b\tc\n", [row(2, "a,b", "c")]),
        Reading("sep=|\na,b\n", [row(1, "sep=|"), row(2, "a", "b")]),
        // Titles have few values; whatever has more is a header, and what stands behind it is people.
        Reading(
            "People of the agency;;;\n\nAs of;2026-11-20;;\nrank;unit;shift;email\nA;B;C;D\n",
            [row(4, "rank", "unit", "shift", "email"), row(5, "A", "B", "C", "D")]),
        Reading(
            "rank,unit,shift\nemployee_number,rank,unit,shift\n",
            [row(1, "rank", "unit", "shift"), row(2, "employee_number", "rank", "unit", "shift")]),
        Reading(
            "1,2,3,4\nrank,unit,shift,email\n", [row(1, "1", "2", "3", "4"), row(2, "rank", "unit", "shift", "email")]),
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
