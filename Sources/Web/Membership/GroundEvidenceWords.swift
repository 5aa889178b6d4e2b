import Program

extension GroundEvidence {
    /// What the programme knows, in a sentence. Whoever decides looks further, and hears the member.
    var words: String {
        switch self {
        case .absences(let absences): Self.words(absences)
        case .unavailability(let hours):
            "They can be called for \(counted(hours, "hour")) of the four weeks ahead, by the call-out list. Offers are not kept by member."
        case .missingStatSheets(let count): "\(counted(count, "monthly sheet")) of the last twelve missing."
        case .annualReview(nil): "No yearly review is recorded."
        case .annualReview(let isPassed?):
            isPassed ? "The last yearly review was passed." : "The last yearly review was not passed."
        case .unacknowledgedNotices(let count):
            "\(counted(count, "notice")) of the programme to them in the past year answered late, or not."
        case .breachOfConfidence(let suspendedOn, let before):
            """
            \(suspendedOn.map { "They are suspended for it since \($0.longName). " } ?? "")\
            \(before == 0 ? "" : "It was raised before, \(counted(before, "time")), and not carried out. ")\
            Nothing of what was said or done is kept.
            """
        }
    }

    private static func words(_ absences: MemberAbsences) -> String {
        let last = absences.unexcused.first.map { ", the last on \($0.longName)" } ?? ""
        return "\(counted(absences.unexcused.count, "absence")) that nobody excused in the past year\(last); "
            + "\(absences.excused.count) excused; there \(counted(absences.attended, "time"))."
    }
}
