import HTML
import Operations
import Program

/// Outreach after an incident: names given to supporters, taken back, answered.
enum OutreachActs {
    static let routes: [Route] = give.routes + takeBack.routes + answer.routes

    static let give = Act(
        "giveOutreach", "Give names of those who were part of an incident to a supporter, who offers them support.",
        at: CriticalIncidentAddresses.outreach, for: .holding(.leadIncidents), where: \.hasOutreach,
        taking: Input(names, other, account) { OutreachSent(names: $0, other: $1, account: $2) },
        then: .done("Given. The supporter is told."),
        see: { _, incident in CriticalIncidentAddresses.incident.link(incident) }, refused: IncidentBoardPage.again,
        perform: { visit, sent, incident in
            try await visit.programmes.giveOutreach(sent, in: incident.text, by: visit.staff)
        })

    static let takeBack = Act(
        "takeBackOutreach", "Take a name back from the supporter who has it, so that it can be given to another.",
        at: CriticalIncidentAddresses.outreachReturn, .delete, interface: CriticalIncidentAddresses.outreachOffer,
        for: .holding(.leadIncidents), where: \.hasOutreach, taking: .nothing, then: .done("Taken back."),
        see: { _, incident, _ in CriticalIncidentAddresses.incident.link(incident) },
        refused: { visit, refused, incident, _ in try await IncidentBoardPage.again(visit, refused, incident) },
        perform: { visit, _, incident, offer in
            try await visit.programmes.takeBackOutreach(offer.text, in: incident.text, by: visit.staff)
        })

    static let answer = Act(
        "answerOutreach",
        "Say what came of offering support to somebody. With wanted and not wanted their name is destroyed.",
        at: CriticalIncidentAddresses.outreachAnswer, .put, for: .holding(.takeRequests), where: \.hasOutreach,
        taking: Input(answered, again) { (answer: $0, again: $1) }, then: .done("Kept."),
        see: { _, _ in CriticalIncidentAddresses.own.link() },
        refused: { visit, refused, offer in try await OwnIncidentPages.again(visit, refused, of: offer.text) },
        perform: { visit, sent, offer in
            try await visit.programmes.answerOutreach(sent.answer, again: sent.again, of: offer.text, by: visit.staff)
        })

    // MARK: What they take

    static let names = Field<[String]>.found(
        several: "names", "Of those named", FieldWords(citesOnPage: false, clauses: clauses))
    private static let other = Field<String?>.text(
        maybe: "other", "Or somebody else", longest: OutreachOffer.longestName,
        FieldWords(
            hint: "Sealed to the supporter alone, and destroyed with the answer.", citesOnPage: false, clauses: clauses)
    )
    static let account = Field<String>.found(
        "account", "Who offers it", FieldWords(citesOnPage: false, clauses: clauses))
    private static let answered = Field<OutreachAnswer>.choice(
        "answer", "What they said", FieldWords(citesOnPage: false, clauses: clauses)
    ) { $0.words }
    private static let again = Field<Day?>.day(
        maybe: "again", "If not reached, try again on", FieldWords(citesOnPage: false, clauses: clauses))

    @Sendable private static func clauses(_ pack: PolicyPack) -> [ClauseID] {
        pack.incidents.outreach?.basis.clauses ?? []
    }
}

extension PolicyPack {
    var hasOutreach: Bool { runsIncidents && incidents.outreach != nil }
}

extension OutreachAnswer {
    var words: String {
        switch self {
        case .wanted: "They would like support"
        case .notWanted: "Not wanted"
        case .notReached: "Not reached"
        }
    }
}
