import HTML
import Operations
import Program

/// What is done in the steps of an application, each act once. Who may do it is for the step to say: the page is there for whoever a step
/// names, and everybody else finds nothing.
enum ApplicationActs {
    static let forward = Act(
        "forwardApplication", "Pass an application on: as the office it goes through, or in the chain of command.",
        at: SelectionAddresses.forwarding, for: .signedIn,
        where: { $0.selection.has(.forwarding) || $0.hasApplicationsThrough }, taking: .nothing,
        then: .done("Passed on."),
        see: { _, _, _ in list }, refused: ApplicationPages.again,
        perform: { visit, _, application, step in
            try await visit.programmes.take(.forward, in: step.text, of: application.text, by: visit.staff)
        })

    static let noteForwarding = Act(
        "noteForwarding", "Note that the next of the chain of command, who has no account, passed an application on.",
        at: SelectionAddresses.notedForwarding, for: .holding(.takePartInSelection),
        where: { $0.selection.has(.forwarding) }, taking: Input(SelectionFields.on), then: .done("Noted."),
        see: { _, _, _ in list }, refused: ApplicationPages.again,
        perform: { visit, day, application, step in
            try await visit.programmes.take(
                .noteForwarding(on: day), in: step.text, of: application.text, by: visit.staff)
        })

    static let attest = Act(
        "attestStanding", "As an applicant's immediate supervisor, say whether none of what the policy names is so.",
        at: SelectionAddresses.attestation, for: .signedIn, where: { $0.selection.has(.supervisorLetter) },
        taking: Input(SelectionFields.noneIsSo.byButtons), then: .done("Given."), see: { _, _, _ in list },
        refused: ApplicationPages.again,
        perform: { visit, answer, application, step in
            try await visit.programmes.take(
                .attest(noneIsSo: answer.isYes), in: step.text, of: application.text, by: visit.staff)
        })

    static let noteLetter = Act(
        "noteSupervisorLetter",
        "Note the letter that an applicant's immediate supervisor, who has no account, gave on paper.",
        at: SelectionAddresses.notedLetter, for: .holding(.takePartInSelection),
        where: { $0.selection.has(.supervisorLetter) },
        taking: Input(SelectionFields.noneIsSo, SelectionFields.on) { ($0, $1) }, then: .done("Noted."),
        see: { _, _, _ in list }, refused: ApplicationPages.again,
        perform: { visit, letter, application, step in
            try await visit.programmes.take(
                .noteLetter(noneIsSo: letter.0.isYes, on: letter.1), in: step.text, of: application.text,
                by: visit.staff)
        })

    static let noteApproval = Act(
        "noteApproval", "Record whether somebody agrees whose agreement the policy asks for.",
        at: SelectionAddresses.approvals, for: .holding(.takePartInSelection), where: { $0.selection.has(.approvals) },
        taking: Input(
            Field<Approver>.choice("from", "Who was asked", layout: .chips) { $0.title },
            .text("name", "By name", longest: 120, kind: .personName), SelectionFields.on, SelectionFields.agrees
        ) { SelectionDeed.noteApproval(of: $0, name: $1, on: $2, agrees: $3.isYes) },
        then: .done("Recorded."), see: { _, _, _ in list }, refused: ApplicationPages.again,
        perform: { visit, deed, application, step in
            try await visit.programmes.take(deed, in: step.text, of: application.text, by: visit.staff)
        })

    static let answer = Act(
        "answerStep", "Answer yes or no in a step that asks one's office. No detail is kept.",
        at: SelectionAddresses.answer, for: .signedIn,
        where: { $0.selection.steps.contains { $0.act.kind.isAnswered } },
        taking: Input(SelectionFields.answer.byButtons), then: .done("Answered."), see: { _, _, _ in list },
        refused: ApplicationPages.again,
        perform: { visit, answer, application, step in
            try await visit.programmes.take(
                .answer(answer.isYes), in: step.text, of: application.text, by: visit.staff)
        })

    static let inquire = Act(
        "recordInquiries", "Record how many colleagues were asked, and whether the applicant is suitable.",
        at: SelectionAddresses.inquiries, for: .holding(.takePartInSelection), where: { $0.selection.has(.inquiries) },
        taking: Input(.number("asked", "How many were asked", 1...99), SelectionFields.suitable) {
            SelectionDeed.inquire(asked: $0, suitable: $1.isYes)
        },
        then: .done("Recorded."), see: { _, _, _ in list }, refused: ApplicationPages.again,
        perform: { visit, deed, application, step in
            try await visit.programmes.take(deed, in: step.text, of: application.text, by: visit.staff)
        })

    static let openBallot = Act(
        "openSelectionBallot", "Put an applicant to the vote of the committee.", at: SelectionAddresses.ballot,
        for: .holding(.takePartInSelection), where: { $0.selection.has(.ballot) },
        taking: Input(
            .day(
                maybe: "closesOn", "Votes until",
                FieldWords(
                    hint: "The first day without votes. Left empty, it ends once all have voted or it is closed."))),
        then: .created("Opened."), see: { _, _, _ in list }, refused: ApplicationPages.again,
        perform: { visit, day, application, step in
            try await visit.programmes.openSelectionBallot(
                closesOn: day, in: step.text, of: application.text, by: visit.staff)
        })

    static let hear = Act(
        "recordHearing", "Say that one's office was heard on an applicant.", at: SelectionAddresses.hearing,
        for: .holding(.takePartInSelection), where: { $0.selection.has(.consultation) }, taking: .nothing,
        then: .done("Recorded."), see: { _, _, _ in list }, refused: ApplicationPages.again,
        perform: { visit, _, application, step in
            try await visit.programmes.take(.hear, in: step.text, of: application.text, by: visit.staff)
        })

    static let nameDesignee = Act(
        "nameDesigneeForStep",
        "Let somebody else answer in the place of one's office this once, where the policy says so.",
        at: SelectionAddresses.designee, for: .holding(.takePartInSelection), where: \.selection.hasDesignees,
        taking: Input(.text("login", "The name they sign in with", longest: 200, kind: .search)),
        then: .done("Named."), see: { _, _, _ in list }, refused: ApplicationPages.again,
        perform: { visit, login, application, step in
            try await visit.programmes.nameDesignee(login, in: step.text, of: application.text, by: visit.staff)
        })

    static let passOver = Act(
        "passOverStep", "Pass a step over that the policy only recommends. Everybody sees that it was.",
        at: SelectionAddresses.passingOver, for: .holding(.takePartInSelection),
        taking: .nothing, then: .done("Passed over."), see: { _, _, _ in list }, refused: ApplicationPages.again,
        perform: { visit, _, application, step in
            try await visit.programmes.take(.passOver, in: step.text, of: application.text, by: visit.staff)
        })

    static let list = SelectionAddresses.applications.link(after: ApplicationChange.done)
}
