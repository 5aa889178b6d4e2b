import Operations
import Testing

/// A round that failed is soon gone again, and then less and less often, up to the usual time.
@Suite struct HousekeepingPauseTests {
    @Test(arguments: [(0, 600), (1, 5), (2, 10), (3, 20), (7, 320), (8, 600), (9, 600), (1000, 600)])
    func pauses(failures: Int, seconds: Int) {
        #expect(Housekeeping.pause(after: failures) == .seconds(seconds))
    }
}
