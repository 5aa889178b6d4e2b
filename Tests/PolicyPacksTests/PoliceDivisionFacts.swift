import Program

private let division = Source("police-division")

/// A police division's Procedure 18.107.
let policeDivisionFacts: [SourceFact] = [
    division.says("Purpose", "for employees and families", [.employee, .family]) { $0.scope.seekers.map(\.kind) },
    division.says("Policy", "privileged by the Division's own word", .byTheAgency) { $0.grant(.privilege) },
    division.says("Policy", "the psychologist is there for any concern, at any hour", true) { pack in
        pack.requests.consultations.contains {
            guard case .role(let role) = $0.with else { return false }
            return $0.atAnyHour && pack.title(role).contains("Police Psychologist")
        }
    },
    division.says("A.1.a", "not for the general public", .refused) { $0.scope.community.value },
    division.says("A.2", "follow-up as long as necessary", true) { $0.requests.followUp.openEnded },
    division.says("B.1.a", "posted in districts, sections and units", [.district, .section, .unit]) {
        $0.availability.posting?.places ?? []
    },
    division.says("B.1.b", "Police Communications Section is called", true) {
        $0.title($0.availability.dispatch?.by).contains("Police Communications Section")
    },
    division.says("B.1.b.1", "the psychologist is the last resort", true) {
        $0.lastResort.contains("Police Psychologist")
    },
    division.says("B.2.a.1", "a concerned person's word makes an inquiry", .inquiry) { $0.handling(.colleague) },
    division.says("B.2.b", "nothing is divulged without written consent", true) {
        $0.confidentiality.writtenConsent != nil
    },
    division.says("B.2.c", "nothing is recorded for discipline", true) {
        let promised = Set($0.guarantees.map(\.guarantee))
        return promised.isSuperset(of: [.noFieldForWhatWasSaid, .noLinkToDiscipline])
    },
    division.says("C.1", "staffed by employees", [.employee]) { $0.selection.applicants.value },
    division.says("C.1.a", "the psychologist interviews", ["Police Psychologist"]) { pack in
        pack.acts.flatMap { act -> [String] in
            guard case .interview(let panel, _) = act else { return [] }
            return panel.map { if case .role(let role) = $0 { pack.title(role) } else { "a committee" } }
        }
    },
    division.says("C.1.a", "and the chief has the last word", "Police Chief") { pack in
        guard case .approval(let by, _) = pack.acts.last else { return "nobody" }
        return pack.title(by)
    },
    division.says("D.1", "nobody begins without in-service training", true) {
        $0.needs.contains(.blockingCoursesCompleted) && $0.training.courses.contains { $0.strength == .required }
    },
    division.says("E.1", "all in-service training is attended", true) {
        $0.training.attendance?.requiredAt.contains(.inServiceTraining)
    },
    division.says("E.2", "a volunteer basis without pay", nil) { $0.dutyTime.offDuty },
    division.says("E.4", "the Steering Committee adopts the confidentiality text", true) {
        $0.governance.committees.contains { committee in
            committee.kind == .steering && committee.tasks.contains { $0.task == .adoptsConfidentialityText }
        }
    },
    division.says("E.5", "all agree to be on a list of 24 hours", true) {
        $0.availability.hours.value == .aroundTheClock && $0.availability.list.joining == .agreed
    },
    division.says("E.8", "referrals are followed up", true) { $0.referrals.followUpAfterDays != nil },
    division.says("E.10", "threat, violation of law and misconduct go to the psychologist", ["Police Psychologist"]) {
        $0.told("PD-E.10")
    },
    division.says("E.10", "at once", [.immediately]) { $0.deadlines("PD-E.10") },
    division.says("E.11", "shootings need members trained for them", true) { pack in
        pack.incidents.kinds.contains { kind in
            kind.qualification != nil && kind.basis.clauses.contains(ClauseID("PD-E.11"))
        }
    },
]
