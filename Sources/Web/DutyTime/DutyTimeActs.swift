import HTML
import Operations
import Program

enum DutyTimeAddresses {
    static let own = FixedAddress("duty-time")
    static let plans = FixedAddress("duty-time/plans")
    static let entry = Address<PathID>("duty-time/entries/{entry}")
    static let confirmation = Address<PathID>("duty-time/entries/{entry}/confirmation")
    static let removal = Address<PathID>("duty-time/entries/{entry}/removal")
    static let approvals = FixedAddress("duty-time/approvals")
    static let decision = Address<PathID>("duty-time/approvals/{entry}/decision")
    static let hours = FixedAddress("duty-time/hours")
    static let proof = FixedAddress("duty-time/proof")
    static let proofFile = FixedAddress("duty-time/proof.csv")
    static let release = FixedAddress("duty-time/release")
    static let releaseNote = FixedAddress("duty-time/release/note")
    static let payroll = FixedAddress("duty-time/payroll")
    static let export = Address<PathID>("duty-time/payroll/{export}")
    static let exportFile = Address<PathID>("duty-time/payroll/{export}/lines.csv")
}

/// A member's own duty time, and the decision on it.
enum DutyTimeActs {
    static let record = Act(
        "recordDutyTime", "Keep duty time that is over: when, which kind of activity, on duty or off.",
        at: DutyTimeAddresses.own, for: .holding(.keepDutyTime), where: \.keepsDutyTime,
        taking: Input(day, from, until, activity, status, compensation, vehicle) {
            NewDutyTime(
                day: $0, from: $1, until: $2, activity: $3, status: $4, compensation: $5, vehicle: $6)
        }, then: .created("The entry."), see: { _ in DutyTimeAddresses.own.link() }, refused: DutyTimePages.again,
        perform: { visit, new in
            try await visit.programmes.recordDutyTime(new, planned: false, by: visit.staff)
        })

    static let plan = Act(
        "planDutyTime", "Ask ahead for the approval of off-duty time.", at: DutyTimeAddresses.plans,
        for: .holding(.keepDutyTime), where: \.approvesDutyTime,
        taking: Input(day, from, until, activity, compensation, vehicle) {
            NewDutyTime(
                day: $0, from: $1, until: $2, activity: $3, status: .offDuty, compensation: $4, vehicle: $5)
        }, then: .created("The entry."), see: { _ in DutyTimeAddresses.own.link() }, refused: DutyTimePages.again,
        perform: { visit, new in
            try await visit.programmes.recordDutyTime(new, planned: true, by: visit.staff)
        })

    static let confirm = Act(
        "confirmDutyTime", "Say that time you asked for ahead took place, and when.",
        at: DutyTimeAddresses.confirmation, for: .holding(.keepDutyTime), where: \.approvesDutyTime,
        taking: Input(day, from, until) { (day: $0, from: $1, until: $2) }, then: .done("Kept."),
        see: { _, _ in DutyTimeAddresses.own.link() }, refused: DutyTimePages.entryAgain,
        perform: { visit, took, id in
            try await visit.programmes.confirmDutyTime(
                id.text, day: took.day, from: took.from, until: took.until, by: visit.staff)
        })

    static let remove = Act(
        "removeDutyTime", "Take an entry of yours back.", at: DutyTimeAddresses.removal, .delete,
        interface: DutyTimeAddresses.entry, for: .holding(.keepDutyTime), where: \.keepsDutyTime, taking: .nothing,
        then: .done("Taken back."), see: { _, _ in DutyTimeAddresses.own.link() },
        refused: { visit, refused, _ in try await DutyTimePages.again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.removeDutyTime(id.text, by: visit.staff) })

    static let decide = Act(
        "decideDutyTime", "Approve off-duty time of a member, or decline it.", at: DutyTimeAddresses.decision,
        for: .holding(.approveDutyTime), where: \.approvesDutyTime,
        taking: Input(answer), then: .done("Decided; its member is told."),
        see: { _, _ in DutyTimeAddresses.approvals.link() },
        refused: { visit, refused, _ in try await DutyApprovalPages.again(visit, refused) },
        perform: { visit, answer, id in
            try await visit.programmes.decideDutyTime(id.text, approved: answer == .approved, by: visit.staff)
        })

    /// What somebody answers who decides.
    enum Decided: String, CaseIterable, Sendable {
        case approved, declined
    }

    // MARK: What they take

    @Sendable private static func keeping(_ pack: PolicyPack) -> [ClauseID] { pack.dutyTime.keeping.basis.clauses }

    private static let day = Field<Day>.day("day", "Day", FieldWords(citesOnPage: false, clauses: keeping))
    private static let from = Field<Int>.time("from", "From", FieldWords(citesOnPage: false, clauses: keeping))
    private static let until = Field<Int>.time(
        "until", "Until",
        FieldWords(
            hint: "On the next day, where it is not later than its beginning.", citesOnPage: false, clauses: keeping))
    private static let activity = Field<String>.choice(
        "activity", "Activity",
        FieldWords(
            citesOnPage: false, clauses: { ($0.dutyTime.activities?.basis ?? $0.dutyTime.keeping.basis).clauses }),
        of: { $0.dutyTime.kindsOfActivity.map { FieldOption($0.rawValue, $0.words) } }
    ).map { text throws(Refusal) -> DutyActivity in
        guard let activity = DutyActivity(rawValue: text) else {
            throw Refusal("Activity: choose one of the list.", field: "activity")
        }
        return activity
    }
    static let status = Field<DutyStatus>.choice(
        "status", "Were you on duty?",
        FieldWords(clauses: { ($0.dutyTime.onDuty?.typical.basis ?? $0.dutyTime.keeping.basis).clauses }),
        layout: .chips
    ) { $0.words }
    private static let compensation = Field<String>.choice(
        "compensation", "Compensation, where you were off duty",
        FieldWords(clauses: { $0.dutyTime.offDutyPay?.options.basis.clauses ?? [] }), layout: .chips,
        of: { ($0.dutyTime.offDutyPay?.options.value ?? []).map { FieldOption($0.word, $0.words.capitalisedFirst) } }
    ).map { text throws(Refusal) -> OffDutyRule.Compensation in
        guard let chosen = OffDutyRule.Compensation.allCases.first(where: { $0.word == text }) else {
            throw Refusal("Compensation: choose one of the list.", field: "compensation")
        }
        return chosen
    }.maybe.only(where: \.dutyTime.compensationIsChosen, otherwise: nil)
    private static let vehicle = Field<String>.choice(
        "vehicle", "Vehicle, where you were off duty",
        FieldWords(clauses: { $0.dutyTime.vehicles?.basis.clauses ?? [] }),
        of: { $0.dutyTime.vehicles?.choices.map { FieldOption($0.id, $0.label) } ?? [] }
    ).maybe.only(where: { $0.dutyTime.vehicles != nil }, otherwise: nil)
    private static let answer = Field<Decided>.choice("answer", "Your answer") { $0.rawValue }.byButtons
}

extension PolicyPack {
    var keepsDutyTime: Bool { dutyTime.isKept }
    var approvesDutyTime: Bool { dutyTime.isKept && dutyTime.paysOffDuty }
    var hasDutyTimeProof: Bool { dutyTime.isKept && dutyTime.workersCompensation != nil }
    var hasPayroll: Bool { payrollRule != nil }
}
