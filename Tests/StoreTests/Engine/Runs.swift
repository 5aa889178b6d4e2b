import Dispatch
import Synchronization

/// Counts the runs of a body, and lets its first run wait for somebody.
final class Runs: Sendable {
    private let made = Atomic(0)
    let reached = DispatchSemaphore(value: 0)
    let mayGoOn = DispatchSemaphore(value: 0)

    var count: Int { made.load(ordering: .sequentiallyConsistent) }

    func begin() -> Int { made.add(1, ordering: .sequentiallyConsistent).newValue }

    func meetOnFirst(_ run: Int) {
        guard run == 1 else { return }
        reached.signal()
        _ = mayGoOn.wait(timeout: .now() + 120)
    }
}
