import HTML
import Operations
import Program

/// The clocks of a board, one under the other: each with a word, a sign and a time, for a telephone at three in the morning.
enum IncidentClocks {
    static func html(_ board: IncidentBoard, _ visit: StaffVisit) -> HTML {
        dataTable(
            "Clocks", columns: ["What", "How it stands", "When"],
            rows: board.clocks.map { clock in
                [
                    "\(clock.what.words) \(clock.clauses.notes)", clock.signed,
                    HTML(text: words(of: clock, board, visit)),
                ]
            }, captioned: .unseen)
    }

    /// The time of a clock, in words.
    static func words(of clock: IncidentClock, _ board: IncidentBoard, _ visit: StaffVisit) -> String {
        let since = board.file.happenedAt
        switch clock.status {
        case .done(let moment, _):
            return "\(visit.agency.moment(moment)), \(length(from: since, to: moment)) after the incident"
        case .asSoonAsPossible: return "\(length(from: since, to: board.now)) since the incident"
        case .opens(let moment): return "From \(visit.agency.moment(moment)), in \(length(from: board.now, to: moment))"
        case .until(let moment): return "By \(visit.agency.moment(moment)), \(length(from: board.now, to: moment)) left"
        case .missed(let moment): return "Was to be by \(visit.agency.moment(moment))"
        case .notNeeded: return "Decided that none is needed"
        case .notAsked: return ""
        }
    }

    private static func length(from: Instant, to: Instant) -> String {
        lengthInWords(seconds: max(0, (to.milliseconds - from.milliseconds) / 1000))
    }
}
