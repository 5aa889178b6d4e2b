import HTML
import Operations
import Program

/// The directory of further help, kept by those whom the policy has identify it.
enum ReferralActs {
    static let routes: [Route] = keeping + importing

    private static let keeping: [Route] = add.routes + change.routes + check.routes + remove.routes
    private static let importing: [Route] = takeOver.routes(takingBodiesUpTo: 2 * ReferralFileReader.mostBytes)

    static let add = Act(
        "addReferral", "Take a provider into the directory of further help.", at: ReferralAddresses.entries,
        for: .holding(.keepReferrals), taking: ReferralFields.input, then: .created("The entry."),
        see: { _ in ReferralAddresses.keeping.link() }, refused: ReferralFormPages.new,
        perform: { visit, sent in
            try await visit.programmes.addReferral(
                sent.provider, verifiedOn: sent.verifiedOn, checkBy: sent.checkBy, by: visit.staff)
        })

    static let change = Act(
        "changeReferral", "Say something else of a provider of the directory.", at: ReferralAddresses.entry, .put,
        for: .holding(.keepReferrals), taking: ReferralFields.input, then: .done("Changed."),
        see: { _, _ in ReferralAddresses.keeping.link() }, refused: ReferralFormPages.change,
        perform: { visit, sent, id in
            try await visit.programmes.changeReferral(
                id.text, sent.provider, verifiedOn: sent.verifiedOn, checkBy: sent.checkBy, by: visit.staff)
        })

    static let check = Act(
        "checkReferral", "Say that all of an entry was looked at today and is right.", at: ReferralAddresses.check,
        for: .holding(.keepReferrals), taking: Input(ReferralFields.checkBy), then: .done("Looked at."),
        see: { _, _ in ReferralAddresses.keeping.link() },
        refused: { visit, refused, _ in try await ReferralKeepingPages.again(visit, refused) },
        perform: { visit, checkBy, id in
            try await visit.programmes.checkReferral(id.text, next: checkBy, by: visit.staff)
        })

    static let remove = Act(
        "removeReferral", "Take a provider out of the directory.", at: ReferralAddresses.removal, .delete,
        interface: ReferralAddresses.entry, for: .holding(.keepReferrals), taking: .nothing, then: .done("Taken out."),
        mayRefuse: false, see: { _, _ in ReferralAddresses.keeping.link() },
        refused: { visit, refused, _ in try await ReferralKeepingPages.again(visit, refused) },
        perform: { visit, _, id in try await visit.programmes.removeReferral(id.text, by: visit.staff) })

    static let takeOver = Act(
        "importReferrals",
        "Take a table over into the directory, whole or not at all. Without the number of entries that it changes it is only looked at.",
        at: ReferralAddresses.importing, for: .holding(.keepReferrals),
        taking: Input(table, changes) { (table: $0, changes: $1) },
        then: .told("What was done.", Shape<Int>(.count("changes", about: "Entries added or changed.") { $0 })),
        see: { _ in ReferralAddresses.keeping.link() }, refused: ReferralImportPage.again,
        perform: { visit, sent in
            try await visit.programmes.importReferrals(sent.table, changing: sent.changes, by: visit.staff)
        })

    private static let table = Field<[UInt8]>.table(
        "table", "The table", mostBytes: ReferralFileReader.mostBytes,
        FieldWords(
            hint: "Choose a file, or copy the whole table from your spreadsheet and paste it here.",
            about: "The whole table as text, with its header."))

    /// On a page it stands beside what the table would do, unseen.
    private static let changes: Field<Int?> = {
        var field = Field<Int?>(
            name: ReferralTable.changesField,
            property: { _ in
                Schema.Property(
                    ReferralTable.changesField, .integer(0...ReferralEntry.most), required: false,
                    about: "How many entries it adds or changes, as was told when it was looked at.")
            },
            control: { _, _, filled in
                filled.first[ReferralTable.changesField].map { hidden(ReferralTable.changesField, $0) } ?? .empty
            },
            read: { answers, _ throws(Refusal) in
                guard let text = answers[ReferralTable.changesField] else { return nil }
                guard let number = Int(text), (0...ReferralEntry.most).contains(number) else {
                    throw Refusal("How many entries change: write a number.", field: ReferralTable.changesField)
                }
                return number
            })
        field.isTyped = false
        return field
    }()
}
