import HTML
import Operations
import Program

enum RegionalAddresses {
    static let team = FixedAddress("regional-team")
    static let messages = FixedAddress("regional-team/messages")
    /// Where a session that a partner opened is taken among one's own.
    static let acceptance = Address<PathID>("regional-team/sessions/{session}/acceptance")
}

extension PolicyPack {
    /// Whether the policy has a team of several agencies.
    var hasRegionalTeam: Bool { team.regionalTeam != nil }

    /// Whether that team comes together.
    var meetsInRegion: Bool { team.regionalTeam?.jointSessions == true }
}

/// The team of several agencies (IACP-3.9.2): to take part in a partner's session, and to write to the teams.
enum RegionalActs {
    static let routes: [Route] = takePart.routes + write.routes

    static let takePart = Act(
        "takePartInSession",
        "Have a session that a partner agency opened among your own. Your members sign up and are listed here; the partner learns how many come.",
        at: RegionalAddresses.acceptance, for: .holding(.planTraining), where: \.meetsInRegion, taking: Input(kind),
        then: .created("The session as it is among yours.", at: TrainingAddresses.session),
        see: { done, _ in TrainingAddresses.session.link(PathID(done.id ?? "")) },
        refused: { visit, refused, id in try await RegionalPages.again(visit, refused, of: id) },
        perform: { visit, kind, id in
            try await visit.programmes.takePart(in: id.text, as: kind, by: visit.staff)
        })

    static let write = Act(
        "writeToRegion",
        "Write to the teams of the region, your own with them. It is sealed to its readers, and destroyed when its days are over.",
        at: RegionalAddresses.messages, for: .staff(.ofRegionalTeam), where: \.hasRegionalTeam,
        taking: Input(readers, words) { (readers: $0, words: $1) }, then: .done("Sent."),
        see: { _ in RegionalAddresses.team.link() },
        refused: { visit, refused in try await RegionalPages.again(visit, refused) },
        perform: { visit, sent in
            try await visit.programmes.writeToRegion(sent.words, for: sent.readers, by: visit.staff)
        })

    // MARK: What they take

    private static let fromTheRule = FieldWords(
        citesOnPage: false, clauses: { $0.team.regionalTeam?.basis.clauses ?? [] })

    static let kind = Field<String>.choice("kind", "What it is to your team", fromTheRule) { pack in
        pack.gatheringKinds.filter { !$0.isForOthers }.map { FieldOption($0.rawValue, $0.words) }
    }.map { GatheringKind(rawValue: $0) }

    private static let readers = Field<RegionalReaders>.choice("readers", "For whom", fromTheRule, layout: .chips) {
        $0.words
    }

    private static let words = Field<String>.words(
        "words", "Your words", longest: RegionalMessage.longest, rows: 6,
        FieldWords(
            hint: "Of the teams and their work. Nobody who was helped is named here, nor told of.",
            citesOnPage: false, clauses: { $0.team.regionalTeam?.basis.clauses ?? [] }))
}

extension RegionalReaders {
    var words: String {
        switch self {
        case .coordinators: "Whoever plans each team’s sessions"
        case .teams: "Everybody of the teams"
        }
    }
}

extension Routes {
    static let regionalTeam: [Route] =
        [
            .staff(.get, RegionalAddresses.team, for: .staff(.ofRegionalTeam), where: \.hasRegionalTeam) { visit in
                try await RegionalPages.again(visit, nil)
            },
            .read(
                "readRegionalTeam", "The partner agencies, what is planned with them, and the messages that are yours.",
                at: RegionalAddresses.team, for: .staff(.ofRegionalTeam), where: \.hasRegionalTeam,
                "Nobody is told that you read it.", RegionalShapes.team
            ) { visit in try await visit.programmes.regionalTeam(for: visit.staff) },
        ] + RegionalActs.routes
}

private enum RegionalShapes {
    private static let partner = Shape<RegionalPartner>(
        .words("name", \.name), .flag("meets", \.meets), .flag("writes", \.writes))

    private static let session = Shape<ListedJointSession>(
        .id("id", \.id), .words("title", \.title), .choice("kind", \.kind), .words("place", \.place),
        .moment("from", \.from), .moment("until", \.until), .words("heldBy", \.heldBy),
        .id(maybe: "own", about: "The session among your own; null where your team does not take part.", \.own),
        .flag("isCalledOff", \.isCalledOff))

    private static let message = Shape<ListedRegionalMessage>(
        .id("id", \.id), .words("author", \.message.author), .words("agency", \.message.agency),
        .choice("readers", \.message.readers), .words("words", \.message.words), .day("sentOn", \.sentOn),
        .day("lastDay", about: "The last day on which it is there.", \.lastDay))

    static let team = Shape<RegionalTeamView>(
        .list("partners", of: partner, \.partners), .list("sessions", of: session, \.sessions),
        .list("messages", of: message, \.messages),
        .count("unopened", about: "How many are sealed to an earlier key of yours.", \.unopened),
        .flag("mayWrite", \.mayWrite))
}
