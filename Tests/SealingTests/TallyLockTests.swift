import Sealing
import Testing

/// The true counts of a month, under the server's key.
@Suite struct TallyLockTests {
    @Test func opensForItsAgencyAndMonthAlone() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let content = Array("twelve contacts".utf8)
            let locked = try #require(try keys.lock(tally: content, of: "2026-11", agency: "g"))
            #expect(try keys.unlock(tally: locked, of: "2026-11", agency: "g") == content)
            #expect(locked.firstRange(of: content) == nil)
            #expect(try keys.lock(tally: content, of: "2026-11", agency: "g") != locked)
            for (month, agency) in [("2026-12", "g"), ("2026-11", "h")] {
                #expect(throws: OpeningFault.self) { try keys.unlock(tally: locked, of: month, agency: agency) }
            }
        }
    }

    @Test(arguments: [0, 1, 1000, (1 << 15) - 1, 1 << 15]) func everyMonthHasOneSize(_ count: Int) async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let locked = try keys.lock(tally: [UInt8](repeating: 0x80, count: count), of: "2026-11", agency: "g")
            #expect(locked?.count == (count < 1 << 15 ? 32_797 : nil))
        }
    }
}
