/// A request at one moment, as whoever can open it finds it. What may be done with it, and what that changes, is decided here
/// and in its neighbours: by its seeker, by its supporter, by those it is offered to, and by time.
package struct RequestLife: Sendable, Equatable {
    package let id: String
    /// One discreet approach to somebody who has not asked themselves (PD-B.2.a.1).
    package let isInquiry: Bool
    package let standing: RequestStanding
    package let record: RequestRecord

    package init(id: String, isInquiry: Bool, standing: RequestStanding, record: RequestRecord) {
        self.id = id
        self.isInquiry = isInquiry
        self.standing = standing
        self.record = record
    }

    /// Ends it, by whichever side: it says from now on who had it. Nothing where the calendar ends before the day on which it
    /// is destroyed.
    func closed(on today: Day, under rules: RetentionRules) -> RequestChange? {
        var record = self.record
        record.beginAnew()
        record.waitsSince = nil
        record.former = standing.supporter
        return rules.destroyed(closedOn: today, isInquiry: isInquiry).map { .closed(record, destroyed: $0) }
    }

    /// Offers it once more to all who may be offered it by then.
    ///
    /// - Parameters:
    ///   - wanted: who is asked first.
    ///   - barred: who is not asked any more.
    ///   - former: who had it and is no longer there, so that the seeker is told why others are asked.
    func offeredAgain(wanted: [String] = [], besides barred: String? = nil, leftBy former: String? = nil)
        -> RequestChange
    {
        var record = self.record
        record.beginAnew()
        record.former = former
        if let barred { record.barred.insert(barred) }
        return .offered(record, wanted: wanted)
    }
}

/// What an act makes of a request. Whoever carries it out decides nothing any more.
package enum RequestChange: Sendable, Equatable {
    /// It stands where it stood; these are its running facts now.
    case noted(RequestRecord)
    /// The supporter was in touch: the timer of the first contact ends, and the others' copies under lock are gone.
    case touched(RequestRecord)
    /// This one has it. What the others hold is locked away until the first contact, so that a supporter who does not get in
    /// touch does not leave the seeker alone.
    case taken(RequestRecord, by: String, firstContactDue: Instant)
    /// It is not offered to this one any more.
    case passed(RequestRecord, by: String)
    /// It is offered to this one when nobody else took it (IACP-7.2).
    case putLast(RequestRecord, account: String)
    /// It is offered once more to all who may be offered it by then, those wanted first. Whoever had it or was consulted can
    /// open it no longer, unless it is offered to them.
    case offered(RequestRecord, wanted: [String])
    /// Ended: nobody but its seeker can open it, until it is destroyed on that day.
    case closed(RequestRecord, destroyed: Day)

    /// Its running facts afterwards.
    package var record: RequestRecord {
        switch self {
        case .noted(let record), .touched(let record), .taken(let record, _, _), .passed(let record, _),
            .putLast(let record, _), .offered(let record, _), .closed(let record, _):
            record
        }
    }
}

/// All that an act on a request brings about.
package struct RequestOutcome: Sendable, Equatable {
    package let change: RequestChange
    /// Whom the pack has told of it. No notice names a request or a seeker.
    package let notices: [NewNotice]
    /// Whose duty it is from now on to find somebody else. It stays open until somebody has the request, so each of these names the time
    /// of asking around that begins with the change.
    package let duties: [NewNotice]

    package init(_ change: RequestChange, notices: [NewNotice] = [], duties: [NewNotice] = []) {
        self.change = change
        self.notices = notices
        self.duties = duties
    }
}

extension Refusal {
    package static let requestIsClosed = Refusal("This request is closed. Open it again first.")
    package static let somebodyWasFirst = Refusal(
        "Thank you. Somebody else has just taken this, so they are in good hands.")
}
