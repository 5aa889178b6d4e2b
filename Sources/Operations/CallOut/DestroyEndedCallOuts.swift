import Program
import Store

extension Programmes {
    /// Finishes call-outs that nobody finished by the end of the day after, and destroys finished ones after the pack's
    /// time. Harmless to repeat.
    package func destroyEndedCallOuts() async throws {
        let now = clock()
        try await forEveryAgency { agency, transaction in
            let today = try agency.day(at: now)
            guard let running = PolicyPack.firstCallOutDayRunning(on: today),
                let kept = agency.policy.firstCallOutDayKept(on: today)
            else { throw AgencyFault.clockOutOfRange }
            for id in try transaction.runningCallOuts(agency: agency.id, begunBefore: running) {
                if let activation = try transaction.activation(of: id, agency: agency.id) {
                    try transaction.withdrawNotices(about: activation.id, in: agency)
                }
                _ = try transaction.finishCallOut(
                    id, agency: agency.id, on: today, keepingUnanswered: agency.policy.keepsUnansweredPages)
            }
            try transaction.deleteCallOuts(agency: agency.id, begunBefore: kept)
        }
    }
}
