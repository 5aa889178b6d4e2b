import Operations
import Program

extension Routes {
    /// Duty time: one's own, what waits for a decision, the export for payroll.
    static let dutyTime: [Route] =
        DutyTimeActs.record.routes + DutyTimeActs.plan.routes + DutyTimeActs.confirm.routes
        + DutyTimeActs.remove.routes + DutyTimeActs.decide.routes + dutyTimeFurther + dutyTimePages + dutyTimeReadings

    private static let dutyTimeFurther: [Route] = DutyReleaseActs.ask.routes + PayrollActs.export.routes

    private static let dutyTimePages: [Route] = [
        .staff(.get, DutyTimeAddresses.own, for: .holding(.keepDutyTime), where: \.keepsDutyTime) { visit in
            try await DutyTimePages.again(visit, nil)
        },
        .staff(.get, DutyTimeAddresses.entry, for: .holding(.keepDutyTime), where: \.approvesDutyTime) { visit, id in
            try await DutyTimePages.entryAgain(visit, nil, id)
        },
        .staff(.get, DutyTimeAddresses.approvals, for: .holding(.approveDutyTime), where: \.approvesDutyTime) {
            visit in try await DutyApprovalPages.again(visit, nil)
        },
        .staff(.get, DutyTimeAddresses.hours, for: .holding(.seeDutyHours), where: \.keepsDutyTime) { visit in
            try await DutyApprovalPages.hours(visit)
        },
        .staff(.get, DutyTimeAddresses.proof, for: .signedIn, where: \.hasDutyTimeProof) { visit in
            try await DutyProofPages.answer(visit)
        },
        .staff(.get, DutyTimeAddresses.proofFile, for: .signedIn, where: \.hasDutyTimeProof) { visit in
            try await DutyProofPages.file(visit)
        },
        .staff(.get, DutyTimeAddresses.release, for: .holding(.keepDutyTime), where: \.asksSupervisorsForRelease) {
            visit in
            DutyReleasePages.again(visit, nil)
        },
        .staff(.get, DutyTimeAddresses.releaseNote, for: .holding(.keepDutyTime), where: \.asksSupervisorsForRelease) {
            visit in
            DutyReleasePages.note(visit)
        },
        .staff(.get, DutyTimeAddresses.payroll, for: .holding(.exportDutyTime), where: \.hasPayroll) { visit in
            try await PayrollPages.again(visit, nil)
        },
        .staff(.get, DutyTimeAddresses.export, for: .holding(.exportDutyTime), where: \.hasPayroll) { visit, id in
            try await PayrollPages.export(id, visit)
        },
        .staff(.get, DutyTimeAddresses.exportFile, for: .holding(.exportDutyTime), where: \.hasPayroll) { visit, id in
            try await PayrollPages.file(id, visit)
        },
    ]

    private static let dutyTimeReadings: [Route] = [
        .read(
            "listOwnDutyTime", "Your own duty time of the past months, with how its approval stands.",
            at: DutyTimeAddresses.own, for: .holding(.keepDutyTime), where: \.keepsDutyTime, "The latest first.",
            byPack: DutyTimeShapes.own
        ) { visit in try await visit.programmes.ownDutyTime(of: visit.staff)?.entries },
        .read(
            "listDutyTimeToApprove", "Off-duty time that waits for your decision: who, when, which kind of activity.",
            at: DutyTimeAddresses.approvals, for: .holding(.approveDutyTime), where: \.approvesDutyTime,
            "The earliest first.", byPack: DutyTimeShapes.waiting
        ) { visit in try await visit.programmes.dutyTimeApprovals(for: visit.staff)?.waiting },
        .read(
            "listDutyHours", "The hours of each member by month, of months that are over.",
            at: DutyTimeAddresses.hours, for: .holding(.seeDutyHours), where: \.keepsDutyTime, "The latest first.",
            DutyTimeShapes.hours
        ) { visit in try await visit.programmes.dutyHours(for: visit.staff) },
        .read(
            "readDutyTimeProof", "What you wrote down as service while off duty: yours alone, to take along.",
            at: DutyTimeAddresses.proof, for: .signedIn, where: \.hasDutyTimeProof, "The earliest first.",
            byPack: DutyTimeShapes.own
        ) { visit in try await visit.programmes.dutyTimeProof(of: visit.staff) },
        .read(
            "listPayrollExports", "The exports that were made for payroll.", at: DutyTimeAddresses.payroll,
            for: .holding(.exportDutyTime), where: \.hasPayroll, "The latest first.", DutyTimeShapes.exports
        ) { visit in try await visit.programmes.payroll(for: visit.staff)?.exports },
        .read(
            "readPayrollExport", "The lines of one export, each marked where it was in one before.",
            at: DutyTimeAddresses.export, for: .holding(.exportDutyTime), where: \.hasPayroll,
            "By day and member.", byPack: DutyTimeShapes.lines
        ) { visit, id in try await visit.programmes.payrollExport(id.text, for: visit.staff)?.lines },
    ]
}

/// How duty time is written for programs.
enum DutyTimeShapes {
    @Sendable static func own(_ pack: PolicyPack) -> Shape<[DutyEntry]> { .list("entries", of: entry(pack)) }

    @Sendable static func waiting(_ pack: PolicyPack) -> Shape<[DutyTimeToDecide]> {
        .list(
            "entries",
            of: Shape<DutyTimeToDecide>(
                .id("id", \.entry.id), .words("member", \.member), .moment("start", \.entry.time.start),
                .moment("end", \.entry.time.end),
                .choice("activity") { $0.entry.activity },
                .flag("isPlanned", about: "Asked for ahead.", \.entry.isPlanned)))
    }

    static let hours = Shape<[DutyHours]>.list(
        "hours",
        of: Shape<DutyHours>(
            .words("member", \.member), .month("month", \.month), .count("onDutyMinutes", \.onDutyMinutes),
            .count("offDutyMinutes", \.offDutyMinutes)))

    static let exports = Shape<[PayrollExport]>.list(
        "exports",
        of: Shape<PayrollExport>(
            .id("id", \.id), .day("from", \.period.from), .day("until", \.period.until), .day("madeOn", \.madeOn)))

    @Sendable static func lines(_ pack: PolicyPack) -> Shape<[PayrollLine]> {
        let rules = pack.dutyTime
        return .list(
            "lines",
            of: Shape<PayrollLine>(
                rules.payrollColumns.map { column in .words(column.rawValue) { rules.value(of: column, in: $0) } }))
    }

    private static func entry(_ pack: PolicyPack) -> Shape<DutyEntry> {
        let rules = pack.dutyTime
        let kept = Shape<DutyEntry>(
            .id("id", \.id), .moment("start", \.time.start), .moment("end", \.time.end),
            .count("minutes", \.time.minutes), .choice("activity", \.activity), .choice("status", \.status))
        guard rules.keeping.value == .hoursWithPay else { return kept }
        return kept.with(
            .flag("isPlanned", about: "Asked for ahead.", \.isPlanned),
            .choice("approval", of: DutyApproval.words) { $0.approval(under: rules).word },
            .words(maybe: "payCode") { $0.status == .onDuty ? rules.onDuty?.payCode : nil },
            .words(maybe: "compensation") { $0.compensation?.word }, .words(maybe: "vehicle", \.vehicle),
            .flag("isExported", about: "Payroll has been told of it.") { $0.exportedIn != nil })
    }
}
