/// A request that a supporter has. Only then is there anything for them to do with it.
package struct SupportedRequest: Sendable, Equatable {
    package let life: RequestLife
    package let supporter: String

    var record: RequestRecord { life.record }
}

extension RequestLife {
    /// As the supporter has it; nothing for anybody else, and for nobody while it waits or once it is closed.
    package func supported(by account: String) -> SupportedRequest? {
        standing.supporter == account ? SupportedRequest(life: self, supporter: account) : nil
    }
}

extension SupportedRequest {
    /// The advisement was given; from now on they read the words and get in touch (SAC-II.D.3.a, IACP-6.3).
    ///
    /// - Parameter withAdmonishment: a supervisor also said the further words (SAC-VI.F).
    package func advised(
        isSupervisor: Bool, withAdmonishment: Bool, under rules: ConfidentialityRules
    ) -> Result<RequestChange, Refusal> {
        if let refusal = rules.mayAdvise(isSupervisor: isSupervisor, withAdmonishment: withAdmonishment) {
            return .failure(refusal)
        }
        return noted { $0.isAdvised = true }
    }

    /// They wrote to the seeker. It is a contact too, once a day: the timer of the first one stops.
    package func written(on today: Day, under pack: PolicyPack) -> Result<RequestChange, Refusal> {
        let refusal =
            pack.confidentiality.mustAdviseFirst(record)
            ?? pack.requests.mayWrite(record, isInquiry: life.isInquiry, on: today)
        if let refusal { return .failure(refusal) }
        return .success(.touched(pack.requests.counted(record, of: supporter) { $0.countMessage(on: today) }))
    }

    /// They were in touch.
    package func inTouch(on today: Day, under pack: PolicyPack) -> Result<RequestChange, Refusal> {
        let refusal =
            pack.confidentiality.mustAdviseFirst(record)
            ?? pack.requests.mayMakeContact(record, isInquiry: life.isInquiry, on: today)
        if let refusal { return .failure(refusal) }
        return .success(.touched(pack.requests.counted(record, of: supporter) { $0.countContact(on: today) }))
    }

    /// They are reminded, and nobody else, on that day.
    ///
    /// - Parameters:
    ///   - id: names the reminder from now on.
    ///   - set: how many reminders there are.
    package func reminding(
        on day: Day, of kind: ReminderKind, as id: String, besides set: Int, today: Day
    ) -> Result<RequestChange, Refusal> {
        guard day >= today, let last = today.adding(days: 366), day <= last else {
            return .failure(Refusal("Choose a day from today on, within a year.", field: "day"))
        }
        guard set < ReminderKind.mostReminders else {
            return .failure(
                Refusal("There are \(ReminderKind.mostReminders) reminders already. Finish one first."))
        }
        return noted { $0.reminders[id] = kind }
    }

    /// What a reminder was for is done.
    package func done(reminder id: String) -> RequestChange {
        var record = self.record
        record.reminders[id] = nil
        return .noted(record)
    }

    /// Ends support. The seeker can open it again until it is destroyed. Nothing where the calendar ends before that.
    ///
    /// - Parameter outcome: what came of an inquiry's approach; needed for one, and for nothing else (PD-B.2.a.1).
    package func closed(
        outcome: InquiryOutcome?, on today: Day, under rules: RetentionRules
    ) -> Result<RequestChange, Refusal>? {
        guard life.isInquiry == (outcome != nil) else {
            return .failure(
                Refusal(
                    life.isInquiry ? "Say whether support is wanted." : "Only an inquiry has an outcome.",
                    field: "outcome"))
        }
        return life.closed(on: today, under: rules).map { .success($0) }
    }

    private func noted(_ change: (inout RequestRecord) -> Void) -> Result<RequestChange, Refusal> {
        var record = self.record
        change(&record)
        return .success(.noted(record))
    }
}

// Others take it over: it is not offered to the supporter again.
extension SupportedRequest {
    /// Hands it to others, for a reason of the pack's list, which is kept nowhere (KSO-H.8).
    ///
    /// - Parameters:
    ///   - seekerWasAsked: they were asked, or could not be reached.
    ///   - colleague: who is asked first; nobody in particular where it is nil.
    ///   - colleagues: those it may be handed to just now.
    package func handedOff(
        for reason: String, seekerWasAsked: Bool, to colleague: String?, of colleagues: [String],
        under rules: RequestRules
    ) -> Result<RequestOutcome, Refusal> {
        if let refusal = rules.mayHandOff(for: reason, seekerWasAsked: seekerWasAsked) { return .failure(refusal) }
        if let colleague, !colleagues.contains(colleague) {
            return .failure(Refusal("This colleague cannot be asked just now. Choose another.", field: "to"))
        }
        return .success(givenUp(wanted: colleague.map { [$0] } ?? []))
    }
}

extension ReminderKind {
    /// The most reminders of one request.
    package static let mostReminders = 20
}

extension RequestRules {
    /// Whether its supporter may write a note that asks the seeker's supervisor to spare them: where the pack has one, once they know
    /// the limits of confidence, and only as long as they agree (OCP-II.H.2).
    package func mayWriteSupervisorNote(_ record: RequestRecord) -> Bool {
        timeOffPost != nil && record.isAdvised && record.agreesToTimeOffNote
    }
}
