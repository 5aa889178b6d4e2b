/// What the audit chain gets of an act that was done: entries, or nothing for a reason that has a name. Every act says one of
/// them, so that none is left out by forgetting.
package enum Trace: Sendable, Equatable {
    case entries([Entry])
    case silent(Silence)

    /// One thing that the chain is to hold.
    package struct Entry: Sendable, Equatable {
        package let kind: AuditKind
        /// The id of what was acted on, never of a seeker or a request's words.
        package let subject: String?
        package let clauses: [ClauseID]
        /// What exactly was done. Only a salted hash of it is kept.
        package let details: [String]

        package init(kind: AuditKind, subject: String?, clauses: [ClauseID], details: [String] = []) {
            self.kind = kind
            self.subject = subject
            self.clauses = clauses
            self.details = details
        }
    }

    package static func entry(
        _ kind: AuditKind, on subject: String? = nil, under clauses: [ClauseID] = [], details: [String] = []
    ) -> Trace {
        .entries([Entry(kind: kind, subject: subject, clauses: clauses, details: details)])
    }
}

/// Why an act leaves no entry in the audit chain.
package enum Silence: Sendable, Equatable, CaseIterable {
    /// A draft sheet is nobody's business until it is submitted.
    case draft
    /// It concerns a request. When a supporter took, wrote or closed one would tell who was needed, and when.
    case request
    /// When somebody signed in or out says too much about who needed them.
    case session
    /// How a person wants to be reached is their own affair.
    case reaching
    /// When a supporter was out in person would tell too much.
    case response
    /// When a supporter was at work would tell when somebody was helped.
    case dutyTime
    /// An entry's actor stands in the clear, so it would tell who was part of an incident.
    case involvement
    /// How somebody voted is theirs, and when they did would tell which paper is whose.
    case vote
    /// What a colleague answers of an applicant is confidential, and when they did could tell which answer is theirs.
    case peerAnswer
    /// Whoever asks for an account has shown nothing yet: the entry of the account itself is the server's.
    case askedByAnybody
    /// Who says what goes badly is kept nowhere where they wish it so; an entry's actor and time would tell.
    case feedback
    /// Who named a colleague, and what the colleague said to it, is kept nowhere.
    case nomination
    /// What somebody keeps for themself alone, such as their own hours or a notice put aside, is no act of the programme.
    case own
    /// Whether somebody offers, answers or declines is free to them and counts for and against no one (KSO-J.1).
    case freely
    /// What came of asking how somebody off work is, and when they were asked, is theirs (OCP-I.B.5).
    case wellBeing
    /// When a member writes to colleagues of other teams would tell too much of when they were needed.
    case betweenTeams
    /// What somebody answered who was offered support after an incident, and when, is theirs.
    case outreach
    /// The notice itself, or that it is gone, is the proof that it was answered.
    case notice
    /// All was already as asked; nothing changed.
    case unchanged
}
