import Foundation
import HTML
import Operations
import Program

/// The headings of an agency's own files: a field for each column, and one for what is left out.
enum ColumnFields {
    static let input = Input<PersonnelMapping>(
        heading(.employeeNumber), heading(.givenName), heading(.familyName), heading(.email), heading(.phone),
        heading(.unit), heading(.division), heading(.shift), heading(.rank), heading(.classification),
        heading(.isSupervisor), heading(.supervisor), heading(.hiredOn), heading(.area), heading(.costCentre),
        heading(.memorandum), heading(.investigates), heading(.retiresOn), leftOut, make: mapping)

    private static func heading(_ column: PersonnelColumn) -> Field<String> {
        .text(
            column.rawValue, column.rawValue, longest: PersonnelMapping.longestHeading,
            FieldWords(hint: column.meaning, mayBeEmpty: !column.isRequired))
    }

    private static let leftOut = Field<String>.words(
        PersonnelMapping.leftOutField, "Headings that are left out",
        longest: PersonnelMapping.mostLeftOut * (PersonnelMapping.longestHeading + 1), rows: 4,
        FieldWords(hint: "One on a line. Their columns are not read.", mayBeEmpty: true))

    @Sendable
    private static func mapping(
        _ a: String, _ b: String, _ c: String, _ d: String, _ e: String, _ f: String, _ g: String, _ h: String,
        _ i: String, _ j: String, _ k: String, _ l: String, _ m: String, _ n: String, _ o: String, _ p: String,
        _ q: String, _ r: String, _ leftOut: String
    ) throws(Refusal) -> PersonnelMapping {
        let headings = [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r]
        let lines = leftOut.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        return try PersonnelMapping.checked(
            headings: Dictionary(
                zip(PersonnelColumn.allCases, headings), uniquingKeysWith: { first, _ in first }),
            leftOut: lines.filter { !$0.isEmpty }
        ).get()
    }

    /// As the form shows it: what was said, or what a file's headings most likely are.
    static func filled(_ mapping: PersonnelMapping, _ found: FoundHeadings?) -> Filled {
        var first: [String: String] = [:]
        for column in PersonnelColumn.allCases {
            let likely = found.flatMap { $0.missing.contains(column) ? $0.suggestion(for: column) : nil }
            first[column.rawValue] = likely ?? mapping.heading(of: column) ?? ""
        }
        // What is known to be no column of ours is still to be left out by somebody who has looked.
        first[PersonnelMapping.leftOutField] = mapping.leftOut.joined(separator: "\n")
        return Filled(first: first)
    }
}
