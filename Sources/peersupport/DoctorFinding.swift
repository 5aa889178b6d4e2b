import Foundation
import Web

/// One thing that `peersupport doctor` looked at. It names no person and counts nothing of what they do.
struct DoctorFinding: Sendable, Equatable {
    enum Level: String, Sendable {
        case well
        /// Nothing fails, and somebody should know.
        case look
        case unwell
    }

    enum Part: String, Sendable {
        case keys, rights, clock, disk, limits, programs, database, server, gateways, packs, roles
    }

    let part: Part
    let level: Level
    let what: String
    /// What to do about it; nothing where all is well.
    let toDo: String?
    /// The agency's name in addresses, where it is about one.
    let agency: String?

    static func well(_ part: Part, _ what: String) -> DoctorFinding {
        DoctorFinding(part: part, level: .well, what: what, toDo: nil, agency: nil)
    }

    static func look(_ part: Part, _ what: String, _ toDo: String, agency: String? = nil) -> DoctorFinding {
        DoctorFinding(part: part, level: .look, what: what, toDo: toDo, agency: agency)
    }

    static func unwell(_ part: Part, _ what: String, _ toDo: String, agency: String? = nil) -> DoctorFinding {
        DoctorFinding(part: part, level: .unwell, what: what, toDo: toDo, agency: agency)
    }

    var line: String {
        let name = part.rawValue.padding(toLength: 9, withPad: " ", startingAt: 0)
        let mark = level.rawValue.padding(toLength: 6, withPad: " ", startingAt: 0)
        let place = agency.map { "\($0): " } ?? ""
        return "\(mark)  \(name)  \(place)\(what)" + (toDo.map { "\n                   \($0)" } ?? "")
    }

    var document: JSON {
        [
            "part": .string(part.rawValue), "level": .string(level.rawValue), "what": .string(what), "toDo": JSON(toDo),
            "agency": JSON(agency),
        ]
    }
}
