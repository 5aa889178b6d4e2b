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
    ///   - exception: what the notice belongs to, as the pack had it when the disclosure began; none for any other notice.
    ///   - account: whoever answered.
    package func sequel(
        of notice: Notice, answered how: Means, by account: String, exception: DisclosureException?, at now: Instant
    ) -> AnswerSequel {
        switch notice.kind.row.sequel {
        case .disclosureKnown:
            AnswerSequel(
                .entry(.disclosureAcknowledged, on: notice.about, under: notice.clauses),
                raising: exception?.followOns(of: notice, under: self, at: now) ?? [])
        case .passedOn:
            AnswerSequel(
                .entry(
                    .disclosurePassedOn, on: notice.about, under: notice.clauses,
                    details: [notice.tells?.text ?? "", how.rawValue]),
                // Whoever told on the page has not spoken with anybody: the one to be told gets a notice of their own.
                raising: how == .page ? [notice.passedOn(by: account, under: self, at: now)].compactMap(\.self) : [])
        case .administratorTold:
            AnswerSequel(.entry(.administratorTold, under: notice.clauses, details: [how.rawValue]))
        case .nothing: AnswerSequel(.silent(.notice))
        }
    }
}
