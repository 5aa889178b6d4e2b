/// The schema of the programme, as the steps that built it.
package enum Schema {
    /// Every step in order. A released step never changes.
    package static let migrations: [Migration] = [
        .agencies, .people, .accounts, .contacts, .statistics, .audit, .roster, .delivery, .notices, .requests,
        .supporterCards, .callOuts, .afterAction, .areas, .supporterPhotos, .suspensions, .incidents, .doneActs,
        .indexes, .failingSteps, .oldReceipts, .vouching, .serverKeys, .endedWays, .wordsOfAsking,
        .offices, .requestsWithoutOrder, .wordsWithoutOrder, .callOutsAfterHours,
        .personnelFiles, .authorities, .supervisorCodes, .papersAndReminders, .memberships,
        .committeesAndBallots, .training,
        .planning, .selection, .directory, .policyDrafts, .announcementsAndFeedback, .agencySignIn,
        .registers, .directoryChanges,
        .dutyTime, .referrals, .library, .services, .incidentFiles, .mutualAid,
        .outreach, .regionalTeams, .sharedIncidents, .wellBeingChecks, .figures, .responses,
        .sealedSheets,
    ]
}
