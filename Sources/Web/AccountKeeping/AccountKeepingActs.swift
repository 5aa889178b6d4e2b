import HTML
import HTTPTypes
import Operations
import Program
import Sealing

/// What may be done to the accounts: each act once, for its form and for programs.
enum AccountKeepingActs {
    static let routes: [Route] =
        create.routes + renewEnrolment.routes + startOver.routes + giveRole.routes + endRole.routes + endSessions.routes

    static let create = Act(
        "createAccount", "Make an account that waits for its owner.", at: AccountKeepingAddresses.accounts,
        for: .holding(.manageAccounts),
        taking: Input(
            person,
            .text(
                "login", "Login", longest: 60, kind: .code,
                FieldWords(hint: "Small letters, digits, points and hyphens. It cannot change.")),
            .text("name", "Name", longest: 120, FieldWords(hint: "As colleagues know this person."))
        ) { NewAccount(login: $1, name: $2, employeeNumber: $0) },
        then: .told(
            "The account, and the code to give to its owner in person.", status: .created,
            at: AccountKeepingAddresses.account, created,
            id: { $0.id }),
        see: { done in AccountKeepingAddresses.code.link(PathID(done.id ?? "")) }, handing: { $0.enrolmentCode.text },
        refused: AccountKeepingPages.new,
        perform: { visit, new in try await visit.programmes.createAccount(new, by: visit.staff) })

    static let person = Field<String?>.found(
        maybe: "employeeNumber", "Person in the directory", searchedOn: AccountKeepingAddresses.new,
        as: .string(maxLength: PersonnelColumn.employeeNumber.maximumLength),
        nobody: "None of them: a professional from outside",
        FieldWords(
            hint: "Part of the name, or the employee number. Leave it empty for a professional from outside.",
            about: "Of the person in the directory; left out for an outside professional."))

    static let renewEnrolment = Act(
        "renewEnrolmentCode", "Make a new enrolment code for an owner who has not come yet.",
        at: AccountKeepingAddresses.code, for: .holding(.manageAccounts), taking: .nothing,
        then: .told(
            "The code to give to the owner in person; the one before opens nothing any more.", status: .created, code),
        see: { _, account in AccountKeepingAddresses.code.link(account) }, handing: { $0.text },
        refused: AccountPage.refused,
        perform: { visit, _, account in try await visit.programmes.renewEnrolment(of: account.text, by: visit.staff) })

    static let startOver = Act(
        "startAccountOver",
        """
        Start an account over whose owner lost whatever opens it. Passphrase, recovery code, second factor and every session \
        end; entries of stat sheets not yet submitted are lost. Refused for your own account, and for one with a role that \
        you neither hold nor give.
        """,
        at: AccountKeepingAddresses.startOver, for: .holding(.manageAccounts), taking: .nothing,
        then: .told("The code to give to the owner in person.", status: .created, code),
        see: { _, account in AccountKeepingAddresses.code.link(account) }, handing: { $0.text },
        refused: AccountPage.refused,
        perform: { visit, _, account in try await visit.programmes.startOver(account.text, by: visit.staff) })

    static let giveRole = Act(
        "giveRole", "Give the account a role. An office that checks others waits for a second person's yes.",
        at: AccountKeepingAddresses.roles, for: .staff(.appoints),
        taking: Input(
            .choice("role", "Role", of: roles),
            .text(
                maybe: "area", "Area", longest: 120,
                FieldWords(about: "What part of the agency they look after, for a role that has areas.")),
            .day("startsOn", "Starts on"),
            .day(
                maybe: "until", "Until",
                FieldWords(
                    hint: "The first day without the role. Leave it empty for no end.",
                    about: "The first day on which it is no longer held."))
        ) { Holding(role: RoleID($0), area: $1, startsOn: $2, until: $3) },
        then: .told("Given, or waits for a second yes.", status: .created, changed, id: \.id),
        see: { done, account in
            AccountKeepingAddresses.account.link(account, after: KeeperChange(done, otherwise: .roleGiven))
        },
        refused: AccountPage.refused,
        perform: { visit, holding, account in
            try await visit.programmes.appoint(Appointment(account: account.text, holding: holding), by: visit.staff)
        })

    static let endRole = Act(
        "endRole",
        """
        End a role as of today. Every session of the account ends with it. An office that checks others waits for a second \
        person's yes.
        """,
        at: AccountKeepingAddresses.endOfRole, .delete, interface: AccountKeepingAddresses.role,
        for: .staff(.appoints), taking: .nothing,
        then: .told("Ended, or waits for a second yes.", changed, id: \.id),
        see: { done, account, _ in
            AccountKeepingAddresses.account.link(account, after: KeeperChange(done, otherwise: .roleEnded))
        },
        refused: { visit, refused, account, _ in try await AccountPage.refused(visit, refused, account) },
        perform: { visit, _, account, holding in
            try await visit.programmes.endRole(holding.text, of: account.text, by: visit.staff)
        })

    static let endSessions = Act(
        "endSessions", "End every session of the account.", at: AccountKeepingAddresses.endOfSessions, .delete,
        interface: AccountKeepingAddresses.sessions, for: .holding(.manageAccounts), taking: .nothing,
        then: .done("Ended."),
        see: { _, account in AccountKeepingAddresses.account.link(account, after: KeeperChange.sessionsEnded) },
        refused: AccountPage.refused,
        perform: { visit, _, account in try await visit.programmes.endSessions(of: account.text, by: visit.staff) })

    @Sendable
    private static func roles(_ pack: PolicyPack) -> [FieldOption] {
        pack.roles.map { FieldOption($0.id.text, $0.title) }
    }

    private static let changed = Shape<RoleChanged>(
        .id("id", about: "Of the role that is held, or of what waits.", \.id),
        .flag("waits", about: "Whether a second person has to say yes first.", \.waits))

    private static let created = Shape<CreatedAccount>(
        .id("id", \.id), .words("enrolmentCode", \.enrolmentCode.text))

    private static let code = Shape<RecoveryCode>(.words("enrolmentCode", \.text))
}
