import Program

private let kern = Source("kern-sheriff")

/// Kern County Sheriff's Office, J-0410, as revised in November 2024.
let kernFacts: [SourceFact] = [
    kern.says("Header", "revised on 26 November 2024", Day("2024-11-26")) { $0.source.date },
    kern.says("Purpose", "for employees, volunteers and families", [.employee, .volunteer, .family]) {
        $0.scope.seekers.map(\.kind)
    },
    kern.says("Definitions", "only those who further the service know", 3) {
        $0.confidentiality.access.value.count
    },
    kern.says("A.4", "the leader directly supervises members", "PST Leader") { $0.title($0.team.supervision?.by) },
    kern.says("B", "application and memorandum go up to the Personnel Division Commander", true) { pack in
        pack.acts.contains {
            if case .forwarding(let to) = $0 { pack.title(to) == "Personnel Division Commander" } else { false }
        }
    },
    kern.says("B.1", "the Division Commander endorses", true) { pack in
        pack.acts.contains {
            if case .endorsement(let by) = $0 { pack.title(by) == "Division Commander" } else { false }
        }
    },
    kern.says(
        "B.2-3", "three confirmations about the applicant",
        [.noWorkRestrictionThroughStress, .noSeriousInvestigation, .noSeriousPersonalProblems]
    ) {
        $0.acts.flatMap { if case .confirmation(_, let of) = $0 { [of] } else { [Confirmation]() } }
    },
    kern.says("B.4", "coworkers and supervisors are asked", [.coworker, .supervisor]) {
        $0.acts.flatMap { if case .inquiries(_, let with) = $0 { with } else { [Colleague]() } }
    },
    kern.says("B.6-7", "the team rates four characteristics", [4]) {
        $0.acts.flatMap { if case .peerReview(let rated, _) = $0 { [rated.count] } else { [Int]() } }
    },
    kern.says("B", "education is preferred and no condition", true) { $0.selection.preference != nil },
    kern.says("B", "coordinator and leaders consult on selection", ["PST Coordinator", "PST Leader"]) { pack in
        pack.acts.flatMap { if case .consultation(let with) = $0 { pack.titles(with) } else { [String]() } }
    },
    kern.says("B", "and before any removal", ["PST Coordinator", "PST Leader"]) {
        $0.titles($0.membership.removal.consultation?.value ?? [])
    },
    kern.says("C.1", "a yearly review, criminal and administrative", [.criminal, .administrative]) {
        $0.membership.annualReview?.everyMonths == 12 ? $0.membership.annualReview?.parts ?? [] : []
    },
    kern.says("D.1", "a POST-certified course before anything", true) {
        $0.needs.contains(.blockingCoursesCompleted)
            && $0.training.courses.contains { $0.approval == .postCertified && $0.strength == .required }
    },
    kern.says("D.1", "covers the fourteen topics of Government Code 8669.6", 14) {
        $0.training.courses.first?.covers.count ?? 0
    },
    kern.says("D.2", "one training or meeting a quarter", true) {
        $0.training.recurring.contains { $0.unit == .meetingsOrSessions && $0.per == .quarter && $0.amount == 1 }
    },
    kern.says("E.1", "one course or refresher a year", true) {
        $0.training.recurring.contains { $0.unit == .refreshers && $0.per == .year && $0.amount == 1 }
    },
    kern.says("E.8", "one contact with a subordinate, then it is passed on", .oneContactThenHandOff) {
        $0.requests.chainOfCommand?.handling
    },
    kern.says("F.1", "the coordinator removes once the chief deputy approved", true) { pack in
        guard case .approved(let by, let approver) = pack.membership.removal.procedure else { return false }
        return pack.title(by) == "PST Coordinator" && pack.title(approver) == "Support Services Bureau Chief Deputy"
    },
    kern.says("F.1.a-f", "six grounds", 6) { $0.membership.removal.grounds.count },
    kern.says("G.1", "for oneself, one's family or another employee", [.open, .open, .open]) { pack in
        [.oneself, .ownFamily, .colleague].map { pack.handling($0) }
    },
    kern.says("G.2", "supervisors may ask for an employee", .open) { $0.requests.bySupervisors.handling },
    kern.says("G.3", "member or supervisor asks the coordinator for another", [.supporter, .supervisor]) {
        $0.requests.cannotLeavePost?.askedBy ?? []
    },
    kern.says("G.4", "three kinds of incident", 3) { $0.incidents.kinds.count },
    kern.says("H.4", "six cases in which a member may disclose", 6) {
        $0.exceptions(startingWith: "KSO-H.4").count
    },
    kern.says("H.4.f", "otherwise required by law: that is no choice", ["otherwise-required"]) {
        $0.exceptions(startingWith: "KSO-H.4").filter { $0.force == .mandatory }.map(\.id)
    },
    kern.says("H.4.b", "two members consult, for a limited time", true) {
        $0.requests.consultations.contains { $0.with == .anotherSupporter && $0.sharing == .limitedAccess }
    },
    kern.says("H.4.d", "agreement in writing", ["whom the consent names"]) { $0.told("KSO-H.4.d") },
    kern.says("H.5", "five cases that a member must report", 5) {
        $0.exceptions("KSO-H.5").filter { $0.force == .mandatory }.count
    },
    kern.says("H.6.a-e", "five protections", 5) { $0.confidentiality.protections?.protections.count },
    kern.says("H.6.f", "with two cases in which they do not apply", 2) {
        $0.confidentiality.protections?.notWhere.count
    },
    kern.says("H.8", "assistance, rapport, or passing on for any reason", 3) { $0.requests.handOff.reasons.count },
    kern.says("H.9.a", "a breach removes at once", .some([.breachOfConfidence])) { pack in
        pack.membership.removal.grounds.first { $0.id == pack.membership.removal.suspension?.ground }?.evidence
    },
    kern.says("I.1", "three bars", [.relationship, .sameIncident, .sharedInvestigation]) {
        $0.requests.exclusions.map(\.bar)
    },
    kern.says("J.1", "no response off duty is required", .ownOptIn) { $0.availability.list.offDuty },
    kern.says("J.1.a", "no mandatory call-out", nil) { $0.availability.callOut },
    kern.says("J.1.b", "a leader approves off-duty time", "PST Leader") { $0.title($0.dutyTime.offDuty?.approvedBy) },
    kern.says("J.1.b(1)", "overtime or compensatory time", [.overtime, .compensatoryTimeOff]) {
        $0.dutyTime.offDuty?.options.value ?? []
    },
    kern.says("J.1.b(2)", "overtime type 510", "510") { $0.dutyTime.offDuty?.billing?.overtimeType },
    kern.says("K.1", "a member tells a leader, a leader the coordinator", ["PST Leader", "PST Coordinator"]) { pack in
        pack.escalation.notifications.filter { $0.event == .afterHoursResponseInPerson }.map { pack.title($0.to) }
    },
    kern.says("K.2", "three ways to a vehicle", 3) { $0.dutyTime.vehicles?.choices.count },
    kern.says("SB 459", "law that changed since, from 2026", [Day("2026-01-01"), Day("2026-01-01")]) {
        $0.source.changesSince.map(\.effective)
    },
]
