import HTML
import Operations
import Program

/// The response to the scene: opened as somebody asked, answered by each who is asked, closed.
enum SceneActs {
    static let routes: [Route] = open.routes + close.routes + answer.routes

    static let open = Act(
        "openScene", "Open a response to the scene of an incident, as somebody asked for it.",
        at: CriticalIncidentAddresses.scene, for: .holding(.leadIncidents), where: \.goesToScenes,
        taking: Input(askedBy, askedAt, wanted, place) {
            SceneAsked(by: $0, at: $1, wanted: $2, place: $3)
        }, then: .done("Opened; the first supporters are asked."),
        see: { _, incident in CriticalIncidentAddresses.incident.link(incident) }, refused: IncidentBoardPage.again,
        perform: { visit, asked, incident in
            try await visit.programmes.openScene(asked, in: incident.text, by: visit.staff)
        })

    static let close = Act(
        "closeScene", "The response to the scene is over.", at: CriticalIncidentAddresses.sceneEnd,
        for: .holding(.leadIncidents), where: \.goesToScenes, taking: .nothing, then: .done("Closed."),
        see: { _, incident in CriticalIncidentAddresses.incident.link(incident) }, refused: IncidentBoardPage.again,
        perform: { visit, _, incident in try await visit.programmes.closeScene(in: incident.text, by: visit.staff) })

    static let answer = Act(
        "answerScene", "Say whether you come to the scene, that you are there, or that you have left.",
        at: CriticalIncidentAddresses.answer, .put, for: .holding(.takeRequests), where: \.goesToScenes,
        taking: Input(Field<OwnSceneAnswer>.choice(answerField, "Your answer") { $0.rawValue }.byButtons),
        then: .done("Kept."), see: { _, _ in CriticalIncidentAddresses.own.link() },
        refused: { visit, refused, _ in try await OwnIncidentPages.again(visit, refused) },
        perform: { visit, answer, incident in
            try await visit.programmes.answerScene(answer, in: incident.text, by: visit.staff)
        })

    static let answerField = "answer"

    private static let askedBy = Field<String>.choice(
        "askedBy", "Who asked", FieldWords(clauses: { $0.incidents.sceneResponse?.basis.clauses ?? [] })
    ) { pack in
        pack.incidents.sceneResponse?.askedBy.map { FieldOption($0.word, pack.askerTitle($0)) } ?? []
    }

    private static let askedAt = Field<Instant>.moment("askedAt", "When they asked")

    private static let wanted = Field<Int>.number("wanted", "How many are wanted", SceneResponse.range)

    private static let place = Field<String>.text(
        "place", "Where to come", longest: SceneResponse.longestPlace,
        FieldWords(hint: "Only those who are asked see it.", mayBeEmpty: true))
}

extension PolicyPack {
    var goesToScenes: Bool { runsIncidents && incidents.sceneResponse != nil }
}
