import Foundation
import Sealing
import Testing

/// What the programme does about an incident is one sealed value of one size.
@Suite struct IncidentLockTests {
    private let keys: ServerKeys

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "sealing-\(RandomId())")
        keys = try ServerKeys.load(from: folder)
        try FileManager.default.removeItem(at: folder)
    }

    @Test(arguments: [0, 1, 60_000, 65_535])
    func everyFileHasOneSizeAndOpensAgain(count: Int) throws {
        let (id, content) = (RandomId(), [UInt8](repeating: 7, count: count))
        let locked = try #require(try keys.lock(incidentFile: content, id: id))
        #expect(locked.count == 65_565)
        #expect(try keys.unlock(incidentFile: locked, id: id) == content)
        #expect(throws: OpeningFault.self) { try keys.unlock(incidentFile: locked, id: RandomId()) }
    }

    @Test(arguments: [0, 1, 500, 4_095])
    func whatIsSharedHasOneSizeAndOpensAgain(count: Int) throws {
        let (id, content) = (RandomId(), [UInt8](repeating: 7, count: count))
        let locked = try #require(try keys.lock(sharedIncident: content, id: id))
        #expect(locked.count == 4_125)
        #expect(try keys.unlock(sharedIncident: locked, id: id) == content)
        #expect(throws: OpeningFault.self) { try keys.unlock(sharedIncident: locked, id: RandomId()) }
        #expect(throws: OpeningFault.self) { try keys.unlock(incidentFile: locked, id: id) }
    }

    @Test func whatDoesNotFitIsNotLocked() throws {
        #expect(try keys.lock(incidentFile: [UInt8](repeating: 7, count: 65_536), id: RandomId()) == nil)
    }
}
