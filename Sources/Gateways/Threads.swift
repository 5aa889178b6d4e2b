import Foundation

extension Transfer {
    /// Returns when it is done, or when its patience is over. Each waits on a thread of its own, for a shared pool would
    /// be used up by a few gateways that do not answer. The workers bound how many run at once.
    func done() async -> Outcome {
        await withCheckedContinuation { caller in
            Thread.detachNewThread { caller.resume(returning: run()) }
        }
    }

    /// The same, with what was read of the answer.
    func answered() async -> (outcome: Outcome, read: [UInt8]) {
        await withCheckedContinuation { caller in
            Thread.detachNewThread { caller.resume(returning: exchange()) }
        }
    }
}
