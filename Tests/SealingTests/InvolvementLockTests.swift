import Sealing
import Testing

/// Who was involved in an incident, under the server's key.
@Suite struct InvolvementLockTests {
    @Test func opensForItsIncidentAlone() async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let (incident, other) = (RandomId(), RandomId())
            let content = Array("somebody".utf8)
            let locked = try #require(try keys.lock(involved: content, incident: incident))
            #expect(try keys.unlock(involved: locked, incident: incident) == content)
            #expect(throws: OpeningFault.self) { try keys.unlock(involved: locked, incident: other) }
            #expect(locked.firstRange(of: content) == nil)
            // Another server's key opens nothing.
            try await inServerFolder { foreign in
                let theirs = try ServerKeys.load(from: foreign)
                #expect(throws: OpeningFault.self) { try theirs.unlock(involved: locked, incident: incident) }
            }
        }
    }

    /// Few or many look alike, and what does not fit is not cut off.
    @Test(arguments: [0, 1, 1000, (1 << 14) - 1]) func everyListHasOneSize(_ count: Int) async throws {
        try await inServerFolder { folder in
            let keys = try ServerKeys.load(from: folder)
            let incident = RandomId()
            let content = [UInt8](repeating: 0x80, count: count)
            let locked = try #require(try keys.lock(involved: content, incident: incident))
            #expect(locked.count == 16_413)
            #expect(try keys.unlock(involved: locked, incident: incident) == content)
            #expect(try keys.lock(involved: content + [UInt8](repeating: 1, count: 1 << 14), incident: incident) == nil)
        }
    }
}
