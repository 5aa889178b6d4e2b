/// Which heading of an agency's own files is which column: said once, and remembered.
package struct PersonnelMapping: Sendable, Equatable {
    /// Where a column is found.
    package enum Place: Sendable, Equatable {
        /// Under this heading.
        case heading(String)
        /// The agency's files do not have it: every value is empty.
        case absent
    }

    /// The columns whose heading is not their own name.
    package let places: [PersonnelColumn: Place]
    /// Headings of columns that are not taken.
    package let leftOut: [String]
    private let columns: [String: PersonnelColumn]
    private let unwanted: Set<String>

    /// As it was stored, or made by ``checked(places:leftOut:)``.
    package init(places: [PersonnelColumn: Place], leftOut: [String]) {
        self.places = places
        self.leftOut = leftOut
        let headings = PersonnelColumn.allCases.compactMap { column -> (String, PersonnelColumn)? in
            switch places[column] {
            case nil: (PersonnelHeadings.key(column.rawValue), column)
            case .absent: nil
            case .heading(let heading): (PersonnelHeadings.key(heading), column)
            }
        }
        columns = Dictionary(headings, uniquingKeysWith: { first, _ in first })
        unwanted = Set(leftOut.map(PersonnelHeadings.key))
    }

    /// Every heading is the column's own name.
    package static let none = PersonnelMapping(places: [:], leftOut: [])

    /// The longest heading, in Unicode characters.
    package static let longestHeading = 80
    /// As many columns may be left out.
    package static let mostLeftOut = 200
    /// Where a form names the headings that are left out.
    package static let leftOutField = "leftOut"

    package func column(under heading: String) -> PersonnelColumn? { columns[PersonnelHeadings.key(heading)] }

    func isLeftOut(_ heading: String) -> Bool { unwanted.contains(PersonnelHeadings.key(heading)) }

    /// The heading under which the column is looked for; nothing where the files do not have it.
    package func heading(of column: PersonnelColumn) -> String? {
        switch places[column] {
        case nil: column.rawValue
        case .absent: nil
        case .heading(let heading): heading
        }
    }

    /// What somebody says of their files, or every problem with it.
    /// - Parameter headings: by column; an empty one where the files do not have the column.
    package static func checked(
        headings: [PersonnelColumn: String], leftOut: [String]
    ) -> Result<PersonnelMapping, Refusal> {
        var problems: [Refusal.Problem] = []
        var places: [PersonnelColumn: Place] = [:]
        var taken: [String: String] = [:]
        func check(_ heading: String, field: String) {
            if PersonnelHeadings.key(heading).isEmpty || heading.unicodeScalars.count > longestHeading {
                problems.append(
                    Refusal.Problem(
                        field: field,
                        message: "A heading has letters or digits, and at most \(longestHeading) characters."))
            } else if taken.updateValue(field, forKey: PersonnelHeadings.key(heading)) != nil {
                problems.append(Refusal.Problem(field: field, message: "“\(heading)” stands here twice."))
            }
        }
        for column in PersonnelColumn.allCases {
            let heading = headings[column] ?? column.rawValue
            switch heading {
            case "" where column.isRequired:
                problems.append(
                    Refusal.Problem(
                        field: column.rawValue, message: "The programme cannot do without \(column.rawValue)."))
            case "": places[column] = .absent
            default:
                check(heading, field: column.rawValue)
                if heading != column.rawValue { places[column] = .heading(heading) }
            }
        }
        for heading in leftOut { check(heading, field: leftOutField) }
        if leftOut.count > mostLeftOut {
            problems.append(
                Refusal.Problem(field: leftOutField, message: "At most \(mostLeftOut) columns are left out."))
        }
        guard problems.isEmpty else { return .failure(Refusal(problems)) }
        return .success(PersonnelMapping(places: places, leftOut: leftOut))
    }
}

/// The headings of a file, as far as they are known.
package struct FoundHeadings: Sendable, Equatable {
    /// In the order of the file.
    package let headings: [String]
    /// Those that are no column and not left out.
    package let unknown: [String]
    /// Columns that are under none of them.
    package let missing: [PersonnelColumn]

    package init(_ headings: [String], by mapping: PersonnelMapping) {
        self.headings = headings
        let found = Set(headings.compactMap(mapping.column(under:)))
        unknown = headings.filter { mapping.column(under: $0) == nil && !mapping.isLeftOut($0) }
        missing = PersonnelColumn.allCases.filter {
            !found.contains($0) && mapping.heading(of: $0) != nil && !$0.mayBeAbsent
        }
    }

    /// The unknown heading that most likely is this missing column.
    package func suggestion(for column: PersonnelColumn) -> String? {
        unknown.first { PersonnelHeadings.suggestion(for: $0) == column }
    }
}

/// What stands between the values of a line.
package enum Separator: String, Sendable, CaseIterable {
    case comma = ","
    case semicolon = ";"
    case tab = "\t"
}

/// Where the header of a file is: the first line that is more than a title.
package struct HeaderSearch: Sendable, Comparable {
    /// As many lines are looked at.
    package static let lines = 20
    /// A title has no more values.
    private static let valuesOfTitle = 3

    /// Its place among the records; nothing where none of them is more than a title.
    package let place: Int?
    /// How many columns it names.
    private let known: Int
    private let width: Int

    /// - Parameter records: the first of the file, with its values parted in one way.
    package init(in records: [RawRow], by mapping: PersonnelMapping) {
        place = records.firstIndex { record in
            switch record.content {
            case .unreadable: true
            case .fields(let fields):
                fields.count { !$0.isEmpty } > Self.valuesOfTitle || Self.known(fields, mapping) > 2
            }
        }
        let header = records.isEmpty ? nil : records[place ?? 0]
        switch header?.content {
        case .fields(let fields)?:
            known = Self.known(fields, mapping)
            width = fields.count
        case .unreadable?, nil: (known, width) = (0, 0)
        }
    }

    /// The likelier one is the greater.
    package static func < (left: Self, right: Self) -> Bool {
        (left.known, left.width) < (right.known, right.width)
    }

    private static func known(_ fields: [String], _ mapping: PersonnelMapping) -> Int {
        Set(fields.compactMap { mapping.column(under: $0) ?? PersonnelHeadings.suggestion(for: $0) }).count
    }
}
