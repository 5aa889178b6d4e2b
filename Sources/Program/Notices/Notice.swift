/// Who is told.
package enum NoticeAddressee: Sendable, Hashable {
    /// Everyone who holds the role on the day they look; the first to acknowledge answers for the role.
    case role(RoleID)
    /// One account, by its id.
    case account(String)
}

/// A notice to be raised.
package struct NewNotice: Sendable, Equatable {
    package let kind: NoticeKind
    package let to: NoticeAddressee
    /// Until when an answer is due. Where none is given, the pack's time for answering the one who raised it, if it has one.
    package let due: Instant?
    /// Whether it is announced again, more urgently, until somebody acknowledged.
    package let repeats: Bool
    /// The id of a disclosure, an activation or a response; never of a request.
    package let about: String?
    package let clauses: [ClauseID]
    /// The account that raised it, where the addressee is to know.
    package let from: String?
    /// Whom the addressee has to tell, for a duty to tell.
    package let tells: RoleID?
    /// Whether a designee of the role's holder is told beside them (OCP-II.F.3).
    package let reachesDesignees: Bool
    /// Minutes between announcements that differ from the pack's pace.
    package let everyMinutes: Int?
    package let isUrgent: Bool

    package init(
        kind: NoticeKind, to: NoticeAddressee, due: Instant? = nil, repeats: Bool = false, about: String? = nil,
        under clauses: [ClauseID] = [], from: String? = nil, tells: RoleID? = nil, reachesDesignees: Bool = false,
        everyMinutes: Int? = nil, isUrgent: Bool = false
    ) {
        self.kind = kind
        self.to = to
        self.due = due
        self.repeats = repeats
        self.about = about
        self.clauses = clauses
        self.from = from
        self.tells = tells
        self.reachesDesignees = reachesDesignees
        self.everyMinutes = everyMinutes
        self.isUrgent = isUrgent
    }
}

/// That a notice was answered: by whom, when, and how they came to know or told whom they had to tell.
package struct Acknowledgement: Sendable, Equatable {
    package let by: String
    package let at: Instant
    package let how: Means
    /// Whether further assistance was sought, where that is asked with it (SAC-VI.B.3b).
    package let furtherAssistance: Bool?

    package init(by: String, at: Instant, how: Means, furtherAssistance: Bool? = nil) {
        self.by = by
        self.at = at
        self.how = how
        self.furtherAssistance = furtherAssistance
    }
}

/// A notice as it stands.
package struct Notice: Sendable, Equatable {
    package let id: String
    package let kind: NoticeKind
    package let to: NoticeAddressee
    package let from: String?
    package let raisedOn: Day
    /// Nothing for a kind whose time is not kept.
    package let raisedAt: Instant?
    package let due: Instant?
    package let about: String?
    package let tells: RoleID?
    package let clauses: [ClauseID]
    package let acknowledgement: Acknowledgement?

    package init(
        id: String, kind: NoticeKind, to: NoticeAddressee, from: String?, raisedOn: Day, raisedAt: Instant?,
        due: Instant?, about: String?, tells: RoleID?, clauses: [ClauseID], acknowledgement: Acknowledgement?
    ) {
        self.id = id
        self.kind = kind
        self.to = to
        self.from = from
        self.raisedOn = raisedOn
        self.raisedAt = raisedAt
        self.due = due
        self.about = about
        self.tells = tells
        self.clauses = clauses
        self.acknowledgement = acknowledgement
    }

    package var isOpen: Bool { acknowledgement == nil }

    /// Whether its time passed before anybody answered.
    package func isOverdue(at now: Instant) -> Bool {
        guard let due else { return false }
        return (acknowledgement?.at ?? now) > due
    }

    /// Seconds from raising to answering, where both are kept (SAC-II.D.3.f).
    package var secondsToAcknowledge: Int64? {
        guard let raisedAt, let acknowledgement else { return nil }
        return (acknowledgement.at.milliseconds - raisedAt.milliseconds) / 1000
    }
}
