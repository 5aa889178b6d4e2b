import Program
import Sealing
import Store

// Whoever plans sessions and meetings: the role of the schedule's rule, or its designee where the rule lets it have one (KSO-D.3).
extension Programmes {
    /// Plans a session or a meeting; gives its id.
    package func planGathering(_ plan: GatheringPlan, by staff: Staff) async throws -> Result<String, Refusal> {
        try await act(by: staff, .holding(.planTraining)) { doing in
            if let refusal = try doing.mayPlan(plan) ?? mayBeJoint(plan, nil, doing) { return .refused(refusal) }
            let gathering = Gathering(
                id: RandomId().text, plan: plan, day: try doing.agency.day(at: plan.from), status: .planned)
            try doing.transaction.insert(gathering, code: RandomId().text, agency: doing.agency.id)
            try tellPartners(of: plan, gathering.id, doing)
            return .done(gathering.id, .entry(.gatheringPlanned, on: gathering.id, under: doing.scheduleClauses))
        }.whileAllowed()
    }

    /// Changes what is planned, for partner teams that come to it too; whoever has a place is told where it is elsewhere. Nothing where there
    /// is no such thing.
    package func changeGathering(
        _ id: String, to plan: GatheringPlan, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.planTraining)) { doing in
            guard let known = try doing.transaction.gathering(id, agency: doing.agency.id) else { return .nothing }
            if let refusal = try doing.mayPlan(plan) ?? mayBeJoint(plan, known, doing) { return .refused(refusal) }
            guard
                try doing.transaction.change(
                    id, to: plan, on: try doing.agency.day(at: plan.from), agency: doing.agency.id)
            else { return .refused(Refusal("This is over, or called off.", clauses: doing.scheduleClauses)) }
            if !known.plan.isJoint { try tellPartners(of: plan, id, doing) }
            if plan.isElsewhere(than: known.plan) {
                try doing.tellAttenders(of: id, .sessionChanged, in: doing.agency, under: doing.scheduleClauses)
            }
            try partnersFollow(plan, at: id, doing)
            return .done(.entry(.gatheringChanged, on: id, under: doing.scheduleClauses))
        }
    }

    /// Calls off what is planned; whoever has a place is told, in partner teams too.
    package func callOff(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.planTraining)) { doing in
            guard let gathering = try doing.transaction.gathering(id, agency: doing.agency.id) else { return .nothing }
            guard gathering.isPlanned else {
                return .refused(Refusal("This is over, or called off.", clauses: doing.scheduleClauses))
            }
            try doing.transaction.setStatus(.cancelled, of: id, agency: doing.agency.id)
            try doing.tellAttenders(of: id, .sessionCalledOff, in: doing.agency, under: doing.scheduleClauses)
            try partnersCallOff(id, doing)
            return .done(.entry(.gatheringCalledOff, on: id, under: doing.scheduleClauses))
        }
    }

    /// Assigns a member to a training (OCP-I.C.3.b). They are told.
    package func assign(_ account: String, to id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.planTraining)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let gathering = try transaction.gathering(id, agency: agency.id) else { return .nothing }
            var own =
                try transaction.attendance(of: account, at: id, agency: agency.id)
                ?? Attendance(gathering: id, account: account)
            let isMember = try transaction.trainedMembers(of: agency, on: doing.staff.today).contains {
                $0.account == account
            }
            let refusal = doing.policy.mayAssign(
                to: gathering, own, isMember: isMember, taken: try transaction.placesTaken(at: id, agency: agency.id))
            if let refusal { return .refused(refusal) }
            own.isAssigned = true
            try transaction.set(own, agency: agency.id)
            try transaction.raise(
                NewNotice(
                    kind: .trainingAssigned, to: .account(account), about: id, under: doing.policy.attendanceClauses,
                    from: doing.staff.account), in: agency, at: doing.now)
            return .done(.entry(.memberAssigned, on: account, under: doing.policy.attendanceClauses))
        }
    }

    /// Writes down who was there, and who was not though they had to be. The list can be corrected for as long as the record is kept.
    ///
    /// - Parameters:
    ///   - present: the members who were there.
    ///   - headcount: how many others were, where others are counted.
    package func closeList(
        of id: String, present: Set<String>, headcount: Int?, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.planTraining)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let gathering = try transaction.gathering(id, agency: agency.id) else { return .nothing }
            if let refusal = doing.policy.mayClose(gathering, headcount: headcount, at: doing.now) {
                return .refused(refusal)
            }
            let meant = try transaction.meant(by: gathering, in: agency)
            guard present.isSubset(of: meant) else {
                return .refused(
                    Refusal("Choose from the list.", field: "present", clauses: doing.policy.attendanceClauses))
            }
            var all = Dictionary(
                try transaction.attendances(at: [id], agency: agency.id).map { ($0.account, $0) },
                uniquingKeysWith: { first, _ in first })
            for account in present {
                var own = all[account] ?? Attendance(gathering: id, account: account)
                own.outcome = .attended
                all[account] = own
                try transaction.set(own, agency: agency.id)
            }
            let serving = Set(
                try transaction.trainedMembers(of: agency, on: gathering.day).filter { $0.activeSince != nil }.map(
                    \.account))
            let required = gathering.plan.committee == nil ? serving : []
            for own in doing.policy.closed(gathering, members: required, Array(all.values)) {
                try transaction.set(own, agency: agency.id)
            }
            try transaction.setStatus(.held(headcount: headcount), of: id, agency: agency.id)
            return .done(.entry(.attendanceKept, on: id, under: doing.policy.attendanceClauses))
        }
    }

    /// Puts the list right after it was closed: somebody was there, or was not.
    package func correctList(
        of id: String, _ account: String, _ outcome: Attendance.Outcome, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        let need: Need = outcome == .excused ? .holding(.excuseAbsences) : .holding(.planTraining)
        return try await act(by: staff, need) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            let clauses = doing.policy.attendanceClauses
            guard let gathering = try transaction.gathering(id, agency: agency.id), !gathering.isCancelled else {
                return .nothing
            }
            guard account != doing.staff.account || outcome != .excused else {
                return .refused(Refusal("Nobody excuses themselves.", clauses: clauses))
            }
            let known = try transaction.attendance(of: account, at: id, agency: agency.id)
            guard try known != nil || transaction.meant(by: gathering, in: agency).contains(account) else {
                return .nothing
            }
            guard gathering.isHeld || outcome == .excused else {
                return .refused(Refusal("The list is not closed yet.", clauses: clauses))
            }
            var own = known ?? Attendance(gathering: id, account: account)
            own.outcome = outcome
            own.asksToBeExcused = false
            try transaction.set(own, agency: agency.id)
            return .done(
                .entry(outcome == .excused ? .absenceExcused : .attendanceKept, on: account, under: clauses))
        }
    }
}

extension Doing {
    var scheduleClauses: [ClauseID] { policy.training.schedule.basis.clauses }

    /// Tells each of an agency's own who has a place.
    func tellAttenders(
        of id: String, _ kind: NoticeKind, in agency: Agency, under clauses: [ClauseID]
    ) throws {
        for own in try transaction.attendances(at: [id], agency: agency.id) where own.hasPlace {
            try transaction.raise(
                NewNotice(kind: kind, to: .account(own.account), about: id, under: clauses), in: agency, at: now)
        }
    }

    fileprivate func mayPlan(_ plan: GatheringPlan) throws -> Refusal? {
        let further = try transaction.furtherCourses(agency: agency.id).filter(\.isOpen).map(\.id)
        let conference = try plan.passesOn.flatMap { try transaction.gathering($0, agency: agency.id) }
        let refusal = policy.mayPlan(
            plan, courses: Set(policy.training.courses.map(\.id) + further),
            conferences: Set([conference].compactMap { $0 }.filter { $0.plan.kind == .conference }.map(\.id)), at: now)
        if let refusal { return refusal }
        let members = Set(try transaction.trainedMembers(of: agency, on: staff.today).map(\.account))
        guard plan.holders.isSubset(of: members) else {
            return Refusal("Held by: choose members of the team.", field: "holders", clauses: scheduleClauses)
        }
        return nil
    }
}

extension Transaction {
    /// How many places are taken, by partner teams too where they come.
    func placesTaken(at id: String, agency: String) throws -> Int {
        try attendances(at: [id], agency: agency).count(where: \.hasPlace)
            + (placesTakenByPartners(at: [id], agency: agency)[id] ?? 0)
    }

    /// Whom a gathering is for: the team on that day, or whoever sits in the committee.
    func meant(by gathering: Gathering, in agency: Agency) throws -> Set<String> {
        guard !gathering.plan.kind.isForOthers else { return [] }
        guard let committee = gathering.plan.committee else {
            return Set(try trainedMembers(of: agency, on: gathering.day).map(\.account))
        }
        let roles = agency.policy.roles(of: .committee(committee))
        return Set(
            try holdings(of: roles, agency: agency.id, heldAfter: gathering.day)
                .filter { $0.holding.isHeld(on: gathering.day) }.map(\.account))
    }
}
