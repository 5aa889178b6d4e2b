import Program

private let guidelines = Source("iacp")

/// The IACP's Peer Support Guidelines of 2021.
let guidelineFacts: [SourceFact] = [
    guidelines.says("1.2", "no rigid protocol", .startingPoint) { $0.scope.standing.value },
    guidelines.says("2.2", "three levels of non-disclosure", [.privacy, .confidentiality, .privilege]) {
        $0.confidentiality.levels.map(\.level)
    },
    guidelines.says(
        "2.3", "time in person and by phone, referrals, follow-up services",
        [.minutesInPerson, .minutesByPhone, .referrals, .followUps]
    ) { $0.quantities },
    guidelines.says("2.3", "without anybody's name", false) { $0.contactForm.bearsSupporterName },
    guidelines.says("2.4", "eight activities", 8) { $0.requests.activities.count },
    guidelines.says("3.1", "management sees figures and nothing else", [.readSummaries]) { $0.powersOfReaders },
    guidelines.says("3.2", "a steering committee, encouraged", [.recommended]) {
        $0.governance.committees.filter { $0.kind == .steering }.map(\.strength)
    },
    guidelines.says(
        "3.2", "organisations, administrators, sworn, civilian and a licensed professional",
        [
            .employeeOrganisation, .administrator, .swornEmployee, .civilianEmployee, .licensedMentalHealthProfessional,
        ]
    ) { Set($0.seats.keys) },
    guidelines.says("3.3", "groups with a licensed professional", true) { $0.incidents.groupIntervention != nil },
    guidelines.says("3.7", "support from the top", .recommended) { $0.governance.sponsor?.strength },
    guidelines.says("3.8", "visible identification", true) {
        $0.awareness.materials.contains { $0.kind == .idCard }
    },
    guidelines.says("3.9.1", "retired people are served too", true) {
        $0.scope.seekers.contains { $0.kind == .retired }
    },
    guidelines.says("3.9.2", "lending to others with command approval", true) { $0.team.mutualAid != nil },
    guidelines.says("3.9.4", "four tasks of the coordinator", 4) { pack in
        pack.governance.duties.filter { $0.basis.clauses.contains(ClauseID("IACP-3.9.4")) }.count
    },
    guidelines.says("3.9.5", "under investigation: a caution", true) {
        $0.statements.contains { $0.to == .seekersUnderInvestigation }
    },
    guidelines.says(
        "4.1", "years, discipline history and recommendations",
        [.yearsOnTheJob, .disciplinaryHistory, .recommendations]
    ) {
        $0.acts.flatMap { if case .serviceRecord(_, let facts) = $0 { facts } else { [ServiceFact]() } }
    },
    guidelines.says("4.2", "six considerations", [6]) {
        $0.acts.flatMap { if case .interview(_, let considered) = $0 { [considered.count] } else { [Int]() } }
    },
    guidelines.says("4.3", "three grounds for deselection", 3) { $0.membership.removal.grounds.count },
    guidelines.says("4.4", "leave is encouraged and no reason asked", true) {
        $0.membership.inactivity.byOwnNotice?.encouraged == true
            && $0.membership.inactivity.byOwnNotice?.reason == .notAsked
    },
    guidelines.says("4.5", "the agreement notes exceptions, leave and deselection", true) {
        Set($0.agreement.includes).isSuperset(of: [.exceptions, .leave, .removalGrounds])
    },
    guidelines.says("5.1", "consultation at any hour, by a licensed professional", true) {
        $0.governance.consultants.contains { $0.licensed && $0.aroundTheClock }
    },
    guidelines.says("5.2", "one may step back without a reason", .noReasonAsked) {
        $0.requests.selfDisqualification.value
    },
    guidelines.says("5.3", "a mandatory debriefing of the team", .required) {
        $0.incidents.largeScale?.teamDebriefing.value
    },
    guidelines.says("6.2", "threats to self, to others, child and adult abuse", 4) {
        $0.confidentiality.exceptions.count
    },
    guidelines.says("6.2", "and nobody who is told", 0) { $0.confidentiality.exceptions.flatMap(\.recipients).count },
    guidelines.says("6.2", "nor whether it must be told", 4) { $0.confidentiality.unsettled.count },
    guidelines.says("6.4", "privilege, confidentiality and privacy are to be known", .recommended) {
        $0.training.topics.first { Set($0.topics.map(\.id)) == ["privilege", "confidentiality", "privacy"] }?.strength
    },
    guidelines.says("6.7", "the agreement names consequences", true) { $0.agreement.consequences != nil },
    guidelines.says("6.8", "chaplains and professionals share the after-action report", 2) {
        $0.incidents.largeScale?.afterAction?.signedOffBy.count
    },
    guidelines.says("7.2", "no support up or down the line where avoidable", .lastResortWithPrompt) {
        $0.requests.chainOfCommand?.handling
    },
    guidelines.says("7.3", "many contacts call for a referral", true) { $0.requests.manyContacts != nil },
    guidelines.says("8.1", "four hours of training a quarter", true) {
        $0.training.recurring.contains { $0.amount == 4 && $0.unit == .hours && $0.per == .quarter }
    },
    guidelines.says("8.2", "three topics of feedback", 3) { $0.awareness.feedback?.topics.count },
    guidelines.says("8.3", "twenty-nine topics", 29) { $0.topicCount },
]
