import HTML
import Operations
import Program

/// The record of training, and the courses that are named.
enum TrainingRecordActs {
    static let routes: [Route] = recording + certificates + courses

    private static let recording: [Route] = record.routes + recordSession.routes + remove.routes + qualify.routes
    private static let certificates: [Route] = handIn.routes(takingBodiesUpTo: 4_400_000) + decide.routes
    private static let courses: [Route] = name.routes + withdraw.routes

    static let record = Act(
        "recordCompletion", "Record that a member completed a course.", at: TrainingAddresses.completions,
        for: .holding(.keepTraining), taking: form, then: .created("The record."),
        see: { _, account in TrainingAddresses.member.link(account) }, refused: TrainingMemberPages.refused,
        perform: { visit, form, account in
            try await visit.programmes.recordCompletion(form, of: account.text, by: visit.staff)
        })

    static let recordSession = Act(
        "recordSessionCourse", "Record the course that a session gave, for everybody who was there.",
        at: TrainingAddresses.record, for: .holding(.keepTraining), taking: .nothing, then: .done("Recorded."),
        see: { _, id in TrainingAddresses.session.link(id) }, refused: GatheringPages.refused,
        perform: { visit, _, id in try await visit.programmes.recordCompletions(of: id.text, by: visit.staff) })

    static let remove = Act(
        "removeCompletion", "Take a record out that was wrong, with its certificate.",
        at: TrainingAddresses.completionEnd, for: .holding(.keepTraining), taking: .nothing, then: .done("Taken out."),
        see: { _, _ in TrainingAddresses.team.link() },
        refused: { visit, refused, _ in
            .page(try await TrainingTeamPage.team(visit, refused), again: refused)
        },
        perform: { visit, _, id in try await visit.programmes.removeCompletion(id.text, by: visit.staff) })

    static let qualify = Act(
        "confirmQualification", "Confirm what a member is qualified for: each condition by yes.",
        at: TrainingAddresses.qualifications, for: .staff(.looksAfterTraining),
        where: { !$0.qualifications.isEmpty },
        taking: Input(qualification, conditions) { (qualification: $0, conditions: Set($1)) },
        then: .done("Confirmed."),
        see: { _, account in TrainingAddresses.member.link(account) }, refused: TrainingMemberPages.refused,
        perform: { visit, confirmed, account in
            try await visit.programmes.confirmQualification(
                confirmed.qualification, of: account.text, conditions: confirmed.conditions, by: visit.staff)
        })

    static let handIn = Act(
        "handInCertificate",
        "Hand in a certificate. It is sealed to whoever keeps the record and to you, and counts once they confirm it.",
        at: TrainingAddresses.handIn, for: .signedIn,
        taking: Input(
            TrainingFields.course, title, doneOn, minutes, TrainingFields.credit, approved, TrainingFields.topics,
            expiresOn,
            file
        ) {
            (
                form: CompletionForm(
                    course: $0, title: $1 ?? "", doneOn: $2, minutes: $3, creditMinutes: $4, isApproved: $5,
                    topics: Set($6.map { TopicName($0) }), expiresOn: $7), certificate: $8
            )
        },
        then: .created("What waits to be confirmed."), see: { _ in TrainingAddresses.own.link() },
        refused: { visit, refused in try await TrainingPages.handIn(visit, refused) },
        perform: { visit, sent in
            try await visit.programmes.handIn(sent.form, certificate: sent.certificate, by: visit.staff)
        })

    static let decide = Act(
        "decideCertificate", "Stand behind a certificate, or not. One that is declined is destroyed.",
        at: TrainingAddresses.certificateDecision, for: .holding(.keepTraining), taking: Input(decision),
        then: .done("Decided."), see: { _, _ in TrainingAddresses.team.link() },
        refused: { visit, refused, _ in .page(try await TrainingTeamPage.team(visit, refused), again: refused) },
        perform: { visit, decision, id in
            try await visit.programmes.decideCertificate(
                id.text, isConfirmed: decision == .confirm, by: visit.staff)
        })

    static let name = Act(
        "nameCourse", "Name a course beyond those of the policy.", at: TrainingAddresses.courses,
        for: .holding(.nameCourses), where: \.hasFurtherCourses,
        taking: Input(courseTitle, minutes, TrainingFields.credit, approved, TrainingFields.topics) {
            (title: $0, minutes: $1, credit: $2, isApproved: $3, topics: Set($4.map { TopicName($0) }))
        },
        then: .created("The course."), see: { _ in TrainingAddresses.courses.link() },
        refused: { visit, refused in .page(try await TrainingPages.courses(visit, refused), again: refused) },
        perform: { visit, course in
            try await visit.programmes.nameCourse(
                title: course.title, minutes: course.minutes, creditMinutes: course.credit,
                isApproved: course.isApproved, topics: course.topics, by: visit.staff)
        })

    static let withdraw = Act(
        "withdrawCourse", "Nobody takes a course any more that was named.", at: TrainingAddresses.courseEnd,
        for: .holding(.nameCourses), where: \.hasFurtherCourses, taking: .nothing, then: .done("Withdrawn."),
        see: { _, _ in TrainingAddresses.courses.link() },
        refused: { visit, refused, _ in .page(try await TrainingPages.courses(visit, refused), again: refused) },
        perform: { visit, _, id in try await visit.programmes.withdrawCourse(id.text, by: visit.staff) })

    // MARK: What they take

    enum Decision: String, Sendable, CaseIterable {
        case confirm, decline
    }

    static let decision = Field<Decision>.choice("decision", "Your word") {
        $0 == .confirm ? "I confirm it" : "I decline it"
    }
    private static let title = Field<String?>.text(maybe: "title", "Title, of another course", longest: 120)
    private static let courseTitle = Field<String>.text("title", "Title", longest: 120)
    private static let doneOn = Field<Day>.day("doneOn", "Completed on")
    private static let minutes = Field<Int>.number("minutes", "How long it takes", 0...60_000, unit: "minutes")
    private static let approved = Field<Bool>.tick(
        "isApproved", "It bears the approval that is asked for", FieldWords(clauses: TrainingFields.record)
    ) { pack in
        pack.training.courses.contains { $0.approval == .postCertified }
            ? "Certified by POST, with the topics of the statute ticked below."
            : "Such as that the department approved it."
    }
    private static let expiresOn = Field<Day?>.day(maybe: "expiresOn", "Counts until")
    static let qualification = Field<String>.choice("qualification", "Qualified for") { pack in
        pack.qualifications.map { FieldOption($0.id, $0.label) }
    }
    static let conditions = Field<[String]>.choices("conditions", "What is so") { pack in
        pack.qualifications.flatMap(\.conditions).map { FieldOption($0.id, $0.label) }
    }.only(where: { pack in pack.qualifications.contains { !$0.conditions.isEmpty } }, otherwise: [])
    private static let file = Field<[UInt8]>.file(
        "certificate", "Certificate", TrainingFields.certificate,
        FieldWords(hint: "A PDF, a JPEG or a PNG."),
        chosenBy: { form, look in
            form.chosenFile(
                look.name, "Certificate", accepting: TrainingFields.certificate.types.map(\.rawValue),
                mostBytes: TrainingFields.certificate.mostBytes, hint: look.hint, origin: look.origin)
        })

    static let form: Input<CompletionForm> = Input(
        TrainingFields.course, title, doneOn, minutes, TrainingFields.credit, approved, TrainingFields.topics, expiresOn
    ) {
        CompletionForm(
            course: $0, title: $1 ?? "", doneOn: $2, minutes: $3, creditMinutes: $4, isApproved: $5,
            topics: Set($6.map { TopicName($0) }), expiresOn: $7)
    }
}

extension PolicyPack {
    /// Whether a role names courses beyond those of the policy.
    var hasFurtherCourses: Bool { training.furtherCourses != nil }
}
