import Operations
import Program

/// The record of training for the agency's own, as a table (RFC 4180): one line for each course and each session somebody was at.
enum TrainingExport {
    static func csv(_ members: [MemberTraining]) -> [UInt8] {
        let head = ["member", "what", "kind", "day", "hours", "creditable_hours"]
        let lines = members.flatMap { training -> [[String]] in
            training.completions.filter { $0.isConfirmed && $0.gathering == nil }.map {
                [
                    training.member.name, $0.title, "course", $0.doneOn.text, $0.minutes.asHours,
                    $0.creditMinutes.asHours,
                ]
            }
                + training.attended.filter { $0.own.outcome == .attended }.map { line in
                    [
                        training.member.name, line.gathering.plan.title, line.gathering.plan.kind.rawValue,
                        line.gathering.day.text, line.gathering.minutes.asHours,
                        (line.gathering.plan.creditMinutes ?? 0).asHours,
                    ]
                }
        }
        return CommaTable.bytes([head] + lines)
    }
}
