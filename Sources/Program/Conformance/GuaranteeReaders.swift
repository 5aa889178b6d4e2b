// What the system itself never does, each with the test that shows it.
extension RuleReader {
    static let guarantees: [RuleReader] = [
        never(.noFieldForWhatWasSaid, "noColumnOfAContactHoldsWords"),
        never(.noLinkToDiscipline, "peerSupportHasNoPartInDiscipline"),
        never(.noRowsForManagement, "managementOpensSuppressedReportsAndNothingElse"),
        never(.contentIsNeverAskedFor, "noFormAndNoOperationAsksForWords"),
        never(.voluntary, "nobodyCanOrderAContact"),
        never(.seekerMayEndAtAnyTime, "theSeekerEndsItAtAnyTimeAndGivesNoReason"),
        never(.noSeekerNamedToSupervisors, "nothingNamesASeekerToASupervisorAndThePageSaysWhatToLeaveAlone"),
        never(.requestsAreSealed, "whatASupporterLearnsNobodyElseOpens"),
        never(.silentNotifications, "whatIsSentSaysNothing"),
        never(.anonymousFigures, "nobodyAndNothingSaidCanBeFoundInTheSummaries"),
        never(.formFieldsOnly, "anyOtherFieldIsRefusedAndNothingKept"),
        never(.inactiveReasonIsSealed, "theReasonIsFoundNowhereElse"),
        never(.noTracesOfSeekers, "test_sqlite"),
    ]

    private static func never(_ guarantee: Guarantee, _ test: String) -> RuleReader {
        RuleReader("guarantees[]", at: "guarantee", guarantee.word, by: .always(test))
    }
}

extension Guarantee {
    /// As packs write it.
    fileprivate var word: String {
        rawValue.reduce(into: "") { $0 += $1.isUppercase ? "-" + $1.lowercased() : String($1) }
    }
}
