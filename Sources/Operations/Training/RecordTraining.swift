import Program
import Sealing
import Store

/// A completed course as it is typed.
package struct CompletionForm: Sendable, Equatable {
    /// The course of the pack or of the agency; nothing for another.
    package let course: String?
    /// What another is called.
    package let title: String
    package let doneOn: Day
    package let minutes: Int
    package let creditMinutes: Int
    package let isApproved: Bool
    package let topics: Set<TopicName>
    package let expiresOn: Day?

    package init(
        course: String?, title: String, doneOn: Day, minutes: Int, creditMinutes: Int, isApproved: Bool,
        topics: Set<TopicName>, expiresOn: Day?
    ) {
        self.course = course
        self.title = title
        self.doneOn = doneOn
        self.minutes = minutes
        self.creditMinutes = creditMinutes
        self.isApproved = isApproved
        self.topics = topics
        self.expiresOn = expiresOn
    }
}

// The record of training, kept by the role that the pack names (SAC-VII-3, KSO-A.3).
extension Programmes {
    /// Records that a member completed a course; gives the record's id.
    package func recordCompletion(
        _ form: CompletionForm, of account: String, by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        try await act(by: staff, .holding(.keepTraining)) { doing in
            guard try doing.transaction.isTrained(account, in: doing.agency, on: doing.staff.today) else {
                return .nothing
            }
            switch try doing.completion(form, of: account, isConfirmed: true, paper: nil) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let completion):
                try doing.transaction.insert(completion, agency: doing.agency.id)
                return .done(
                    completion.id, .entry(.courseRecorded, on: account, under: doing.recordClauses))
            }
        }
    }

    /// Records the course that a session gave for everybody who was there.
    package func recordCompletions(of id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepTraining)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let gathering = try transaction.gathering(id, agency: agency.id), let course = gathering.plan.course
            else { return .nothing }
            guard gathering.isHeld else {
                return .refused(Refusal("The list of who was there comes first.", clauses: doing.recordClauses))
            }
            let recorded = try transaction.accountsCompleted(at: id, agency: agency.id)
            let present = try transaction.attendances(at: [id], agency: agency.id).filter {
                $0.outcome == .attended && !recorded.contains($0.account)
            }
            guard !present.isEmpty else {
                return .refused(Refusal("It is recorded for everybody who was there.", clauses: doing.recordClauses))
            }
            let rule = doing.policy.training.courses.first { $0.id == course }
            for own in present {
                try transaction.insert(
                    CourseCompletion(
                        id: RandomId().text, account: own.account, course: course,
                        title: rule?.title ?? gathering.plan.title, doneOn: gathering.day, minutes: gathering.minutes,
                        creditMinutes: gathering.plan.creditMinutes ?? 0, isApproved: true,
                        topics: gathering.plan.topics, gathering: id), agency: agency.id)
            }
            return .done(.entry(.courseRecorded, on: id, under: doing.recordClauses))
        }
    }

    /// Takes a record out that was wrong, with its certificate.
    package func removeCompletion(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepTraining)) { doing in
            guard let completion = try doing.transaction.completion(id, agency: doing.agency.id) else {
                return .nothing
            }
            try doing.transaction.deleteCompletion(id, agency: doing.agency.id)
            if let paper = completion.paper { try doing.transaction.deletePaper(paper, agency: doing.agency.id) }
            return .done(.entry(.courseRemoved, on: completion.account, under: doing.recordClauses))
        }
    }

    /// A member hands in a certificate: it is sealed to whoever keeps the record and to them, and waits for the keeper's word.
    ///
    /// - Parameter certificate: a PDF, a JPEG or a PNG.
    package func handIn(
        _ form: CompletionForm, certificate: [UInt8], by staff: Staff
    ) async throws -> Result<String, Refusal>? {
        if let refusal = try await virusScan.refusal(of: certificate, field: "certificate") { return .failure(refusal) }
        return try await act(by: staff, .signedIn) { [keys] doing in
            let account = doing.staff.account
            guard try doing.transaction.isTrained(account, in: doing.agency, on: doing.staff.today) else {
                return .refused(Refusal("Members of the team hand in certificates.", clauses: doing.recordClauses))
            }
            let paper: RandomId
            switch try doing.seal(
                certificate, as: .certificate, to: [doing.policy.training.keeper], and: [account],
                field: "certificate", under: doing.recordClauses, with: keys.vouching)
            {
            case .failure(let refusal): return .refused(refusal)
            case .success(let sealed): paper = sealed
            }
            switch try doing.completion(form, of: account, isConfirmed: false, paper: paper.text) {
            case .failure(let refusal):
                try doing.transaction.deletePaper(paper.text, agency: doing.agency.id)
                return .refused(refusal)
            case .success(let completion):
                try doing.transaction.insert(completion, agency: doing.agency.id)
                return .done(completion.id, .entry(.certificateHandedIn, on: account, under: doing.recordClauses))
            }
        }
    }

    /// Whoever keeps the record stands behind a certificate, or not. One that is declined is destroyed.
    package func decideCertificate(
        _ id: String, isConfirmed: Bool, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.keepTraining)) { doing in
            let (transaction, agency) = (doing.transaction, doing.agency)
            guard let completion = try transaction.completion(id, agency: agency.id), !completion.isConfirmed else {
                return .nothing
            }
            guard completion.account != doing.staff.account else {
                return .refused(Refusal("Nobody confirms their own.", clauses: doing.recordClauses))
            }
            if isConfirmed {
                guard try transaction.confirm(completion, agency: agency.id) else { return .nothing }
            } else {
                try transaction.deleteCompletion(id, agency: agency.id)
                if let paper = completion.paper { try transaction.deletePaper(paper, agency: agency.id) }
            }
            return .done(
                .entry(
                    isConfirmed ? .certificateConfirmed : .certificateDeclined, on: completion.account,
                    under: doing.recordClauses))
        }
    }

    /// The certificate, for its member and for whoever keeps the record; nothing for anybody else.
    package func certificate(of id: String, for staff: Staff) async throws -> [UInt8]? {
        try await database.read { transaction in
            guard let paper = try transaction.completion(id, agency: staff.agency.id)?.paper else { return nil }
            return try transaction.open(paper: paper, as: .certificate, by: staff)
        }
    }

    /// Names a course beyond those of the policy (OCP-II.I.2, SAC-VII-2); gives its id.
    package func nameCourse(
        title: String, minutes: Int, creditMinutes: Int, isApproved: Bool, topics: Set<TopicName>, by staff: Staff
    ) async throws -> Result<String, Refusal> {
        try await act(by: staff, .holding(.nameCourses)) { doing in
            let course = FurtherCourse(
                id: RandomId().text, title: title, minutes: minutes, creditMinutes: creditMinutes,
                isApproved: isApproved, topics: topics, namedOn: doing.staff.today)
            let others = try doing.transaction.furtherCourses(agency: doing.agency.id)
            if let refusal = doing.policy.mayName(course, beside: others) { return .refused(refusal) }
            try doing.transaction.insert(course, agency: doing.agency.id)
            return .done(course.id, .entry(.courseNamed, on: course.id, under: doing.courseClauses))
        }.whileAllowed()
    }

    /// Nobody takes the course any more; who completed it keeps that.
    package func withdrawCourse(_ id: String, by staff: Staff) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .holding(.nameCourses)) { doing in
            guard try doing.transaction.withdrawCourse(id, agency: doing.agency.id, on: doing.staff.today) else {
                return .nothing
            }
            return .done(.entry(.courseWithdrawn, on: id, under: doing.courseClauses))
        }
    }

    /// Confirms that a member is qualified so: each condition by yes, and nothing of what lies behind it.
    package func confirmQualification(
        _ qualification: String, of account: String, conditions: Set<String>, by staff: Staff
    ) async throws -> Result<Void, Refusal>? {
        try await act(by: staff, .anyOf([.confirmQualifications, .keepTraining])) { doing in
            let rules = doing.policy.qualificationsConfirmed(by: doing.staff.rolesToday)
            guard let rule = rules.first(where: { $0.id == qualification }),
                try doing.transaction.isTrained(account, in: doing.agency, on: doing.staff.today)
            else { return .nothing }
            guard account != doing.staff.account else {
                return .refused(Refusal("Nobody confirms their own.", basis: rule.basis))
            }
            switch rule.confirmed(conditions, for: account, on: doing.staff.today) {
            case .failure(let refusal): return .refused(refusal)
            case .success(let confirmed):
                try doing.transaction.set(confirmed, agency: doing.agency.id)
                return .done(.entry(.qualificationConfirmed, on: account, under: rule.basis.clauses))
            }
        }
    }
}

extension Doing {
    var recordClauses: [ClauseID] { policy.training.record?.basis.clauses ?? policy.training.schedule.basis.clauses }
    fileprivate var courseClauses: [ClauseID] { policy.training.furtherCourses?.basis.clauses ?? [] }

    fileprivate func completion(
        _ form: CompletionForm, of account: String, isConfirmed: Bool, paper: String?
    ) throws -> Result<CourseCompletion, Refusal> {
        func no(_ field: String, _ words: String) -> Result<CourseCompletion, Refusal> {
            .failure(Refusal(words, field: field, clauses: recordClauses))
        }
        let further = try transaction.furtherCourses(agency: agency.id)
        let rule = form.course.flatMap { course in policy.training.courses.first { $0.id == course } }
        let named = form.course.flatMap { course in further.first { $0.id == course } }
        if form.course != nil, rule == nil, named == nil { return no("course", "Course: choose from the list.") }
        let title = rule?.title ?? named?.title ?? form.title
        if title.isEmpty { return no("title", "Title: say what it is.") }
        if form.doneOn > staff.today { return no("doneOn", "Completed on: today or before.") }
        if let end = form.expiresOn, end < form.doneOn {
            return no("expiresOn", "Counts until: after it was completed.")
        }
        if form.creditMinutes > form.minutes {
            return no("creditMinutes", "Creditable time: no more than it took.")
        }
        if form.creditMinutes > 0, policy.training.record?.credit == nil {
            return no("creditMinutes", "Nothing here counts towards a credit.")
        }
        guard form.topics.isSubset(of: policy.training.topicNames) else {
            return no("topics", "Topics: choose from the list.")
        }
        return .success(
            CourseCompletion(
                id: RandomId().text, account: account, course: form.course, title: title, doneOn: form.doneOn,
                minutes: form.minutes, creditMinutes: form.creditMinutes,
                isApproved: form.isApproved || named?.isApproved == true,
                topics: form.topics.union(named?.topics ?? []), expiresOn: form.expiresOn, paper: paper,
                isConfirmed: isConfirmed))
    }
}

extension Transaction {
    /// Whether training is counted for the account: a member of the team, whether or not they serve just now.
    func isTrained(_ account: String, in agency: Agency, on today: Day) throws -> Bool {
        try membership(of: account, agency: agency, on: today) != nil
    }
}
