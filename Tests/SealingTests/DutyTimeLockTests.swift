import Sealing
import Testing

/// Duty time and releases, under the server's key.
@Suite struct DutyTimeLockTests {
    @Test func opensForItsMemberAndMonthAlone() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let content = Array("from ten to eleven".utf8)
            let locked = try #require(try keys.lock(dutyTime: content, of: "a", in: "2026-11", agency: "g"))
            #expect(try keys.unlock(dutyTime: locked, of: "a", in: "2026-11", agency: "g") == content)
            #expect(locked.firstRange(of: content) == nil)
            for (account, month, agency) in [("b", "2026-11", "g"), ("a", "2026-12", "g"), ("a", "2026-11", "h")] {
                #expect(throws: OpeningFault.self) {
                    try keys.unlock(dutyTime: locked, of: account, in: month, agency: agency)
                }
            }
            let release = RandomId()
            let sealed = try #require(try keys.lock(release: content, id: release))
            #expect(try keys.unlock(release: sealed, id: release) == content)
            #expect(throws: OpeningFault.self) { try keys.unlock(release: sealed, id: RandomId()) }
        }
    }

    @Test(arguments: [0, 1, 255, 1000, (1 << 14) - 1]) func everyMonthHasOneSize(_ count: Int) async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let content = [UInt8](repeating: 0x80, count: count)
            let locked = try keys.lock(dutyTime: content, of: "a", in: "2026-11", agency: "g")
            #expect(locked?.count == 16_413)
            #expect(try keys.lock(release: content, id: RandomId())?.count == (count < 256 ? 285 : nil))
        }
    }
}
