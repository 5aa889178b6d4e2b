/// A critical incident that two agencies answer together by an agreement between them (OCP-I.A-2). Each has a file of its own under its
/// own policy; this is all that travels from one to the other: never who was part of it, who told, or who goes.
package struct SharedIncident: Sendable, Equatable, Codable {
    package let id: String
    /// The id of the agency that asked, and of its file.
    package let asker: String
    package let file: String
    /// The id of the agency that is asked.
    package let partner: String
    package let ask: Ask
    package let askedAt: Instant
    package var answer: Answer?
    package var end: End?

    /// The least that the other team needs to say whether it comes.
    package struct Ask: Sendable, Equatable, Codable {
        /// What it was, as the kind is called in the asker's policy.
        package let nature: String
        package let happenedAt: Instant
        /// Whether supporters are wanted at the scene.
        package let wantsScene: Bool
        /// The office that asks, by its title.
        package let office: String
        /// Where it is called; nothing where the agreement says that.
        package let telephone: String?

        package init(nature: String, happenedAt: Instant, wantsScene: Bool, office: String, telephone: String?) {
            self.nature = nature
            self.happenedAt = happenedAt
            self.wantsScene = wantsScene
            self.office = office
            self.telephone = telephone
        }
    }

    package enum Answer: Sendable, Equatable, Codable {
        /// They joined, with a file of their own by that id.
        case joined(file: String, at: Instant)
        case declined(at: Instant)
    }

    /// Of the two agencies, one.
    package enum Side: String, Sendable, CaseIterable, Codable {
        case asker, partner
    }

    /// That one of them leaves it; before the answer, that the asker takes the ask back.
    package struct End: Sendable, Equatable, Codable {
        package let by: Side
        package let at: Instant
    }

    /// How it stands.
    package enum Stage: Sendable, Equatable {
        case asked
        case withdrawn(Instant)
        case declined(Instant)
        case together(since: Instant)
        case left(by: Side, Instant)
    }

    init(id: String, asker: String, file: String, partner: String, ask: Ask, askedAt: Instant) {
        self.id = id
        self.asker = asker
        self.file = file
        self.partner = partner
        self.ask = ask
        self.askedAt = askedAt
    }

    package var stage: Stage {
        switch (answer, end) {
        case (nil, nil): .asked
        case (nil, let end?): .withdrawn(end.at)
        case (.declined(let moment), _): .declined(moment)
        case (.joined(_, let moment), nil): .together(since: moment)
        case (.joined, let end?): .left(by: end.by, end.at)
        }
    }

    /// Whether it waits for an answer or is answered together.
    package var isRunning: Bool {
        switch stage {
        case .asked, .together: true
        case .withdrawn, .declined, .left: false
        }
    }

    package var waits: Bool { stage == .asked }

    /// The file of the agency that was asked, once it joined.
    package var partnerFile: String? {
        switch answer {
        case .joined(let file, _): file
        case .declined, nil: nil
        }
    }

    /// Which side an agency is on; nothing where it is none of the two.
    package func side(of agency: String) -> Side? {
        agency == asker ? .asker : agency == partner ? .partner : nil
    }

    /// The other agency and its file, as far as it has one.
    package func other(than side: Side) -> (agency: String, file: String?) {
        switch side {
        case .asker: (partner, partnerFile)
        case .partner: (asker, file)
        }
    }

    /// The most other agencies asked into one incident.
    package static let most = 20
    package static let longestTelephone = AuthorityEntry.longestTelephone
}

// What may come of it.
extension SharedIncident {
    /// The same with the other agency's team joining, by a file of its own.
    package func joining(with file: String, at now: Instant) -> Result<SharedIncident, Refusal> {
        answering(.joined(file: file, at: now))
    }

    package func declining(at now: Instant) -> Result<SharedIncident, Refusal> { answering(.declined(at: now)) }

    private func answering(_ answer: Answer) -> Result<SharedIncident, Refusal> {
        switch stage {
        case .asked:
            var shared = self
            shared.answer = answer
            return .success(shared)
        case .withdrawn: return .failure(Refusal("They took it back."))
        case .declined: return .failure(Refusal("Your team has declined."))
        case .together: return .failure(Refusal("Your team has joined."))
        case .left: return .failure(.sharingIsOver)
        }
    }

    /// The same with one side leaving. Each goes on by itself, and sees nothing more of the other.
    package func ending(by side: Side, at now: Instant) -> Result<SharedIncident, Refusal> {
        guard isRunning else { return .failure(.sharingIsOver) }
        if waits && side == .partner { return .failure(Refusal("Join it or decline.")) }
        var shared = self
        shared.end = End(by: side, at: now)
        return .success(shared)
    }
}

/// What one agency's board shows of the other's part: how many, and when; never who.
package struct OtherSide: Sendable, Equatable {
    package let onTheWay: Int
    package let atTheScene: Int
    /// When its planned meetings begin, so that nobody holds two at once.
    package let meetings: [Instant]
    package let closedOn: Day?

    package init(of file: IncidentFile) {
        onTheWay = file.scene?.coming.count { $0.arrivedAt == nil } ?? 0
        atTheScene = file.scenes.flatMap(\.asked).count { $0.arrivedAt != nil && $0.leftAt == nil }
        meetings = file.sessions.filter(\.isAhead).map(\.startsAt).sorted { $0 < $1 }
        closedOn = file.closedOn
    }
}

extension Refusal {
    static let sharingIsOver = Refusal("You no longer answer this together.")
}
