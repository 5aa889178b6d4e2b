import Foundation
import FoundationNetworking
import Synchronization

/// Sends requests over real sockets and hands the answers back as they are. Redirects are not followed, cookies not kept, nothing
/// is cached; Foundation lets only a session's delegate decide that, so this is one.
final class Wire: NSObject, URLSessionDataDelegate, Sendable {
    static let shared = Wire()

    private struct Pending {
        let caller: CheckedContinuation<Reply, any Error>
        var body = Data()
    }

    private let pending = Mutex<[Int: Pending]>([:])

    func send(_ request: URLRequest) async throws -> Reply {
        let task = Wire.session.dataTask(with: request)
        return try await withCheckedThrowingContinuation { caller in
            pending.withLock { $0[task.taskIdentifier] = Pending(caller: caller) }
            task.resume()
        }
    }

    private static let session: URLSession = {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        // However busy the machine is, a test waits.
        configuration.timeoutIntervalForRequest = 600
        configuration.httpMaximumConnectionsPerHost = 16
        return URLSession(configuration: configuration, delegate: shared, delegateQueue: nil)
    }()

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        pending.withLock { $0[dataTask.taskIdentifier]?.body.append(data) }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let done = pending.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
        if let response = task.response as? HTTPURLResponse, error == nil {
            done.caller.resume(returning: Reply(response, done.body))
        } else {
            done.caller.resume(throwing: error ?? URLError(.badServerResponse))
        }
    }
}
