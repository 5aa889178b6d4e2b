/// A column of the personnel file. The raw value is the name the file's first line must use.
package enum PersonnelColumn: String, Sendable, CaseIterable, Comparable {
    case employeeNumber = "employee_number"
    case givenName = "given_name"
    case familyName = "family_name"
    case email
    case phone
    case unit
    case division
    case shift
    case rank
    case classification
    case isSupervisor = "is_supervisor"
    case supervisor
    case hiredOn = "hired_on"
    case area
    case costCentre = "cost_centre"
    case memorandum = "mou"
    case investigates
    case retiresOn = "retires_on"

    /// Whether every person must have a value here.
    package var isRequired: Bool {
        switch self {
        case .employeeNumber, .givenName, .familyName, .unit, .division, .shift, .rank, .classification, .isSupervisor,
            .hiredOn, .investigates:
            true
        case .email, .phone, .supervisor, .area, .costCentre, .memorandum, .retiresOn: false
        }
    }

    /// Whether a file without the column is taken as one in which nobody has a value. Files from before there was the column have none.
    package var mayBeAbsent: Bool { self == .retiresOn }

    /// The longest value, in Unicode characters.
    package var maximumLength: Int {
        switch self {
        case .employeeNumber, .supervisor: 32
        case .givenName, .familyName: 100
        case .email: 254
        case .phone: 40
        case .unit, .division, .shift, .rank, .area, .memorandum: 80
        case .costCentre: 40
        case .classification, .isSupervisor, .hiredOn, .investigates, .retiresOn: 20
        }
    }

    /// The place of the column in the order this type lists them.
    package var ordinal: Int { Self.ordinals[self] ?? 0 }

    private static let ordinals = Dictionary(uniqueKeysWithValues: zip(allCases, 0...))

    package static func < (left: Self, right: Self) -> Bool { left.ordinal < right.ordinal }
}

extension PersonRecord {
    /// The person's value in that column, as the file writes it; empty where the person has none.
    package func text(in column: PersonnelColumn) -> String {
        switch column {
        case .employeeNumber: employeeNumber
        case .givenName: givenName
        case .familyName: familyName
        case .email: email ?? ""
        case .phone: phone ?? ""
        case .unit: unit
        case .division: division
        case .shift: shift
        case .rank: rank
        case .classification: classification.rawValue
        case .isSupervisor: isSupervisor ? "yes" : "no"
        case .supervisor: supervisor ?? ""
        case .hiredOn: hiredOn.text
        case .area: area ?? ""
        case .costCentre: costCentre ?? ""
        case .memorandum: memorandum ?? ""
        case .investigates: investigates ? "yes" : "no"
        case .retiresOn: retiresOn?.text ?? ""
        }
    }
}
