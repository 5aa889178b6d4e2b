/// What the server does by itself, step by step. Its name stands in the log, in `/health` and at the command line: it says what
/// is done, and to whom of nobody.
package enum Step: String, Sendable, CaseIterable {
    // Housekeeping
    /// Every agency is read with its pack in force. Where that cannot be done, nothing else can be for that agency.
    case readPolicies
    /// A new text of the rules comes into force on its day.
    case putPoliciesInForce
    /// Whoever revises the rules is reminded, once, that it is time to look at them again.
    case remindOfPolicyReview
    case forgetEndedSessions
    case forgetDoneActs
    /// What personnel files ended long ago does not come back any more.
    case forgetImportEndings
    case destroyPersonnelFiles
    /// What is left of before sheets were sealed is sealed.
    case sealSheetsOfBefore
    /// The boxes of sheets are locked anew every hour, whether anything was written in them or not.
    case lockSheetsAnew
    case destroyClosedDrafts
    case destroyEndedRequests
    /// Codes that members handed to their supervisors and whose time is over.
    case forgetSupervisorCodes
    case destroyEndedCallOuts
    case destroyIncidentNames
    /// Names in services and checks, and at last the services themselves.
    case destroyServiceNames
    /// Sealed messages between the teams of a region.
    case destroyRegionalMessages
    case destroyOldNotices
    case forgetOldDeliveries
    case endDevicesOfLostKey
    case announceRosterGaps
    case forgetPastRoster
    /// Courses that soon count no more or are soon due, and periods without a session.
    case remindOfTraining
    /// The team's spread is counted anew, a quarter later at the earliest.
    case freezeSpreads
    /// Licences of professionals beside the team that end soon.
    case remindOfLicences
    /// Agreements with other agencies whose last day is near or over, for both sides.
    case remindOfAidEnds
    /// What members who left still have of the programme's.
    case remindOfEquipment
    /// Cards of members that are not current any more.
    case forgetIDCards
    /// What is to be looked at again in the library.
    case remindOfLibrary
    /// Checks on colleagues off work whose day has come, for the one member who does each.
    case remindOfChecks
    /// Follow-ups after an incident, and names to be offered support, whose day has come.
    case remindAfterIncidents
    /// Periods that are soon over without anything done to make the programme known.
    case remindOfAwareness
    /// Entries of the directory of further help whose check comes.
    case remindOfReferrals
    /// The pages of providers of further help are asked whether they are still there.
    case askReferralPages
    /// Counsel's next review of the policy, and the sponsor's letter that is to be renewed.
    case remindOfCounsel
    /// Terms that end, words that are unsigned, reviews that are due; whoever is of the team from before has a membership.
    case keepMemberships
    /// Which reminders were given long ago.
    case forgetReminders
    /// Seats of committees: terms that end, and holders who are not what the seat asks for.
    case keepSeats
    /// Ballots whose day has come, or in which everybody voted.
    case closeBallots
    /// Published lists of ballots that closed long ago.
    case forgetCountedPapers
    /// Applications whose applicant is none any more, or that nobody goes on with.
    case stopApplications
    /// Papers of applications that were decided.
    case destroyApplications
    /// Announcements that were over long ago.
    case destroyOldAnnouncements
    /// The boxes of feedback without a name are locked anew every hour, and emptied once a day is over.
    case keepFeedbackBoxes
    case destroyOldFeedback
    /// The counts of answers are locked anew every half hour, and told once their quarter is over.
    case keepResponses
    /// Duty time whose time is over, and releases from duty whose day is over.
    case destroyDutyTime
    /// Counts of months whose releases are all out; of them the published figures remain.
    case destroyTallies
    case destroyAuditSalts
    /// Accounts and roles are what the audit chains vouch for.
    case compareAccounts
    /// The agencies are counted in which nobody could open a request.
    case countClosedAgencies
    /// The audit chains are what was written.
    case readChains
    /// The team is told who can be given a request.
    case tellTeam
    /// The whole database is looked through, once a day.
    case lookForDamage
    /// The engine lets go of what it keeps of deleted content.
    case dropRemnants
    case writeCheckpoints
    // The clock
    /// The machine's clock is compared with how long it has run and with what servers have written of the time.
    case watchClock
    /// That something was written is kept outside the database.
    case keepMark
    /// Whoever was spared a word about requests is told after the hour that some still wait.
    case sayWhatStillWaits
    case advanceRequests
    /// Call-outs that wait for a yes after hours go on when nobody gives one.
    case advanceCallOuts
    /// Further supporters are asked to a scene where those asked do not come.
    case askFurtherToScenes
    /// What waits longer than it can ever have to is gone on with: it was set by a clock that was wrong.
    case endImpossibleWaits
    case announceNotices
    case tellReminders
    case endConsultations
    // Sending
    /// What is due is taken from the outbox.
    case takeWords
    /// A word is sent, and what came of it noted. A gateway that does not take it is no fault of this step.
    case sendWords
    /// A gateway takes words from us at all, whoever they are for.
    case handWordsOver
}

/// A step with what it does.
struct WorkerStep: Sendable {
    let name: Step
    let act: @Sendable (Programmes) async throws -> Void

    init(_ name: Step, _ act: @escaping @Sendable (Programmes) async throws -> Void) {
        self.name = name
        self.act = act
    }
}
