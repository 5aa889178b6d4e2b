/// An entry as the box of its month holds it: short names, so that many fit.
package struct StoredDutyEntry: Codable, Sendable {
    private let i: String
    private let s: Int64
    private let e: Int64
    private let k: String
    private let d: String
    private let c: String?
    private let v: String?
    private let p: Bool?
    private let a: Decision?
    private let x: String?

    private struct Decision: Codable {
        let b: String
        let t: Int64
        let y: Bool
        let s: Int64
        let e: Int64
    }

    package init(_ entry: DutyEntry) {
        i = entry.id
        s = entry.time.start.milliseconds
        e = entry.time.end.milliseconds
        k = entry.activity.rawValue
        d = entry.status.rawValue
        c = entry.compensation?.rawValue
        v = entry.vehicle
        p = entry.isPlanned ? true : nil
        a = entry.decision.map {
            Decision(
                b: $0.by, t: $0.at.milliseconds, y: $0.isApproved, s: $0.of.start.milliseconds,
                e: $0.of.end.milliseconds)
        }
        x = entry.exportedIn
    }

    /// Nothing where it holds a word that this program does not know.
    package var entry: DutyEntry? {
        guard let activity = DutyActivity(rawValue: k), let status = DutyStatus(rawValue: d) else { return nil }
        return DutyEntry(
            id: i, time: Self.stretch(s, e), activity: activity, status: status,
            compensation: c.flatMap(OffDutyRule.Compensation.init), vehicle: v, isPlanned: p ?? false,
            decision: a.map {
                DutyDecision(
                    by: $0.b, at: Instant(milliseconds: $0.t), isApproved: $0.y, of: Self.stretch($0.s, $0.e))
            }, exportedIn: x)
    }

    private static func stretch(_ start: Int64, _ end: Int64) -> DutyStretch {
        DutyStretch(Instant(milliseconds: start), until: Instant(milliseconds: end))
    }
}
