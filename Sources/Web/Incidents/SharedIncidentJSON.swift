import Operations
import Program

/// Incidents that two agencies answer together, as programs read them.
enum SharedIncidentShapes {
    static let asked = Shape<AskedToJoin>(
        .id("id", \.shared.id), .words("agency", \.agency), .words("nature", \.shared.ask.nature),
        .moment("happenedAt", \.shared.ask.happenedAt), .flag("wantsScene", \.shared.ask.wantsScene),
        .words("office", \.shared.ask.office), .words(maybe: "telephone", \.shared.ask.telephone),
        .moment("askedAt", \.shared.askedAt), .choice("stage", of: stages, \.shared.stage.word),
        .id(maybe: "incident", about: "Your own file of it, once you joined.", \.shared.partnerFile))

    static let part = Shape<SharedPart>(
        .id("id", \.shared.id), .words("agency", \.agency), .choice("stage", of: stages, \.shared.stage.word),
        .moment("askedAt", \.shared.askedAt), .flag("isAgreed", \.isAgreed),
        .count(maybe: "onTheWay", about: "Of their supporters; never who.", { $0.other?.onTheWay }),
        .count(maybe: "atTheScene", { $0.other?.atTheScene }),
        .texts("meetings", each: .moment, about: "When their planned meetings begin.") {
            $0.other?.meetings.map(\.text) ?? []
        }, .day(maybe: "closedOn") { $0.other?.closedOn })

    private static let stages = ["asked", "withdrawn", "declined", "together", "left"]
}

extension SharedIncident.Stage {
    /// As programs are told.
    fileprivate var word: String {
        switch self {
        case .asked: "asked"
        case .withdrawn: "withdrawn"
        case .declined: "declined"
        case .together: "together"
        case .left: "left"
        }
    }
}
