/// A seat at the table: while a test holds it, its database is open. There are few, so that the tests of all suites,
/// which run together, do not use up the server's connections.
final class Seat: Sendable {
    private static let table = Table()

    private init() {}

    /// Waits until there is a free seat. It is free again once the last who holds it lets go.
    static func taken() async -> Seat {
        await table.take()
        return Seat()
    }

    deinit { Task { await Seat.table.leave() } }

    private actor Table {
        private var free = 12
        private var waiting: [CheckedContinuation<Void, Never>] = []

        func take() async {
            if free > 0 {
                free -= 1
            } else {
                await withCheckedContinuation { waiting.append($0) }
            }
        }

        func leave() {
            if waiting.isEmpty {
                free += 1
            } else {
                waiting.removeFirst().resume()
            }
        }
    }
}
