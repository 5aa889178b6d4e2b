/// A column of the directory as a table (RFC 4180).
package enum ReferralColumn: String, Sendable, CaseIterable {
    case category, name
    case goodFor = "good_for"
    case licenceKind = "licence_kind"
    case licenceNumber = "licence_number"
    case licenceJurisdiction = "licence_jurisdiction"
    case licenceUntil = "licence_until"
    case identifiedBy = "identified_by"
    case verifiedOn = "verified_on"
    case checkBy = "check_by"
    case languages, cost, hours, phone, web, place
    case forFamilies = "for_families"
    case confidential

    /// Of which field a refusal speaks that is about this column.
    var field: String {
        switch self {
        case .category: "category"
        case .name: "name"
        case .goodFor: "goodFor"
        case .licenceKind: "licenceKind"
        case .licenceNumber: "licenceNumber"
        case .licenceJurisdiction: "licenceJurisdiction"
        case .licenceUntil: "licenceUntil"
        case .identifiedBy: "identifiedBy"
        case .verifiedOn: "verifiedOn"
        case .checkBy: "checkBy"
        case .languages: "languages"
        case .cost: "cost"
        case .hours: "hours"
        case .phone: "phone"
        case .web: "web"
        case .place: "place"
        case .forFamilies: "isForFamilies"
        case .confidential: "isConfidential"
        }
    }

    var longest: Int {
        switch self {
        case .goodFor: ReferralProvider.longestWords
        case .web: ReferralProvider.longestWeb
        case .phone: ReferralProvider.longestPhone
        case .category, .name, .licenceKind, .licenceNumber, .licenceJurisdiction, .licenceUntil, .identifiedBy,
            .verifiedOn,
            .checkBy, .languages, .cost, .hours, .place, .forFamilies, .confidential:
            ReferralProvider.longestDetail
        }
    }
}

/// Something in a table that must be put right before any of it is taken over.
package struct ReferralTableProblem: Sendable, Equatable {
    /// The first line of the file is 1.
    package let line: Int
    package let column: ReferralColumn?
    package let words: String
    package let clauses: [ClauseID]

    /// One sentence for whoever corrects the file.
    package var message: String {
        "Line \(line)\(column.map { ", column \($0.rawValue)" } ?? ""): \(words)"
    }
}

/// What a table would do with the directory. What it does not name stays as it is.
package struct ReferralTable: Sendable, Equatable {
    package let added: [ReferralEntry]
    package let changed: [ReferralEntry]
    /// How many of its lines say what stands there already.
    package let same: Int

    package var changes: Int { added.count + changed.count }

    /// Whether it is done as it was looked at: nobody changes many entries by a slip.
    package func mayBeTakenOver(changing seen: Int?) -> Refusal? {
        if changes == 0 { return Refusal("It says what stands in the directory already. Nothing was changed.") }
        guard seen != changes else { return nil }
        return Refusal(
            """
            It would add \(added.count) and change \(changed.count). Nothing has been changed yet: send it once more with that \
            number, \(changes), to take it over.
            """, field: Self.changesField)
    }

    /// The field that says how many entries it changes.
    package static let changesField = "changes"

    /// Every problem, each with its line.
    package struct Problems: Error, Sendable, Equatable {
        package let all: [ReferralTableProblem]

        fileprivate init(_ all: [ReferralTableProblem]) { self.all = all }
    }
}

extension Refusal {
    /// Every problem of a table, at the field it was sent in.
    package init(_ problems: ReferralTable.Problems) {
        let more = problems.all.count - Self.listedProblems
        self.init(
            problems.all.prefix(Self.listedProblems).map { problem in
                Problem(field: "table", message: problem.message, clauses: problem.clauses)
            } + (more > 0 ? [Problem(field: "table", message: "… and \(more) more.")] : []))
    }

    private static var listedProblems: Int { 100 }
}

extension PolicyPack {
    /// What a table would do, or every problem in it.
    ///
    /// - Parameters:
    ///   - rows: from the header on.
    ///   - newID: makes the id of a further entry.
    package func table(
        of rows: some Sequence<RawRow>, beside entries: [ReferralEntry], by roles: Set<RoleID>, on today: Day,
        newID: () -> String
    ) -> Result<ReferralTable, ReferralTable.Problems> {
        var reading = ReferralTableReading(pack: self, roles: roles, today: today, entries: entries)
        for row in rows { reading.take(row, newID) }
        if reading.problems.isEmpty, reading.columns.isEmpty {
            reading.problems.append(.init(line: 1, column: nil, words: "the file is empty.", clauses: []))
        }
        guard reading.problems.isEmpty else { return .failure(ReferralTable.Problems(reading.problems)) }
        return .success(ReferralTable(added: reading.added, changed: reading.changed, same: reading.same))
    }
}

extension ReferralEntry {
    /// What stands in a column, as it is typed.
    package func text(in column: ReferralColumn) -> String {
        switch column {
        case .category: provider.category
        case .name: provider.name
        case .goodFor: provider.goodFor
        case .licenceKind: provider.licence?.kind ?? ""
        case .licenceNumber: provider.licence?.number ?? ""
        case .licenceJurisdiction: provider.licence?.jurisdiction ?? ""
        case .licenceUntil: provider.licence?.until.text ?? ""
        case .identifiedBy: provider.identifiedBy.word
        case .verifiedOn: verifiedOn.text
        case .checkBy: checkBy.text
        case .languages: provider.languages
        case .cost: provider.cost
        case .hours: provider.hours
        case .phone: provider.phone
        case .web: provider.web
        case .place: provider.place
        case .forFamilies: provider.isForFamilies ? "yes" : "no"
        case .confidential: provider.isConfidential ? "yes" : "no"
        }
    }
}
