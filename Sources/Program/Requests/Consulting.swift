extension RequestRules {
    /// The rule for consulting them; nothing where the pack has none.
    package func consultation(with consulted: ConsultationRule.Consulted) -> ConsultationRule? {
        consultations.first { $0.with == consulted }
    }
}

extension ConsultationRule {
    /// How long a consultation lasts, in seconds: a day. It can be ended before and begun again.
    package static let length: Int64 = 86_400

    /// Whether the consulted reads along.
    ///
    /// - Parameter isAuthorised: whether the seeker agreed to it in writing (IACP-6.5, PD-B.2.b).
    package func opensTheRequest(isAuthorised: Bool) -> Bool {
        switch sharing {
        case .nothing: false
        case .asSeekerAuthorised: isAuthorised
        case .limitedAccess: true
        }
    }
}
