extension TrainingRules {
    /// Who plans sessions and meetings of the team, and keeps their lists.
    package var planner: RoleID { schedule.by }

    /// Who keeps the record of training; where the pack asks for none, whoever plans it.
    package var keeper: RoleID { record?.keptBy ?? schedule.by }

    /// The powers that come with the rules of training. A designee has them where the rule lets its role have one.
    package var conferredPowers: [ConferredPower] {
        [
            ConferredPower(.planTraining, on: [planner], designees: schedule.designeeAllowed),
            ConferredPower(.keepTraining, on: [keeper]),
        ]
            + (attendance.map { [ConferredPower(.excuseAbsences, on: [$0.excusedBy])] } ?? [])
            + (furtherCourses.map {
                [ConferredPower(.nameCourses, on: [$0.namedBy], designees: $0.designeeAllowed)]
            } ?? [])
            + ((qualifications ?? []).isEmpty
                ? [] : [ConferredPower(.confirmQualifications, on: (qualifications ?? []).map(\.by))])
    }
}

extension TrainingRules {
    /// The clauses that let that role have a designee.
    package func designeeClauses(of role: RoleID) -> [ClauseID] {
        (schedule.designeeAllowed && schedule.by == role ? schedule.basis.clauses : [])
            + (furtherCourses.flatMap { $0.designeeAllowed && $0.namedBy == role ? $0.basis.clauses : nil } ?? [])
    }
}

extension PolicyPack {
    /// What the programme comes together for.
    package var gatheringKinds: [GatheringKind] {
        GatheringKind.allCases.filter { kind in
            switch kind {
            case .training, .meeting: true
            case .inService: training.attendance?.requiredAt.contains(.inServiceTraining) == true
            case .refresher: training.recurring.contains { $0.unit == .refreshers }
            case .conference: training.conference != nil
            case .awareness: awareness.trainingForAll != nil
            case .orientation: awareness.orientation != nil
            }
        }
    }

    /// What members can be qualified for: what responses to incidents ask for, and what training has conditions for.
    package var qualifications: [QualificationRule] {
        let own = training.qualifications ?? []
        return own
            + incidents.qualifications.filter { item in !own.contains { $0.id == item.id } }.map { item in
                QualificationRule(
                    id: item.id, label: item.label, conditions: [], validMonths: nil, by: training.keeper,
                    basis: item.basis)
            }
    }

    /// The qualifications that those roles confirm.
    package func qualificationsConfirmed(by roles: Set<RoleID>) -> [QualificationRule] {
        qualifications.filter { roles.contains($0.by) }
    }

    /// The clauses from which attending comes.
    package var attendanceClauses: [ClauseID] { training.attendance?.basis.clauses ?? [] }
}
