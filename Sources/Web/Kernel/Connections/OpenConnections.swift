import HummingbirdCore
import NIOCore
import Synchronization

/// The connections that are open. When there are as many as there may be, room is made for the newest by closing those that have
/// kept the server waiting longest: a caller who says nothing keeps nobody out. Where none waits, nobody is accepted until one has
/// been answered; the system keeps the others in its queue meanwhile.
final class OpenConnections: Sendable {
    private let most: Int
    private let kept: Mutex<Kept>

    private struct Kept {
        /// Those that are open and may stay.
        var count = 0
        /// Those that were told to close, and have not yet.
        var closing = 0
        /// How often anybody has begun to wait.
        var turn: UInt64 = 0
        /// Those in which the caller has the word, with the turn at which they got it.
        var waiting: [ObjectIdentifier: (turn: UInt64, channel: any Channel)] = [:]
    }

    init(most: Int) {
        self.most = most
        kept = Mutex(Kept())
    }

    var isFull: Bool { kept.withLock { $0.count + $0.closing >= most } }

    func opened() {
        kept.withLock { $0.count += 1 }
        makeRoom()
    }

    func closed() {
        kept.withLock { kept in
            if kept.closing > 0 { kept.closing -= 1 } else { kept.count -= 1 }
        }
    }

    /// From now on the server waits for this caller.
    func waits(for channel: any Channel) {
        kept.withLock { kept in
            kept.turn += 1
            kept.waiting[ObjectIdentifier(channel)] = (kept.turn, channel)
        }
        makeRoom()
    }

    /// The caller waits for the server, or is gone.
    func waitsNoMore(for channel: any Channel) {
        kept.withLock { $0.waiting[ObjectIdentifier(channel)] = nil }
    }

    /// Closes several at a time, so that a flood of them costs little.
    private func makeRoom() {
        let longest = kept.withLock { kept -> [any Channel] in
            guard kept.count >= most else { return [] }
            let longest = kept.waiting.sorted { $0.value.turn < $1.value.turn }.prefix(max(1, most / 64))
            for (id, _) in longest { kept.waiting[id] = nil }
            kept.count -= longest.count
            kept.closing += longest.count
            return longest.map(\.value.channel)
        }
        for channel in longest { channel.close(promise: nil) }
    }
}

/// What tells the server when it may accept another.
struct RoomForMore: AvailableConnectionsDelegate {
    let open: OpenConnections

    func connectionOpened() { open.opened() }
    func connectionClosed() { open.closed() }
    func isAcceptingNewConnections() -> Bool { !open.isFull }
}
