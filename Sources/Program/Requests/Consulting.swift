extension RequestRules {
    /// The rule for consulting them; nothing where the pack has none.
    package func consultation(with consulted: ConsultationRule.Consulted) -> ConsultationRule? {
        consultations.first { $0.with == consulted }
    }

    /// Whom a supporter may consult about a request, of those who hold the role or are of the team: never themselves, nor whoever
    /// must not know of it.
    package func consultable(of candidates: [Candidate], about request: SupportedRequest) -> [String] {
        let unasked = request.record.chain.union([request.supporter])
        return candidates.filter {
            !unasked.contains($0.account) && !request.record.leavesOut($0) && mayBeOffered($0)
        }.map(\.account)
    }

    /// The rule by which a supporter consults that colleague.
    ///
    /// - Parameter colleagues: those they may consult so.
    package func consulting(
        _ consulted: ConsultationRule.Consulted, _ colleague: String, of colleagues: [String]
    ) -> Result<ConsultationRule, Refusal> {
        guard let rule = consultation(with: consulted) else {
            return .failure(Refusal("This programme has no such consultation.", field: "consulted"))
        }
        guard colleagues.contains(colleague) else {
            return .failure(.cannotBeConsulted)
        }
        return .success(rule)
    }

    /// Whether the seeker may let whoever is consulted read along (IACP-6.5, PD-B.2.b).
    package func mayBeAuthorised(_ consulted: ConsultationRule.Consulted) -> Bool {
        consultation(with: consulted)?.sharing == .asSeekerAuthorised
    }
}

extension ConsultationRule.Consulted {
    /// The role that is consulted; nothing for another supporter.
    package var role: RoleID? {
        switch self {
        case .role(let role): role
        case .anotherSupporter: nil
        }
    }
}

extension PolicyPack {
    /// Whose holders may be consulted so: the role's, or the team's.
    package func roles(of consulted: ConsultationRule.Consulted) -> [RoleID] {
        consulted.role.map { [$0] } ?? supporterRoles.map(\.id)
    }
}

extension Refusal {
    package static let cannotBeConsulted = Refusal("This colleague cannot be consulted.", field: "account")
    package static let consultedAlready = Refusal("This colleague is consulted already.", field: "account")
}

extension ConsultationRule {
    /// How long a consultation lasts: a day. It can be ended before and begun again.
    package static let time = LongestWait(seconds: 86_400)

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
