import HTML
import Operations
import Program

/// What an applicant does: apply, declare, withdraw.
enum ApplyingActs {
    static let apply = Act(
        "apply", "Apply to become a supporter, with the papers that the policy asks for.", at: SelectionAddresses.own,
        for: .signedIn,
        taking: Input(
            SelectionFields.paper(.letterOfInterest), SelectionFields.paper(.specialAssignmentApplication),
            SelectionFields.paper(.memorandum), SelectionFields.paper(.membershipRequest), SelectionFields.preferred
        ) { letter, special, memorandum, request, preferred in
            WrittenApplication(
                papers: [
                    .letterOfInterest: letter, .specialAssignmentApplication: special, .memorandum: memorandum,
                    .membershipRequest: request,
                ], isPreferred: preferred)
        },
        then: .created("Handed in."),
        see: { _ in SelectionAddresses.own.link(after: ApplicationChange.applied) },
        refused: OwnApplicationPages.again,
        perform: { visit, written in try await visit.programmes.apply(written, by: visit.staff) })

    static let declare = Act(
        "declare", "Declare what an applicant has to be willing to do; each of them is needed.",
        at: SelectionAddresses.declarations, for: .signedIn, where: { $0.selection.has(.declarations) },
        taking: Input(SelectionFields.declarations), then: .done("Declared."),
        see: { _, _, _ in SelectionAddresses.own.link(after: ApplicationChange.declared) },
        refused: { visit, refused, application, _ in
            guard try await visit.programmes.isApplication(application.text, for: visit.staff) else { return nil }
            return try await OwnApplicationPages.again(visit, refused)
        },
        perform: { visit, items, application, step in
            try await visit.programmes.take(
                .declare(Set(items)), in: step.text, of: application.text, by: visit.staff)
        })

    static let nominate = Act(
        "nominate",
        "Name a colleague as a supporter. They are asked first; by whom is kept nowhere, and whoever names learns no more.",
        at: SelectionAddresses.nominations, for: .signedIn, where: { $0.selection.nomination != nil },
        taking: Input(
            SelectionFields.employeeNumber("Their employee number")),
        then: .done("If they can be asked, they are."),
        see: { _ in SelectionAddresses.own.link(after: ApplicationChange.named) },
        refused: OwnApplicationPages.again,
        perform: { visit, number in try await visit.programmes.nominate(number, by: visit.staff) })

    static let answerNomination = Act(
        "answerNomination",
        "Say yes or no to having been named by a colleague. Nothing of it is kept; with a yes one may apply.",
        at: SelectionAddresses.nominated, for: .signedIn, where: { $0.selection.nomination != nil },
        taking: Input(SelectionFields.answer.byButtons), then: .done("Answered."),
        see: { _ in SelectionAddresses.own.link(after: ApplicationChange.done) },
        refused: OwnApplicationPages.again,
        perform: { visit, _ in try await visit.programmes.answerNomination(by: visit.staff) })

    static let withdraw = Act(
        "withdrawApplication",
        "Withdraw one's own application. Its papers and whatever was done of its steps are gone.",
        at: SelectionAddresses.withdrawal, for: .signedIn, taking: .nothing, then: .done("Withdrawn."),
        see: { _ in SelectionAddresses.own.link(after: ApplicationChange.withdrawn) },
        refused: OwnApplicationPages.again,
        perform: { visit, _ in try await visit.programmes.withdrawApplication(by: visit.staff) })
}

/// What an applicant has just done.
enum ApplicationChange: String, Sendable {
    case applied, declared, withdrawn, done, posted, closed, asked, named
}
