import Program

extension Transfer.Outcome {
    /// What is made of it.
    ///
    /// - Parameter byHTTP: reads the status of whoever speaks HTTP. A mail server speaks none.
    func answer(_ byHTTP: (Int) -> GatewayAnswer = { GatewayAnswer(provider: $0) }) -> GatewayAnswer {
        switch self {
        case .answered(let status): byHTTP(status)
        case .replied(let reply): GatewayAnswer(reply)
        case .connected: GatewayAnswer(.silence)
        case .none(let obstacle): GatewayAnswer(obstacle)
        }
    }
}
