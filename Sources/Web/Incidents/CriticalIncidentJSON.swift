import Operations
import Program

/// What programs read of incidents, by the same rules as pages.
extension Routes {
    static let criticalIncidentInterface: [Route] = [
        .read(
            "listCriticalIncidents", "The incidents that are open, with what is next in each.",
            at: CriticalIncidentAddresses.incidents, for: .holding(.leadIncidents), where: \.runsIncidents,
            "The open ones, the latest first; those closed within a year; how many there were, by scope.",
            IncidentShapes.overview
        ) { visit in try await visit.programmes.incidentOverview(for: visit.staff) },
        .read(
            "readCriticalIncident", "One incident with its clocks, its scene and its meetings.",
            at: CriticalIncidentAddresses.incident, for: .holding(.leadIncidents), where: \.runsIncidents,
            "The incident.", IncidentShapes.board
        ) { visit, id in try await visit.programmes.incidentBoard(id.text, for: visit.staff) },
        .read(
            "readSharedIncident", "What another agency asks of yours, and how it stands.",
            at: CriticalIncidentAddresses.shared, for: .holding(.leadIncidents), where: \.sharesIncidents,
            "The ask.", SharedIncidentShapes.asked
        ) { visit, id in try await visit.programmes.askedToJoin(id.text, for: visit.staff) },
        .read(
            "listMeetingDecisions", "Meetings on which you have a word.", at: CriticalIncidentAddresses.toDecide,
            for: .holding(.decideOnMeetings), where: \.decidesOnMeetings, "By incident.",
            .list("decisions", of: IncidentShapes.decision)
        ) { visit in try await visit.programmes.decisionsAsked(of: visit.staff) },
        .read(
            "listResponses", "What incidents ask of you: scenes and meetings.", at: CriticalIncidentAddresses.own,
            for: .holding(.takeRequests), where: \.runsIncidents, "By incident.",
            .list("responses", of: IncidentShapes.own)
        ) { visit in try await visit.programmes.ownIncidents(of: visit.staff) },
        .read(
            "listOwnOutreach", "Those you have to offer support to after an incident.",
            at: CriticalIncidentAddresses.ownOutreach, for: .holding(.takeRequests), where: \.hasOutreach,
            "The next first.", .list("offers", of: IncidentShapes.ownOutreach)
        ) { visit in try await visit.programmes.ownOutreach(of: visit.staff) },
    ]
}

enum IncidentShapes {
    static let overview = Shape<IncidentOverview>(
        .list("open", of: file) { $0.open.map(\.file) }, .list("asked", of: SharedIncidentShapes.asked, \.asked),
        .list("closed", of: file, \.closed),
        .list("counts", of: count) { overview in
            IncidentScope.allCases.map { ScopeCount(scope: $0, incidents: overview.counts[$0] ?? 0) }
        })

    struct ScopeCount: Sendable {
        let scope: IncidentScope
        let incidents: Int
    }

    private static let count = Shape<ScopeCount>(.choice("scope", \.scope), .count("incidents", \.incidents))

    private static let file = Shape<IncidentFile>(
        .id("id", \.id), .words("kind", \.kind), .choice("scope", \.scope), .flag("isLargeScale", \.isLargeScale),
        .moment("happenedAt", \.happenedAt), .day(maybe: "closedOn", \.closedOn))

    static let board = Shape<IncidentBoard>(
        .id("id", \.file.id), .words("kind", \.file.kind), .choice("scope", \.file.scope),
        .flag("isLargeScale", \.file.isLargeScale), .moment("happenedAt", \.file.happenedAt),
        .moment("toldAt", \.file.told.at), .choice("teller", \.file.told.by), .day(maybe: "closedOn", \.file.closedOn),
        .words(maybe: "names", about: "Of those involved, for whom the policy has them told.", \.names),
        .list("clocks", of: clock, \.clocks), .list("asked", of: asked) { $0.file.scenes.flatMap(\.asked) },
        .list("meetings", of: session, \.file.sessions),
        .list("partners", of: partner, \.file.partners),
        .list("activities", of: activity, \.file.activities),
        .list("agencies", of: SharedIncidentShapes.part) { $0.sharing?.parts ?? [] },
        .list("followUps", of: followUp, \.file.followUps), .part("outreach", outreach) { $0 },
        .list("involved", of: mark) { board in
            board.file.involved.sorted { $0.key < $1.key }.map {
                Mark(account: $0.key, name: board.name($0.key), involvement: $0.value)
            }
        })

    struct Mark: Sendable {
        let account: String
        let name: String
        let involvement: Involvement
    }

    private static let mark = Shape<Mark>(
        .id("account", \.account), .words("name", \.name), .choice("involvement", \.involvement))

    private static let partner = Shape<PartnerRequest>(
        .id("id", \.id), .words("partner", \.partner), .words("service", \.service), .day("askedOn", \.askedOn),
        .choice(maybe: "reply") { $0.answer?.reply }, .day(maybe: "answeredOn") { $0.answer?.on },
        .day(maybe: "agreedFor") { $0.answer?.agreedFor })

    private static let activity = Shape<DoneActivity>(.words("activity", \.activity), .day("on", \.on))

    private static let followUp = Shape<IncidentFollowUp>(
        .count("afterDays", \.afterDays), .moment("at", \.at),
        .count(maybe: "offered", about: "To how many; nothing where it was not needed.", \.offered))

    private static let outreach = Shape<IncidentBoard>(
        .count("given", \.file.outreach.given),
        .count(maybe: "answered", about: "Once the file is closed.") {
            $0.file.isOpen ? nil : $0.file.outreach.answered
        },
        .texts("left", about: "Of those named, who was given to nobody yet.", { $0.outreach?.left ?? [] }),
        .list("open", of: openOffer) { $0.outreach?.open ?? [] })

    private static let openOffer = Shape<OutreachView.ListedOffer>(
        .id("id", \.offer.id), .id("supporter", \.offer.supporter), .day("nextOn", \.offer.nextOn))

    static let ownOutreach = Shape<OwnOutreach>(
        .id("id", \.offer.id), .words(maybe: "name", \.name), .words("kind", \.kind), .day("nextOn", \.offer.nextOn),
        .moment(maybe: "until", \.until))

    private static let clock = Shape<IncidentClock>(
        .words("what", \.what.words), .choice("status", of: ClockWords.all, \.status.word),
        .moment(maybe: "at", about: "When it was done, begins, ends or was over.", \.status.moment))

    private static let asked = Shape<SceneResponse.Asked>(
        .id("account", \.account), .moment("at", \.at), .choice(maybe: "answer", \.answer),
        .moment(maybe: "arrivedAt", \.arrivedAt), .moment(maybe: "leftAt", \.leftAt))

    private static let session = Shape<IncidentSession>(
        .id("id", \.id), .words("meeting", \.meeting), .moment("startsAt", \.startsAt), .words("place", \.place),
        .words(maybe: "reason", \.reason), .texts("team", { $0.team.map(\.account) }),
        .moment(maybe: "confirmedAt", \.confirmedAt), .moment(maybe: "calledOffAt", \.calledOffAt),
        .moment(maybe: "startedAt", { $0.held?.startedAt }), .count(maybe: "minutes", { $0.held?.minutes }),
        .count(maybe: "present", about: "How many came; never who.", { $0.held?.present }),
        .flag("unitOutOfService", \.unitOutOfService), .flag("membersOffLine", \.membersOffLine))

    static let decision = Shape<AskedDecision>(
        .id("incident", \.file.id), .words("meeting", \.meeting.id), .words("decision", \.decision.words),
        .texts("bodies", { $0.bodies.map(\.word) }))

    static let own = Shape<OwnIncident>(
        .id("incident", \.id), .words("kind", \.kind),
        .list("scenes", of: asked) { $0.scene.map { [$0.asked] } ?? [] },
        .list("meetings", of: session) { $0.meetings.map(\.session) })
}

/// How a clock stands, as programs are told.
enum ClockWords {
    static let all = [
        "done", "done-late", "as-soon-as-possible", "opens", "until", "missed", "not-needed", "not-asked",
    ]
}

extension IncidentClock.Status {
    fileprivate var word: String {
        switch self {
        case .done(_, late: false): "done"
        case .done(_, late: true): "done-late"
        case .asSoonAsPossible: "as-soon-as-possible"
        case .opens: "opens"
        case .until: "until"
        case .missed: "missed"
        case .notNeeded: "not-needed"
        case .notAsked: "not-asked"
        }
    }

    fileprivate var moment: Instant? {
        switch self {
        case .done(let moment, _), .opens(let moment), .until(let moment), .missed(let moment): moment
        case .asSoonAsPossible, .notNeeded, .notAsked: nil
        }
    }
}
