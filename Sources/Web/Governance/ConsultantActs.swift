import HTML
import Operations
import Program

enum ConsultantAddresses {
    static let consultants = FixedAddress("consultants")
    static let licence = Address<PathID, PathID>("consultants/{consultant}/licences/{account}")
    static let scope = Address<PathID>("consultants/{consultant}/scope")
    static let confirmation = Address<PathID>("consultants/{consultant}/confirmation")
}

/// What is kept of the professionals beside the team: their licences, and what they do for it.
enum ConsultantActs {
    /// Whoever has to do with them: who plans, who keeps the accounts, and they themselves.
    static let audience = Need.anyOf([.planTeam, .manageAccounts, .adviseTeam])

    static let recordLicence = Act(
        "recordLicence", "Record by what licence a professional beside the team practises, in place of an earlier one.",
        at: ConsultantAddresses.licence, .put, for: .holding(.manageAccounts), where: \.hasConsultants,
        taking: Input(licence, jurisdiction, expiresOn) { (licence: $0, jurisdiction: $1, expiresOn: $2) },
        then: .done("Recorded."), see: { _, _, _ in ConsultantAddresses.consultants.link() },
        refused: { visit, refused, consultant, account in
            .page(
                try await ConsultantPages.list(visit, refused: (consultant.text + account.text, refused)),
                again: refused)
        },
        perform: { visit, sent, consultant, account in
            try await visit.programmes.recordLicence(
                ConsultantLicence(
                    consultant: consultant.text, account: account.text, licence: sent.licence,
                    jurisdiction: sent.jurisdiction, expiresOn: sent.expiresOn), by: visit.staff)
        })

    static let writeScope = Act(
        "writeScope",
        "Write role and scope of a professional for the agency. It holds once the professional has confirmed it.",
        at: ConsultantAddresses.scope, .put, for: .holding(.planTeam), where: \.hasConsultants, taking: Input(words),
        then: .done("Written; the professional's word is open."),
        see: { _, _ in ConsultantAddresses.consultants.link() },
        refused: { visit, refused, consultant in
            .page(try await ConsultantPages.list(visit, refused: (consultant.text, refused)), again: refused)
        },
        perform: { visit, words, consultant in
            try await visit.programmes.writeScope(words, of: consultant.text, by: visit.staff)
        })

    static let confirmScope = Act(
        "confirmScope", "Confirm, as the professional, the role and scope that the agency has written.",
        at: ConsultantAddresses.confirmation, for: .holding(.adviseTeam), where: \.hasConsultants,
        taking: Input(version), then: .done("Confirmed."), see: { _, _ in ConsultantAddresses.consultants.link() },
        refused: { visit, refused, consultant in
            .page(try await ConsultantPages.list(visit, refused: (consultant.text, refused)), again: refused)
        },
        perform: { visit, version, consultant in
            try await visit.programmes.confirmScope(version, of: consultant.text, by: visit.staff)
        })

    private static let licence = Field<String>.text(
        "licence", "Licence, with its number", longest: ConsultantLicence.longest)
    private static let jurisdiction = Field<String>.text(
        "jurisdiction", "Where it holds", longest: ConsultantLicence.longest)
    private static let expiresOn = Field<Day>.day("expiresOn", "Last day on which it holds")
    private static let words = Field<String>.words(
        "words", "Role and scope, as both determined it", longest: ConsultantScope.longest)
    static let version = Field<Int>.hiddenNumber(
        "version", 1...1_000_000, missing: "Which text is confirmed did not come along. Please read it again.")

    static let scope = Shape<ConsultantScope>(
        .count("version", \.version), .words("words", \.words), .day("writtenOn", \.writtenOn),
        .day(maybe: "confirmedOn", \.confirmedOn))

    static let standing = Shape<ConsultantOnPage>(
        .id("id", \.standing.rule.id), .words("role", \.title), .flag("licensed", \.standing.rule.licensed),
        .list(
            "holders",
            of: Shape<ConsultantStanding.Holder>(
                .id("account", \.account), .words("name", \.name), .words(maybe: "licence") { $0.licence?.licence },
                .words(maybe: "jurisdiction") { $0.licence?.jurisdiction },
                .day(maybe: "expiresOn") { $0.licence?.expiresOn }), \.standing.holders),
        .part(maybe: "scope", scope, \.standing.scope), .part(maybe: "waiting", scope, \.standing.waiting),
        .texts("gaps", about: "What is missing, in words.", \.gaps))
}

/// A professional beside the team, in the pack's words.
struct ConsultantOnPage: Sendable {
    let standing: ConsultantStanding
    let title: String
    let gaps: [String]
}

extension Routes {
    static let consultants: [Route] =
        ConsultantActs.recordLicence.routes + ConsultantActs.writeScope.routes + ConsultantActs.confirmScope.routes
        + consultantReadings

    private static let consultantReadings: [Route] = [
        .staff(
            .get, ConsultantAddresses.consultants, for: .staff(ConsultantActs.audience), where: \.hasConsultants
        ) { visit in .page(try await ConsultantPages.list(visit)) },
        .read(
            "listConsultants", "The professionals beside the team: who, by what licence, with which scope.",
            at: ConsultantAddresses.consultants, for: .staff(ConsultantActs.audience), where: \.hasConsultants,
            "In the policy's order.", .list("consultants", of: ConsultantActs.standing)
        ) { visit in try await ConsultantPages.standings(visit) },
    ]
}

extension PolicyPack {
    var hasConsultants: Bool { !governance.consultants.isEmpty }
}
