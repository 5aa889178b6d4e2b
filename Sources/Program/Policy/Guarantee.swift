/// Something the system itself never does, for any agency. A pack cites it for the clauses that it fulfils; no pack
/// can switch one off.
package enum Guarantee: String, PolicyWord {
    /// No field anywhere takes what was said.
    case noFieldForWhatWasSaid
    /// Nothing links a request to discipline, and no export could feed a disciplinary file.
    case noLinkToDiscipline
    /// Management opens releases and its own duties, never a row.
    case noRowsForManagement
    /// No function asks a supporter for identities or content.
    case contentIsNeverAskedFor
    /// No page and no role can order a contact, and a request exists only by somebody's own act.
    case voluntary
    /// A seeker ends a request at any time, without a reason.
    case seekerMayEndAtAnyTime
    /// No notice and no export names a seeker to a supervisor.
    case noSeekerNamedToSupervisors
    /// Request words are sealed to the assigned supporter and the seeker.
    case requestsAreSealed
    /// Notifications carry no name, no reason and no unit.
    case silentNotifications
    /// Summaries hold no text and no identity, and small counts are suppressed.
    case anonymousFigures
    /// Contact entries have the form's fields and no other.
    case formFieldsOnly
    /// No address, user agent or referrer of a seeker is kept.
    case noTracesOfSeekers
    /// Why someone is inactive is in no log, export, audit text or mail.
    case inactiveReasonIsSealed
}

/// A guarantee with the clauses of this pack that rest on it.
package struct GuaranteeRule: PolicyValue {
    package let guarantee: Guarantee
    package let basis: Basis
}
