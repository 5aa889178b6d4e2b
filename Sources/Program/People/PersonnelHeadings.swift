/// How headings of other systems are compared: without regard to capitals, blanks and the marks between words.
enum PersonnelHeadings {
    static func key(_ heading: String) -> String {
        heading.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    /// The column that a heading most likely means, where it means one more likely than any other.
    static func suggestion(for heading: String) -> PersonnelColumn? {
        let key = key(heading)
        guard !key.isEmpty else { return nil }
        if let known = known[key] { return known }
        let near = known.filter { name, _ in name.count > 4 && isNear(key, name) }
        let columns = Set(near.values)
        return columns.count == 1 ? columns.first : nil
    }

    private static let known = Dictionary(
        PersonnelColumn.allCases.flatMap { column in
            ([key(column.rawValue)] + column.otherNames).map { ($0, column) }
        }, uniquingKeysWith: { first, _ in first })

    /// Whether one becomes the other by one letter more, less or other, or by two that change places.
    private static func isNear(_ one: String, _ other: String) -> Bool {
        let (one, other) = (Array(one), Array(other))
        guard abs(one.count - other.count) <= 1 else { return false }
        let start = zip(one, other).prefix { $0 == $1 }.count
        let (first, second) = (one[start...], other[start...])
        if first.dropFirst().elementsEqual(second) || second.dropFirst().elementsEqual(first) { return true }
        if first.dropFirst().elementsEqual(second.dropFirst()) { return true }
        return first.prefix(2).reversed().elementsEqual(second.prefix(2))
            && first.dropFirst(2).elementsEqual(second.dropFirst(2))
    }
}

extension PersonnelColumn {
    /// What other systems call it, by ``PersonnelHeadings/key(_:)``.
    fileprivate var otherNames: [String] {
        switch self {
        case .employeeNumber:
            [
                "employee id", "employee no", "emp no", "emp id", "emp number", "employee", "personnel number",
                "personnel no", "staff id", "staff number", "id number", "payroll number", "badge", "badge number",
                "badge no",
            ]
        case .givenName: ["first name", "firstname", "first", "forename", "preferred name"]
        case .familyName: ["last name", "lastname", "last", "surname"]
        case .email: ["e mail", "email address", "e mail address", "work email", "mail"]
        case .phone: ["telephone", "phone number", "work phone", "office phone", "telephone number", "tel"]
        case .unit: ["unit name", "section", "team", "squad", "work unit", "assignment"]
        case .division: ["bureau", "department", "division name", "district"]
        case .shift: ["watch", "shift name", "schedule", "tour"]
        case .rank: ["title", "job title", "position", "rank or title", "position title", "job class"]
        case .classification: ["class", "employee type", "type", "category", "sworn civilian"]
        case .isSupervisor: ["supervisor flag", "supervises", "is manager", "manager flag"]
        case .supervisor:
            ["supervisor id", "supervisor number", "supervisor no", "reports to", "manager", "manager id"]
        case .hiredOn: ["hire date", "date of hire", "start date", "date hired", "hired", "entry date"]
        case .area: ["region", "zone"]
        case .costCentre: ["cost center", "cost code", "budget unit"]
        case .memorandum: ["memorandum", "bargaining unit", "union", "labor agreement", "labour agreement"]
        case .investigates: ["investigator", "internal affairs"]
        case .retiresOn: ["retirement date", "retirement", "retires", "planned retirement", "expected retirement"]
        }
    }
}
