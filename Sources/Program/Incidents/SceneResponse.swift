/// Supporters at the scene of an incident, as somebody asked for them (SAC-II.D.3.i).
package struct SceneResponse: Sendable, Equatable, Codable {
    /// Who asked, by the word of ``SceneResponseRule/Asker``.
    package let askedBy: String
    package let askedAt: Instant
    /// How many supporters are wanted there.
    package let wanted: Int
    /// Where to come, for those who are asked.
    package let place: String
    package var asked: [Asked] = []
    package var closedAt: Instant?

    /// One supporter who was asked to come.
    package struct Asked: Sendable, Equatable, Codable {
        package let account: String
        package let at: Instant
        package var answer: SceneAnswer?
        package var arrivedAt: Instant?
        package var leftAt: Instant?

        package init(account: String, at: Instant) {
            self.account = account
            self.at = at
        }
    }

    package init(askedBy: String, askedAt: Instant, wanted: Int, place: String) {
        self.askedBy = askedBy
        self.askedAt = askedAt
        self.wanted = wanted
        self.place = place
    }

    package static let longestPlace = 120
    package static let range = 1...30
    /// The most who are asked for one scene, which a file has room for.
    package static let mostAsked = 120

    package func asked(_ account: String) -> Asked? { asked.first { $0.account == account } }

    package var coming: [Asked] { asked.filter { $0.answer == .coming } }

    func forgettingNames() -> SceneResponse {
        var scene = SceneResponse(askedBy: askedBy, askedAt: askedAt, wanted: wanted, place: "")
        scene.closedAt = closedAt
        scene.asked = coming.filter { $0.arrivedAt != nil }.map { asked in
            var nobody = Asked(account: "", at: asked.at)
            (nobody.answer, nobody.arrivedAt, nobody.leftAt) = (asked.answer, asked.arrivedAt, asked.leftAt)
            return nobody
        }
        return scene
    }
}

/// What somebody said who was asked to a scene. Nobody asks why.
package enum SceneAnswer: String, Sendable, CaseIterable, Codable {
    case coming, cannot
}

extension SceneResponseRule.Asker {
    /// As it is kept and sent.
    package var word: String {
        switch self {
        case .incidentCommander: "incident-commander"
        case .watchCommander: "watch-commander"
        case .role(let role): "role:\(role.text)"
        }
    }
}

extension SceneResponseRule {
    /// In seconds.
    var answerWithin: Int64 { Int64(answerWithinMinutes?.number ?? Self.usualMinutes) * 60 }

    /// Ours: long enough to wake up and look.
    package static let usualMinutes = 10
}

extension PolicyPack {
    /// What whoever may ask is called.
    package func askerTitle(_ asker: SceneResponseRule.Asker) -> String {
        switch asker {
        case .incidentCommander: "Incident commander"
        case .watchCommander: "Watch commander"
        case .role(let role): title(of: role)
        }
    }
}

extension IncidentFile {
    /// The file with a response to the scene, as somebody asked for it whom the policy names.
    package func openingScene(
        askedBy word: String, at moment: Instant, wanted: Int, place: String, under policy: PolicyPack, now: Instant
    ) -> Result<IncidentFile, Refusal> {
        guard let rule = policy.incidents.sceneResponse else { return .failure(.noSceneHere) }
        let clauses = rule.basis.clauses
        if let refusal = mayGoOn(clauses) { return .failure(refusal) }
        guard rule.askedBy.contains(where: { $0.word == word }) else {
            let titles = rule.askedBy.map(policy.askerTitle).joined(separator: ", ")
            return .failure(
                Refusal(
                    "Who asked: supporters go to a scene only where one of these asks: \(titles).",
                    field: "askedBy", basis: rule.basis))
        }
        guard scene == nil else {
            return .failure(Refusal("A response is under way. Close it first.", clauses: clauses))
        }
        guard moment >= happenedAt, moment <= now else {
            return .failure(
                Refusal(
                    "When they asked: after the incident, and not ahead of now.", field: "askedAt", clauses: clauses))
        }
        var file = self
        file.scenes.append(SceneResponse(askedBy: word, askedAt: moment, wanted: wanted, place: place))
        return .success(file)
    }

    /// What keeps anything more from being done about it, if anything.
    func mayGoOn(_ clauses: [ClauseID] = []) -> Refusal? {
        isOpen ? nil : Refusal("This incident is closed.", clauses: clauses)
    }

    /// The file with those asked who come next: as many as are still wanted beside those who come and those who have not yet had
    /// their time to answer. Nobody where that is enough.
    ///
    /// - Parameter order: everybody who may be asked, the first to be asked first.
    package func askingNext(of order: [String], under policy: PolicyPack, at now: Instant) -> IncidentFile {
        guard let scene, let rule = policy.incidents.sceneResponse else { return self }
        let since = now.adding(seconds: -rule.answerWithin)
        let waiting = scene.asked.count { $0.answer == nil && $0.at > since }
        let missing = scene.wanted - scene.coming.count - waiting
        let room = SceneResponse.mostAsked - scene.asked.count
        guard missing > 0, room > 0 else { return self }
        let fresh = order.filter { scene.asked($0) == nil && involved[$0] == nil }.prefix(min(missing, room))
        return changingScene { $0.asked += fresh.map { SceneResponse.Asked(account: $0, at: now) } }
    }

    /// The file with somebody's answer. It may be changed until they are there.
    package func answering(_ answer: SceneAnswer, by account: String) -> Result<IncidentFile, Refusal> {
        guard let own = scene?.asked(account) else { return .failure(.sceneIsOver) }
        guard own.arrivedAt == nil else { return .failure(Refusal("You are there already.")) }
        return .success(changing(account) { $0.answer = answer })
    }

    /// "I was part of it": they are asked nothing more that has to do with it, and others see only that they cannot come.
    package func answeringAsInvolved(by account: String) -> Result<IncidentFile, Refusal> {
        guard let own = scene?.asked(account) else { return .failure(.sceneIsOver) }
        guard own.arrivedAt == nil else { return .failure(Refusal("You are there already.")) }
        guard involved.count < Incident.mostInvolved else { return .failure(Incident.isFull(nil)) }
        var file = changing(account) { $0.answer = .cannot }
        if file.involved[account] == nil { file.involved[account] = .participant }
        return .success(file)
    }

    /// The file with their arrival at the scene.
    package func arriving(_ account: String, at now: Instant) -> Result<IncidentFile, Refusal> {
        guard let own = scene?.asked(account) else { return .failure(.sceneIsOver) }
        guard own.answer == .coming else { return .failure(Refusal("Say first that you are coming.")) }
        guard own.arrivedAt == nil else { return .failure(Refusal("Your arrival is written down.")) }
        return .success(changing(account) { $0.arrivedAt = now })
    }

    /// The file with their leaving.
    package func leaving(_ account: String, at now: Instant) -> Result<IncidentFile, Refusal> {
        guard let own = scenes.last?.asked(account) else { return .failure(.sceneIsOver) }
        guard own.arrivedAt != nil, own.leftAt == nil else {
            return .failure(Refusal("There is no arrival of yours to end."))
        }
        return .success(changing(account) { $0.leftAt = now })
    }

    /// The file with the response over. Whoever is still there leaves when they leave.
    package func closingScene(at now: Instant) -> Result<IncidentFile, Refusal> {
        guard scene != nil else { return .failure(.sceneIsOver) }
        return .success(changingScene { $0.closedAt = now })
    }

    private func changing(_ account: String, _ change: (inout SceneResponse.Asked) -> Void) -> IncidentFile {
        changingScene { scene in
            guard let place = scene.asked.firstIndex(where: { $0.account == account }) else { return }
            change(&scene.asked[place])
        }
    }

    private func changingScene(_ change: (inout SceneResponse) -> Void) -> IncidentFile {
        guard !scenes.isEmpty else { return self }
        var file = self
        change(&file.scenes[scenes.count - 1])
        return file
    }
}

extension Refusal {
    static let noSceneHere = Refusal("This programme goes to no scene.")
    static let sceneIsOver = Refusal("No response to a scene is under way here.")
}
