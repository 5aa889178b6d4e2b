/// How a gateway has been with us of late, as far as others should look after it.
package struct GatewayStanding: Sendable, Equatable {
    /// How long nothing may come through before it counts, in seconds: longer than a mail server takes to start anew.
    package static let patience: Int64 = 60

    /// What it answered last, where somebody has to look after it; nil where all is well.
    package private(set) var trouble: String?
    private var failingSince: Instant?

    package init() {}

    /// Takes in what came of an attempt.
    package mutating func note(_ answer: GatewayAnswer, at now: Instant) {
        switch answer.carriage {
        // It listens to us, whatever it says of somebody.
        case .accepted, .refused, .gone: self = GatewayStanding()
        case .unwelcome:
            failingSince = failingSince ?? now
            trouble = answer.reply
        case .unavailable, .unknown:
            let since = failingSince ?? now
            failingSince = since
            if trouble != nil || since.adding(seconds: Self.patience) <= now { trouble = answer.reply }
        // These tell nothing of the gateway.
        case .failed, .uncarried: break
        }
    }
}
