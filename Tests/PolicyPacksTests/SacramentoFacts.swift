import Program

private let sacramento = Source("sacramento-probation")

/// Sacramento County Probation Department, General Order on the Peer Support Program.
let sacramentoFacts: [SourceFact] = [
    sacramento.says("Header", "in effect on 13 February 2017", Day("2017-02-13")) { $0.source.date },
    sacramento.says("I", "the coordinator reports to the liaison or a designee", true) { pack in
        pack.governance.reporting.contains {
            pack.title($0.from).contains("Coordinator") && pack.title($0.to) == "Management Liaison"
                && $0.designeeAllowed
        }
    },
    sacramento.says(
        "I", "varied by ethnicity, culture, gender and life experience",
        [.ethnicity, .culture, .gender, .lifeExperience]
    ) { Set($0.selection.diversity?.attributes ?? []) },
    sacramento.says("II.B", "the coordinator takes the chair", true) {
        $0.title($0.governance.committees.first?.chair).contains("Coordinator")
    },
    sacramento.says("II.B.4", "the association and the chaplaincy are partners", true) {
        $0.awareness.partners.count >= 2
    },
    sacramento.says("II.B.5", "committee and liaison read the summary", 2) { $0.summary.readers.count },
    sacramento.says("II.B.5.b", "which holds no names and no details", true) {
        $0.guarantees.contains { $0.guarantee == .anonymousFigures }
    },
    sacramento.says("II.C", "five non-supervisory employees", 5...5) { $0.seats[.nonSupervisoryEmployee] },
    sacramento.says("II.C", "one counselling professional", 1...1) { $0.seats[.lawEnforcementCounsellor] },
    sacramento.says("II.C", "one law enforcement chaplain", 1...1) { $0.seats[.lawEnforcementChaplain] },
    sacramento.says("II.C", "seats of two years, by one's own will", true) {
        let term = $0.governance.committees.first?.term
        return term?.months == 24 && term?.voluntary == true
    },
    sacramento.says("II.C.1", "rules are reviewed by the liaison or a designee", true) { pack in
        guard case .role(let role) = pack.governance.policyRevision?.reviewedBy else { return false }
        return pack.title(role) == "Management Liaison" && pack.governance.policyRevision?.designeeAllowed == true
    },
    sacramento.says("II.C.5", "new members come from the supporters", .activeSupporter) {
        $0.governance.committees.first?.newMembers?.from
    },
    sacramento.says("II.D.1", "off duty they are the department's agents", true) {
        $0.dutyTime.workersCompensation != nil
    },
    sacramento.says("II.D.3.a", "a spoken advisement", true) { $0.confidentiality.advisement.given != .shown },
    sacramento.says("II.D.3.h", "the coordinator may call at any hour", true) {
        $0.availability.callOut != nil && $0.availability.list.offDuty == .respond
    },
    sacramento.says("II.D.3.i", "three may ask to the scene", 3) { $0.incidents.sceneResponse?.askedBy.count },
    sacramento.says("II.D.3.k", "a conflict is told to coordinator or liaison", 2) {
        $0.requests.conflictNotice?.to.count
    },
    sacramento.says("II.D.4", "so is a withdrawal", 2) { $0.membership.withdrawal.notice.count },
    sacramento.says("II.D.6", "the committee removes by simple majority", true) {
        guard case .ballot(_, .simple) = $0.membership.removal.procedure else { return false }
        return true
    },
    sacramento.says("II.D.6", "on two grounds", 2) { $0.membership.removal.grounds.count },
    sacramento.says("III.A", "the committee selects by simple majority", true) {
        $0.acts.contains { if case .ballot(_, .simple, _) = $0 { true } else { false } }
    },
    sacramento.says("III.A.1", "a letter of interest through the coordinator", true) { pack in
        pack.acts.contains {
            guard case .application(let documents, .committee, let through) = $0 else { return false }
            return documents == [.letterOfInterest] && pack.title(through).contains("Coordinator")
        }
    },
    sacramento.says("III.A.2", "five things an applicant is willing to do", 5) { $0.declarations },
    sacramento.says("III.A.2.d", "a signed understanding before anything", true) {
        $0.needs.contains(.agreementSigned)
    },
    sacramento.says("III.A.2.e", "a term of two years", 24) { $0.membership.term?.months },
    sacramento.says("III.A.3", "a letter on two standings", [.performanceImprovementPlan, .controlledLeave]) {
        $0.acts.flatMap { if case .supervisorLetter(let bars) = $0 { bars } else { [StandingBar]() } }
    },
    sacramento.says("III.B", "the liaison or a designee reviews", true) { pack in
        pack.acts.contains {
            guard case .review(let by, let designee) = $0 else { return false }
            return pack.title(by) == "Management Liaison" && designee
        }
    },
    sacramento.says("IV.B", "medical leave, deployment, pending discipline, among others", true) {
        ($0.membership.inactivity.byOthers?.reasons.count ?? 0) >= 3
    },
    sacramento.says("IV.C", "two keep the reason", 2) { $0.membership.inactivity.reasonVisibleTo.value.count },
    sacramento.says("V", "nobody is referred by another", [.refused, .refused]) {
        [$0.handling(.colleague), $0.requests.bySupervisors.handling]
    },
    sacramento.says("VI.A.1", "no privilege arises", LevelGrant.Grant.none) { $0.grant(.privilege) ?? .byLaw },
    sacramento.says("VI.B.1", "the liaison, as soon as possible", ["Management Liaison"]) { $0.told("SAC-VI.B.1") },
    sacramento.says("VI.B.1", "not later", [.asSoonAsPossible]) { $0.deadlines("SAC-VI.B.1") },
    sacramento.says("VI.B.2", "a witness steps back and is replaced", [true]) {
        $0.exceptions("SAC-VI.B.2").map(\.replacesSupporter)
    },
    sacramento.says("VI.B.3", "a threat to another goes to the liaison at once", [.immediately]) {
        $0.told("SAC-VI.B.3a") == ["Management Liaison"] ? $0.deadlines("SAC-VI.B.3a") : []
    },
    sacramento.says("VI.B.3", "self-harm goes to two, who tell the liaison", true) { pack in
        let exceptions = pack.exceptions("SAC-VI.B.3b")
        return pack.told("SAC-VI.B.3b").count == 2
            && exceptions.allSatisfy { $0.followOn.map { pack.title($0.tells) } == ["Management Liaison"] }
    },
    sacramento.says("VI.B.4", "and so does danger through alcohol or drugs", true) {
        $0.told("SAC-VI.B.4") == $0.told("SAC-VI.B.3b") && $0.deadlines("SAC-VI.B.4") == [.immediately]
    },
    sacramento.says("VI.B", "five exceptions, the fifth of them the group", 5) { pack in
        let places = ["SAC-VI.B.1", "SAC-VI.B.2", "SAC-VI.B.3a", "SAC-VI.B.4"].filter { !pack.exceptions($0).isEmpty }
        return places.count + (pack.confidentiality.group?.exempt == [.debriefing] ? 1 : 0)
    },
    sacramento.says("VI.F", "supervisors add an admonishment", true) {
        $0.confidentiality.supervisoryAdmonishment != nil
    },
    sacramento.says("VII", "a department-approved course", true) {
        $0.training.courses.contains { $0.approval == .department && $0.strength == .required }
    },
    sacramento.says("VII", "four topics of further training", 4) { $0.topicCount },
    sacramento.says("VII", "hours may count for STC", "STC") { $0.training.record?.credit },
    sacramento.says("VIII", "three name the providers", 3) { $0.referrals.identifiedBy.value.count },
    sacramento.says("VIII", "none for criminal defence or disciplinary proceedings", 2) {
        $0.referrals.refused.count
    },
]
