import Foundation
import Synchronization

/// Sends requests over real sockets and hands the answers back as they are: redirects are not followed, cookies not kept, nothing is
/// cached. libcurl does it as in the program itself; Foundation's own client takes longer than the server it asks.
final class Wire: Sendable {
    static let shared = Wire()

    /// One request, exactly as it is sent.
    struct Letter: Sendable {
        let method: String
        let url: String
        let headers: [String: String]
        let body: [UInt8]?
    }

    /// A letter with whoever waits for its answer.
    private struct Call: Sendable {
        let letter: Letter
        let caller: CheckedContinuation<Reply, any Error>
    }

    private struct Board {
        var calls: [Call] = []
        var freeLines = 0
    }

    private let board = Mutex(Board())
    private let called = DispatchSemaphore(value: 0)

    /// Whoever calls while every line is taken gets another: some answers are awaited until somebody else has called.
    func send(_ letter: Letter) async throws -> Reply {
        try await withCheckedThrowingContinuation { caller in
            let isFree = board.withLock { board in
                board.calls.append(Call(letter: letter, caller: caller))
                if board.freeLines > 0 {
                    board.freeLines -= 1
                    return true
                }
                return false
            }
            if !isFree { Thread.detachNewThread { self.serve() } }
            called.signal()
        }
    }

    /// One line, for as long as the tests run. It keeps its connections, as a browser does.
    private func serve() {
        let line = WireLine()
        while true {
            called.wait()
            let call = board.withLock { $0.calls.removeFirst() }
            let answer = Result { try line.send(call.letter) }
            board.withLock { $0.freeLines += 1 }
            call.caller.resume(with: answer)
        }
    }
}
