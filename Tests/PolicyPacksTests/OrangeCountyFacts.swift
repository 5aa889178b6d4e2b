import Program

private let orange = Source("orange-county-probation")

/// Orange County Probation Department, Peer Support and Assistance Program, with its Monthly Statistics Report.
let orangeCountyFacts: [SourceFact] = [
    orange.says("I.A", "other county departments may be supported", .allowed) { $0.scope.otherDepartments?.value },
    orange.says("I.A", "the community in critical incidents", .criticalIncidents) { $0.scope.community.value },
    orange.says("I.B.5", "well-being of those off work", true) { $0.requests.wellBeingChecks != nil },
    orange.says("I.C", "Strategic Support is accountable, on the cover", true) {
        $0.governance.accountability?.division.contains("Strategic Support") == true
            && $0.governance.accountability?.onSummaryCover == true
    },
    orange.says("I.C.1", "the Administrator's rank", ["Administrator I"]) { $0.roles.compactMap(\.minimumRank) },
    orange.says("I.C.2", "who appoints coordinators", ["Program Administrator"]) { pack in
        pack.roles.compactMap(\.appointedBy).map { pack.title($0) }
    },
    orange.says("I.C.2.b", "the Administrator is told by telephone or in person", [.telephone, .inPerson]) {
        $0.escalation.notifications.first { $0.event == .afterHoursRequest }?.means ?? []
    },
    orange.says("I.C.2.c", "the Administrator approves an activation after hours", "Program Administrator") {
        $0.title($0.escalation.afterHoursActivation?.approvedBy)
    },
    orange.says("I.C.3.g", "one meeting a quarter", true) {
        $0.training.recurring.contains { $0.unit == .meetings && $0.per == .quarter && $0.amount == 1 }
    },
    orange.says("I.C.3.i", "sheets are due on the 10th", 10) { $0.statSheet.dueDay },
    orange.says("I.C.3.i", "to the Logistics Coordinator", "Peer Support Logistics Coordinator") {
        $0.title($0.statSheet.receivedBy)
    },
    orange.says("I.C.4", "three to five members on the committee", 3...5) { $0.seats[.activeSupporter] },
    orange.says("I.C.4", "and one of the association", 1...1) { $0.seats[.associationRepresentative] },
    orange.says("I.C.5.c", "supervisor and director or manager approve", [.supervisor, .directorOrManager]) {
        $0.acts.flatMap { if case .approvals(let from, _) = $0 { from } else { [Approver]() } }
    },
    orange.says("I.C.5.d-f", "interview, file review and final approval, in this order", 3) { pack in
        var reached = 0
        for act in pack.acts {
            if case .interview = act, reached == 0 { reached = 1 }
            if case .personnelFileReview = act, reached == 1 { reached = 2 }
            if case .approval = act, reached == 2 { reached = 3 }
        }
        return reached
    },
    orange.says("I.C.5.f", "the chief or a designee", true) { pack in
        guard case .approval(let by, let designee) = pack.acts.last else { return false }
        return pack.title(by) == "Chief Probation Officer" && designee
    },
    orange.says("II.A", "at every hour", .aroundTheClock) { $0.availability.hours.value },
    orange.says("II.C", "whoever may investigate or discipline keeps out", [.investigativeFunction]) {
        $0.requests.exclusions.map(\.bar)
    },
    orange.says("II.D.1", "a coordinator is told within 24 hours", 24) { $0.incidents.notification?.withinHours },
    orange.says("II.D.1", "nature and staff involved", [.nature, .staffInvolved]) {
        $0.incidents.notification?.tells ?? []
    },
    orange.says("II.D.3", "seven kinds of incident", 7) { $0.incidents.kinds.count },
    orange.says("II.E.2", "a defusing of at most an hour", 60) { $0.incidents.defusing?.usualMinutes },
    orange.says("II.E.2", "two decide on a debriefing", 2) { $0.incidents.debriefing?.decision.by.count },
    orange.says("II.E.3", "a debriefing after 24 to 72 hours", 24...72) { $0.incidents.debriefing?.window.hours },
    orange.says("II.E.4", "one professional, two to three members", [1...1, 2...3]) {
        $0.incidents.debriefing?.team.members.filter { $0.strength == .required }.map(\.count) ?? []
    },
    orange.says("II.E.4", "both trained in CISM", ["CISM", "CISM"]) {
        $0.incidents.debriefing?.team.members.compactMap(\.certification) ?? []
    },
    orange.says("II.E.4", "a chaplain recommended", [.chaplain]) {
        $0.incidents.debriefing?.team.members.filter { $0.strength == .recommended }.map(\.kind) ?? []
    },
    orange.says("II.E.4", "two to four hours", 120...240) { $0.incidents.debriefing?.team.lengthMinutes },
    orange.says("II.F.2", "two exceptions", 2) { $0.confidentiality.exceptions.count },
    orange.says("II.F.2", "no privilege", LevelGrant.Grant.none) { $0.grant(.privilege) ?? .byLaw },
    orange.says("II.F.3", "told to the chief and nobody else", ["Chief Probation Officer"]) {
        $0.told("OCP-II.F.3")
    },
    orange.says("II.G", "four services of the Crisis Response Team, and its first responder debriefing", [5]) {
        $0.incidents.partners.map(\.services.items.count)
    },
    orange.says("II.H.1.b", "overtime is approved before", .before) { $0.dutyTime.offDuty?.approval },
    orange.says("II.H.1.e", "at will, by the Administrator", "Program Administrator") { pack in
        guard case .atWill(let by) = pack.membership.removal.procedure else { return "nobody" }
        return pack.title(by)
    },
    orange.says("II.H.2", "four considerations for time off post", 4) {
        $0.requests.timeOffPost?.considerations.count
    },
    orange.says("II.I.1", "eight areas of training", 8) { $0.topicCount },
    orange.says("II.I.1", "each of which one should have", .recommended) { $0.training.topics.first?.strength },
    orange.says("II.I.2", "a basic course of 24 hours, suggested", true) {
        $0.training.courses.contains { $0.hours == 24 && $0.strength == .recommended }
    },
    orange.says("II.I.2", "three courses, none of which blocks", [.recommended, .recommended, .recommended]) {
        $0.training.courses.map(\.strength)
    },
    orange.says("II.I.3", "who goes to the conference trains the team", true) {
        $0.training.conference?.attendeesTrainTheTeam
    },
    orange.says("Form", "eleven issues", 11) { pack in
        pack.kind("contact").compactMap { if case .several(let issues, _) = $0.answer { issues.count } else { nil } }
            .reduce(0, +)
    },
    orange.says("Form", "the codes of the rows", ["M", "F", "O", "N", "A", "NA"]) {
        $0.kind("contact").flatMap { $0.answer.options.compactMap(\.code) }
    },
    orange.says("Form", "days and the supporter's name", true) {
        $0.contactForm.bearsSupporterName && $0.contactForm.grain == .day
    },
]
