/// What the answer to a notice gives rise to: what the audit chain gets of it, and who is told next.
package struct AnswerSequel: Sendable, Equatable {
    package let trace: Trace
    package let notices: [NewNotice]

    fileprivate init(_ trace: Trace, raising notices: [NewNotice] = []) {
        self.trace = trace
        self.notices = notices
    }
}

extension PolicyPack {
    /// - Parameters:
    ///   - present: the notices of the same disclosure, so that nobody is told what they were told already.
    ///   - exception: what the notice belongs to, as the pack had it when the disclosure began; none for any other notice.
    ///   - account: whoever answered.
    package func sequel(
        of notice: Notice, answered answer: Acknowledgement, among present: [Notice] = [],
        exception: DisclosureException?, at now: Instant
    ) -> AnswerSequel {
        let how = answer.how
        switch notice.kind.row.sequel {
        case .disclosureKnown:
            return AnswerSequel(
                .entry(.disclosureAcknowledged, on: notice.about, under: notice.clauses),
                raising: exception?.followOns(of: notice, under: self, at: now) ?? [])
        case .passedOn:
            let assistance = answer.furtherAssistance.map { ["further assistance \($0 ? "sought" : "not sought")"] }
            // Whoever told on the page has not spoken with anybody: the one to be told gets a notice of their own.
            let passed = how == .page ? [notice.passedOn(by: answer.by, under: self, at: now)].compactMap(\.self) : []
            return AnswerSequel(
                .entry(
                    .disclosurePassedOn, on: notice.about, under: notice.clauses,
                    details: [notice.tells?.text ?? "", how.rawValue] + (assistance ?? [])),
                raising: passed.filter { !present.holds($0) })
        case .administratorTold:
            return AnswerSequel(.entry(.administratorTold, under: notice.clauses, details: [how.rawValue]))
        case .nothing: return AnswerSequel(.silent(.notice))
        }
    }
}
