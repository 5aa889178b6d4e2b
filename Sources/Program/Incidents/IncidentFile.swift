/// For whom the programme responds. What is done for others is counted apart from its own (OCP-I.A-2, OCP-I.A-3).
package enum IncidentScope: String, Sendable, CaseIterable, Codable {
    case own
    case otherDepartments = "other-departments"
    case community
    /// An incident of another agency, whose team asked this one to join (OCP-I.A-2).
    case partnerAgency = "partner-agency"
}

/// Who told the programme of an incident: an office, and never a name.
package enum IncidentTeller: String, Sendable, CaseIterable, Codable {
    case incidentCommander = "incident-commander"
    case watchCommander = "watch-commander"
    case supervisor, dispatcher
    case member = "team-member"
    /// The team of another agency.
    case partnerAgency = "partner-agency"
    case somebodyElse = "somebody-else"
}

/// What the programme knows of a critical incident and what it does about it, from being told of it to the last meeting. The names of
/// those who were part of it are a sealed paper of their own; here there is only where it lies.
package struct IncidentFile: Sendable, Equatable, Codable {
    package let id: String
    /// The id of one of the pack's kinds: the nature of the incident, and all that is said of it.
    package let kind: String
    package let scope: IncidentScope
    /// Whether it is so large that it touches the team itself (IACP-5.3).
    package let isLargeScale: Bool
    package let happenedAt: Instant
    package let told: Told
    /// The sealed paper with the names of those involved; nothing where none were given, or they are destroyed.
    package var names: String?
    /// Who of the team was part of it, by account: they are asked nothing that has to do with it.
    package var involved: [String: Involvement] = [:]
    package var scenes: [SceneResponse] = []
    package var words: [DecisionWord] = []
    package var sessions: [IncidentSession] = []
    /// What partner teams were asked for.
    package var partners: [PartnerRequest] = []
    /// What the team did about it besides scene and meetings.
    package var activities: [DoneActivity] = []
    /// What became of the follow-ups on the policy's days.
    package var followUps: [IncidentFollowUp] = []
    /// How outreach stands.
    package var outreach = OutreachCounts()
    package var closedOn: Day?

    /// That the programme was told.
    package struct Told: Sendable, Equatable, Codable {
        package let at: Instant
        package let means: Means
        package let by: IncidentTeller

        package init(at: Instant, means: Means, by teller: IncidentTeller) {
            self.at = at
            self.means = means
            by = teller
        }
    }

    package init(
        id: String, kind: String, scope: IncidentScope, isLargeScale: Bool, happenedAt: Instant, told: Told
    ) {
        self.id = id
        self.kind = kind
        self.scope = scope
        self.isLargeScale = isLargeScale
        self.happenedAt = happenedAt
        self.told = told
    }

    package var isOpen: Bool { closedOn == nil }

    /// The response to the scene that runs.
    package var scene: SceneResponse? { scenes.last.flatMap { $0.closedAt == nil ? $0 : nil } }

    package func session(_ id: String) -> IncidentSession? { sessions.first { $0.id == id } }

    /// Everybody of the team who went to the scene or held a meeting.
    package var responders: Set<String> {
        let went = scenes.flatMap(\.asked).filter { $0.arrivedAt != nil }.map(\.account)
        return Set(went + sessions.filter { $0.held != nil }.flatMap(\.team).map(\.account))
    }

    /// The same without anybody's account or name: what stays once the time for names is over.
    package func forgettingNames() -> IncidentFile {
        var file = self
        file.names = nil
        file.involved = [:]
        file.scenes = scenes.map { $0.forgettingNames() }
        file.words = words.map { $0.forgettingNames() }
        file.sessions = sessions.map { $0.forgettingNames() }
        file.outreach.given = outreach.answered
        return file
    }
}
