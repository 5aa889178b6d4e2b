// What counts as a contact with the seeker: what the supporter says was one, and what they write, once a day, so that a chat is one
// (KSO-E.8, IACP-7.3, SAC-II.D.3.b).
extension RequestRecord {
    /// The supporter says that they were in touch. Where they wrote that day, it may have been just that.
    mutating func countContact(on today: Day) {
        if chatOn != today { contacts += 1 }
        chatOn = nil
        lastContactOn = today
    }

    /// The supporter wrote.
    mutating func countMessage(on today: Day) {
        guard lastContactOn != today else { return }
        contacts += 1
        chatOn = today
        lastContactOn = today
    }

    /// Whether they write to each other today and that is the first contact: it is still the same one.
    func isFirstChat(on today: Day) -> Bool { contacts == 1 && chatOn == today }
}

extension RequestRules {
    /// Whether the present supporter has this one contact and no other: they stand above or below the seeker (KSO-E.8).
    package func isForOneContact(_ record: RequestRecord) -> Bool {
        chainOfCommand?.handling == .oneContactThenHandOff && record.isInChain
    }

    /// Whether the present supporter may not go on: one contact was made across the chain of command (KSO-E.8). What is written that
    /// same day belongs to it.
    package func mustHandOff(_ record: RequestRecord, on today: Day) -> Bool {
        isForOneContact(record) && record.contacts > 0 && !record.isFirstChat(on: today)
    }

    /// What keeps the supporter from writing to whoever asked, if anything.
    func mayWrite(_ record: RequestRecord, isInquiry: Bool, on today: Day) -> Refusal? {
        if isInquiry {
            return Refusal(
                "Whoever told us of them reads nothing here. Ask the person yourself, once.",
                clauses: origins.filter { $0.handling == .inquiry }.flatMap(\.basis.clauses))
        }
        return mustHandOff(record, on: today) ? oneContactWasMade : nil
    }

    /// What keeps the supporter from another contact, if anything.
    func mayMakeContact(_ record: RequestRecord, isInquiry: Bool, on today: Day) -> Refusal? {
        if mustHandOff(record, on: today) { return oneContactWasMade }
        if isInquiry && record.contacts > 0 {
            return Refusal(
                "The one approach was made. Close this with whether support is wanted.",
                clauses: origins.filter { $0.handling == .inquiry }.flatMap(\.basis.clauses))
        }
        return nil
    }

    /// The running facts once a contact is counted. Whoever had the one contact across the chain of command is not offered the
    /// request again, however it comes to be offered (KSO-E.8).
    func counted(
        _ record: RequestRecord, of supporter: String, _ count: (inout RequestRecord) -> Void
    ) -> RequestRecord {
        var record = record
        count(&record)
        record.waitsSince = nil
        record.takenAt = nil
        if isForOneContact(record) { record.barred.insert(supporter) }
        return record
    }

    /// The one contact across the chain of command was made (KSO-E.8).
    private var oneContactWasMade: Refusal {
        Refusal(
            "One contact across the chain of command was made. Hand this request to another supporter now.",
            basis: chainOfCommand?.basis)
    }

    /// Whether the supporter alone is asked if a referral is the better help (IACP-7.3).
    package func asksAboutReferral(_ record: RequestRecord) -> Bool {
        manyContacts.map { record.contacts >= $0.value.number } ?? false
    }
}
