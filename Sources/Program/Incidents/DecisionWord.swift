/// The word of one of those who decide together whether a meeting is held (OCP-II.E.2).
package struct DecisionWord: Sendable, Equatable, Codable {
    /// The id of the meeting's rule.
    package let meeting: String
    /// Whose word it is, by the word of ``Body``.
    package let body: String
    package let isNeeded: Bool
    package let at: Instant
    /// Who gave it, so that nobody gives two; empty once names are destroyed.
    package let account: String

    package init(meeting: String, body: String, isNeeded: Bool, at moment: Instant, by account: String) {
        self.meeting = meeting
        self.body = body
        self.isNeeded = isNeeded
        at = moment
        self.account = account
    }

    func forgettingNames() -> DecisionWord {
        DecisionWord(meeting: meeting, body: body, isNeeded: isNeeded, at: at, by: "")
    }
}

/// How the decision on a meeting stands.
package enum MeetingDecision: Sendable, Equatable {
    /// The policy has it held without one.
    case notAsked
    /// Some have still to say.
    case open(missing: [Body])
    /// They do not agree; each may say it anew.
    case apart
    case needed(since: Instant)
    case notNeeded(since: Instant)
}

extension Body {
    /// As it is kept and sent.
    package var word: String {
        switch self {
        case .role(let role): "role:\(role.text)"
        case .committee(let committee): "committee:\(committee.text)"
        }
    }
}

extension PolicyPack {
    package func bodyTitle(_ body: Body) -> String {
        switch body {
        case .role(let role): title(of: role)
        case .committee(let id): committee(id)?.title ?? id.text
        }
    }
}

extension IncidentFile {
    /// How the decision on that meeting stands: needed or not once everybody whom the policy names says so.
    package func decision(on meeting: MeetingRule) -> MeetingDecision {
        guard !meeting.decidedBy.isEmpty else { return .notAsked }
        let given = meeting.decidedBy.map { body in words.last { $0.meeting == meeting.id && $0.body == body.word } }
        let missing = zip(meeting.decidedBy, given).filter { $0.1 == nil }.map(\.0)
        guard missing.isEmpty, let last = given.compactMap({ $0?.at }).max() else { return .open(missing: missing) }
        if given.allSatisfy({ $0?.isNeeded == true }) { return .needed(since: last) }
        return given.allSatisfy { $0?.isNeeded == false } ? .notNeeded(since: last) : .apart
    }

    /// The bodies for which somebody with those roles may still give a word on that meeting.
    package func bodiesToSpeakFor(
        on meeting: MeetingRule, holding roles: [RoleID], under policy: PolicyPack
    ) -> [Body] {
        switch decision(on: meeting) {
        case .notAsked, .needed, .notNeeded: []
        case .open, .apart:
            meeting.decidedBy.filter { body in policy.roles(of: body).contains(where: roles.contains) }
        }
    }

    /// The file with the word of one of those who decide.
    ///
    /// - Parameter persons: nobody gives the word of two.
    package func deciding(
        on meeting: MeetingRule, isNeeded: Bool, for word: String, by account: String, holding roles: [RoleID],
        _ persons: SamePerson, under policy: PolicyPack, at now: Instant
    ) -> Result<IncidentFile, Refusal> {
        let clauses = meeting.clausesOfDecision
        if let refusal = mayGoOn(clauses) { return .failure(refusal) }
        switch decision(on: meeting) {
        case .notAsked: return .failure(Refusal("Nobody has to decide on this.", clauses: clauses))
        case .needed, .notNeeded: return .failure(Refusal("This is decided.", clauses: clauses))
        case .open, .apart: break
        }
        guard let body = bodiesToSpeakFor(on: meeting, holding: roles, under: policy).first(where: { $0.word == word })
        else {
            return .failure(Refusal("For whom: choose one for which you speak.", field: "body", clauses: clauses))
        }
        let others = words.filter { $0.meeting == meeting.id && $0.body != body.word }.map(\.account)
        guard !persons.holds(account, among: others) else {
            return .failure(
                Refusal(
                    "You gave the other word. They decide together, so somebody else gives this one.",
                    field: "body", clauses: clauses))
        }
        var file = self
        file.words.removeAll { $0.meeting == meeting.id && $0.body == body.word }
        file.words.append(
            DecisionWord(meeting: meeting.id, body: body.word, isNeeded: isNeeded, at: now, by: account))
        return .success(file)
    }
}
