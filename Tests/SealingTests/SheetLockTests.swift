import Sealing
import Testing

/// Sheets under their supporter's key, and behind the server's lock.
@Suite struct SheetLockTests {
    @Test func opensForItsSupporterAndMonthAlone() throws {
        let key = AccountKey().sheetKey
        let content = Array("forty-five minutes".utf8)
        let sealed = try #require(try key.seal(content, agency: "g", month: "2026-11", size: .small))
        #expect(try key.open(sealed, agency: "g", month: "2026-11") == content)
        #expect(sealed.firstRange(of: content) == nil)
        #expect(throws: OpeningFault.self) { try AccountKey().sheetKey.open(sealed, agency: "g", month: "2026-11") }
        for (agency, month) in [("h", "2026-11"), ("g", "2026-12"), ("g2", "026-11")] {
            #expect(throws: OpeningFault.self) { try key.open(sealed, agency: agency, month: month) }
        }
        #expect(throws: OpeningFault.self) { try key.open([], agency: "g", month: "2026-11") }
    }

    @Test func aBoxOpensForItsSheetAlone() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let id = [UInt8](repeating: 1, count: 16)
            for box in [SheetBox.own(Array("sealed".utf8)), .before([]), .before([0x80, 0])] {
                let locked = try #require(try keys.lock(sheet: box, id: id, size: .small))
                let opened = try keys.unlock(sheet: locked, id: id)
                #expect(opened.box == box && opened.size == .small)
                #expect(try keys.lock(sheet: box, id: id, size: .small) != locked)
                let other = [UInt8](repeating: 2, count: 16)
                #expect(throws: OpeningFault.self) { try keys.unlock(sheet: locked, id: other) }
                #expect(throws: OpeningFault.self) { try keys.unlock(sheet: Array(locked.dropLast()), id: id) }
            }
            #expect(throws: OpeningFault.self) { try keys.unlock(sheet: [], id: id) }
        }
    }

    /// Every content of a size has as many bytes, whether its supporter sealed it or it is from before.
    @Test(arguments: [0, 1, 4095, 4096, 16_383, 16_384, 65_535]) func threeSizes(_ count: Int) async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let id = [UInt8](repeating: 1, count: 16)
            let content = [UInt8](repeating: 0x80, count: count)
            let size = try #require(SheetSize(holding: count))
            let own = try #require(
                try AccountKey().sheetKey.seal(content, agency: "g", month: "2026-11", size: size))
            let boxes = [SheetBox.own(own), .before(content)].map {
                try? keys.lock(sheet: $0, id: id, size: size)?.count
            }
            #expect(boxes == [size.rawValue + 61, size.rawValue + 61])
            let filed = try keys.lock(filedSheet: content, of: "a", month: "2026-11", agency: "g")
            #expect(filed?.count == size.rawValue + 29)
        }
        #expect(SheetSize(holding: 65_536) == nil)
        #expect(SheetSize(holding: 1, atLeast: .middle) == .middle)
    }

    @Test func filedSheetsAndHoursOpenWhereTheyBelong() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let content = Array("three hours".utf8)
            let filed = try #require(try keys.lock(filedSheet: content, of: "a", month: "2026-11", agency: "g"))
            #expect(try keys.unlock(filedSheet: filed, of: "a", month: "2026-11", agency: "g") == content)
            #expect(throws: OpeningFault.self) {
                try keys.unlock(filedSheet: filed, of: "b", month: "2026-11", agency: "g")
            }
            let hours = try #require(try keys.lock(hours: content, quarter: "2026-Q4", agency: "g"))
            #expect(hours.count == 16_413)
            #expect(try keys.unlock(hours: hours, quarter: "2026-Q4", agency: "g") == content)
            #expect(throws: OpeningFault.self) { try keys.unlock(hours: hours, quarter: "2026-Q3", agency: "g") }
            let many = try keys.lock(hours: [UInt8](repeating: 1, count: 1 << 14), quarter: "2026-Q4", agency: "g")
            #expect(many?.count == 131_101)
        }
    }
}
