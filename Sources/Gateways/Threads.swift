import Dispatch

extension Transfer {
    /// Threads of their own, so that waiting for a gateway holds up nothing else. The workers bound how many run at once.
    private static let threads = DispatchQueue(label: "gateways", attributes: .concurrent)

    /// Returns when it is done, `longest` seconds at the latest.
    func done() async -> Outcome {
        await withCheckedContinuation { caller in
            Self.threads.async { caller.resume(returning: run()) }
        }
    }
}
