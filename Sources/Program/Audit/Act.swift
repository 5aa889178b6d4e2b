/// The kinds of act that the audit chain holds. An entry says who did which of these, when, and under which clauses; it
/// never says what was in it.
///
/// Writing in a draft stat sheet is no act of the programme: the sheet becomes one when it is submitted. Signing in is
/// none either; when a supporter was awake says too much about who needed them.
package enum Act: String, Sendable, CaseIterable {
    case agencyFounded = "agency.founded"
    case packPutInForce = "pack.put-in-force"
    case peopleImported = "people.imported"
    case accountCreated = "account.created"
    case enrolmentRenewed = "account.enrolment-renewed"
    case accountEnrolled = "account.enrolled"
    case accountRecovered = "account.recovered"
    case passphraseChanged = "account.passphrase-changed"
    case recoveryCodeRenewed = "account.recovery-code-renewed"
    case secondFactorSet = "account.second-factor-set"
    case secondFactorCleared = "account.second-factor-cleared"
    case accountStartedOver = "account.started-over"
    case sessionsEnded = "account.sessions-ended"
    case roleGiven = "role.given"
    case roleEnded = "role.ended"
    case statSheetSubmitted = "stat-sheet.submitted"
    case namedSheetOpened = "stat-sheet.opened"
    case summaryPublished = "summary.published"
    case disclosureBegun = "disclosure.begun"
    case disclosureAcknowledged = "disclosure.acknowledged"
    case disclosurePassedOn = "disclosure.passed-on"
    case disclosureTold = "disclosure.told"
    case administratorTold = "notification.told"
    case designeeNamed = "designee.named"
    case designeeEnded = "designee.ended"
    case supporterCardChanged = "supporter-card.changed"
    case callOutBegun = "call-out.begun"
    case callOutPaged = "call-out.paged"
    case callOutFinished = "call-out.finished"
}
