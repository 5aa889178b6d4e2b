// Whoever must not go on with a request steps back at once: for an exception that the pack has end their part (SAC-VI.B.2), for a
// conflict of interest (SAC-II.D.3.k), because they cannot leave their post (KSO-G.3), or because they are of the team no more.
extension SupportedRequest {
    /// They are part of the matter themselves. Their hold ends with this, others are asked, and whoever the pack has told of it finds
    /// somebody else, if need be.
    package func steppedBack(for exception: DisclosureException, under pack: PolicyPack) -> RequestOutcome {
        let told = exception.recipients.compactMap(\.who.role)
        return givenUp(
            duties: pack.findingAnother(told.isEmpty ? nil : told, under: exception.basis.clauses))
    }

    /// They cannot leave their post: others are asked at once, and whoever the pack names finds another if need be. They are
    /// shown nothing of the request (KSO-G.3).
    ///
    /// - Parameter asker: who asks for it: they themselves, or their supervisor, who got a code from them.
    package func left(
        underPost rules: RequestRules, askedBy asker: CannotLeavePostRule.Asker
    ) -> Result<RequestOutcome, Refusal> {
        guard let rule = rules.cannotLeavePost, rules.leavesPost(askedBy: asker) else { return .failure(.handItOff) }
        return .success(
            givenUp(duties: [
                NewNotice(
                    kind: .cannotLeavePost, to: .role(rule.of), repeats: true, under: rule.basis.clauses,
                    from: supporter, isUrgent: true)
            ]))
    }

    /// A conflict of interest that shows only now: whom the pack names is told that there was one, and others are asked at once
    /// (SAC-II.D.3.k).
    package func left(forConflictUnder pack: PolicyPack) -> Result<RequestOutcome, Refusal> {
        guard let rule = pack.requests.conflictNotice else { return .failure(.handItOff) }
        return .success(
            givenUp(
                notices: pack.requests.noticesOfConflict(of: supporter),
                duties: pack.findingAnother(under: rule.basis.clauses)))
    }

    /// Others take it over. The seeker is told that somebody else comes, and not why.
    func givenUp(
        wanted: [String] = [], notices: [NewNotice] = [], duties: [NewNotice] = []
    ) -> RequestOutcome {
        RequestOutcome(
            life.offeredAgain(wanted: wanted, besides: supporter, leftBy: supporter), notices: notices, duties: duties)
    }
}

extension PolicyPack {
    /// The duty to find somebody else for a request whose supporter stepped back, until somebody has it.
    ///
    /// - Parameter roles: whose it is; of whoever keeps the call-out list where nobody is named.
    package func findingAnother(_ roles: [RoleID]? = nil, under clauses: [ClauseID]) -> [NewNotice] {
        (roles ?? self.roles(with: .keepRoster).map(\.id)).map {
            NewNotice(kind: .findAnother, to: .role($0), repeats: true, under: clauses, isUrgent: true)
        }
    }
}

extension NewNotice {
    /// The same, about that time of asking around.
    package func naming(_ offering: String) -> NewNotice {
        NewNotice(
            kind: kind, to: to, due: due, repeats: repeats, about: offering, under: clauses, from: from, tells: tells,
            reachesDesignees: reachesDesignees, everyMinutes: everyMinutes, isUrgent: isUrgent)
    }
}

extension RequestRules {
    /// Whether a request is left for a post at the word of the supporter, or of their supervisor (KSO-G.3).
    package func leavesPost(askedBy asker: CannotLeavePostRule.Asker) -> Bool {
        cannotLeavePost?.askedBy.contains(asker) ?? false
    }

    /// That somebody has a conflict of interest, and nothing of the request, to each whom the pack names.
    func noticesOfConflict(of supporter: String) -> [NewNotice] {
        (conflictNotice?.to ?? []).map {
            NewNotice(
                kind: .conflict, to: .role($0), under: conflictNotice?.basis.clauses ?? [], from: supporter)
        }
    }
}

/// From which of their requests a supporter says that they step back.
package enum SteppingBackFrom: Sendable, Equatable {
    case request(String)
    /// From none that is here: they support somebody in another way.
    case nothingHere
    /// They did not say.
    case unsaid
}

extension DisclosureException {
    /// From which request the supporter steps back with it; nothing where from none.
    ///
    /// - Parameter own: the requests that they have.
    package func request(
        leftBy said: SteppingBackFrom, of own: [String]
    ) -> Result<String?, Refusal> {
        guard replacesSupporter else { return .success(nil) }
        switch said {
        case .nothingHere: return .success(nil)
        case .request(let id) where own.contains(id): return .success(id)
        case .request: return .failure(Refusal("This request is not with you any more.", field: "request"))
        case .unsaid where own.count < 2: return .success(own.first)
        case .unsaid:
            return .failure(
                Refusal("Say from which request you step back.", field: "request", clauses: basis.clauses))
        }
    }
}

extension Refusal {
    static let handItOff = Refusal("Hand the request to another supporter.")
}
