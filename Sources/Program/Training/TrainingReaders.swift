// Training and meetings: what is asked, what is planned, who was there, and what is kept of it.
extension RuleReader {
    static let training: [RuleReader] = [
        RuleReader(
            "training.courses[]", by: .record("readMemberTraining"), .act("recordCompletion"),
            .timer("remindOfTraining")),
        RuleReader("training.recurring[]", by: .record("readTeamTraining"), .record("readOwnTraining")),
        RuleReader("training.topics[]", by: .record("readMemberTraining"), .act("planSession")),
        RuleReader("training.attendance", by: .act("closeSessionList"), .act("correctSessionList")),
        RuleReader("training.schedule", by: .act("planSession"), .timer("remindOfTraining")),
        RuleReader("training.record", by: .act("recordCompletion"), .record("/training/members/{account}")),
        RuleReader("training.conference", by: .act("planSession"), .record("readTeamTraining")),
        RuleReader("training.further-courses", by: .act("nameCourse")),
        RuleReader("training.qualifications[]", by: .refusal("confirmQualification")),
        RuleReader("awareness.training-for-all", by: .act("closeSessionList"), .record("readTeamTraining")),
    ]
}
