// Hours of support: kept, approved, exported, proven, destroyed.
extension RuleReader {
    static let dutyTime: [RuleReader] = [
        RuleReader("duty-time.keeping", by: .act("recordDutyTime"), .record("listOwnDutyTime")),
        RuleReader("duty-time.activities", by: .refusal("recordDutyTime")),
        RuleReader("duty-time.on-duty", by: .record("listOwnDutyTime"), .act("exportDutyTime")),
        RuleReader("duty-time.on-duty.typical", by: .act("recordDutyTime")),
        RuleReader("duty-time.off-duty", by: .act("planDutyTime"), .act("decideDutyTime"), .refusal("exportDutyTime")),
        RuleReader("duty-time.off-duty.options", by: .act("recordDutyTime"), .act("exportDutyTime")),
        RuleReader("duty-time.off-duty.billing", by: .act("exportDutyTime"), needs: .exportDutyTime),
        RuleReader("duty-time.off-duty.rates", by: .act("exportDutyTime"), needs: .exportDutyTime),
        RuleReader("duty-time.list-pay", by: .always("rosterHoursGiveNothingByThemselves")),
        RuleReader("duty-time.release", by: .act("askForRelease")),
        RuleReader("duty-time.workers-compensation", by: .record("readDutyTimeProof")),
        RuleReader("duty-time.payroll", by: .act("exportDutyTime"), .record("listPayrollExports")),
        RuleReader("retention.duty-time-days", by: .timer("destroyDutyTime")),
    ]
}
