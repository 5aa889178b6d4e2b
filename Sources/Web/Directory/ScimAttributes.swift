import Program

/// Which attribute of the interface for directories is which column of the personnel file.
struct ScimAttribute: Sendable {
    static let user = "urn:ietf:params:scim:schemas:core:2.0:User"
    static let enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"
    /// What the programme needs besides.
    static let programme = "urn:ietf:params:scim:schemas:extension:peersupport:2.0:User"

    /// The schema that it belongs to.
    let schema: String
    /// Such as `name.givenName`, within the schema.
    let name: String
    let column: PersonnelColumn
    let kind: Kind
    let about: String

    enum Kind: Sendable, Equatable {
        case text
        case flag
        case choice([String])
        /// A list of which the first value is taken.
        case firstOf
    }

    static let all: [ScimAttribute] = [
        ScimAttribute(
            schema: user, name: "name.givenName", column: .givenName, kind: .text, about: "Given name."),
        ScimAttribute(
            schema: user, name: "name.familyName", column: .familyName, kind: .text, about: "Family name."),
        ScimAttribute(
            schema: user, name: "title", column: .rank, kind: .text,
            about: "Rank of the sworn, job title of everybody else."),
        ScimAttribute(
            schema: user, name: "emails", column: .email, kind: .firstOf, about: "Work e-mail address; one is kept."),
        ScimAttribute(
            schema: user, name: "phoneNumbers", column: .phone, kind: .firstOf,
            about: "Work telephone number; one is kept."),
        ScimAttribute(
            schema: enterprise, name: "employeeNumber", column: .employeeNumber, kind: .text,
            about: "The agency's own number for the person, never given to anyone else."),
        ScimAttribute(
            schema: enterprise, name: "department", column: .unit, kind: .text, about: "Unit within the division."),
        ScimAttribute(
            schema: enterprise, name: "division", column: .division, kind: .text, about: "Division or bureau."),
        ScimAttribute(
            schema: enterprise, name: "costCenter", column: .costCentre, kind: .text,
            about: "Cost centre for support given off duty."),
        ScimAttribute(
            schema: programme, name: "classification", column: .classification,
            kind: .choice(PersonRecord.Classification.allCases.map(\.rawValue)), about: "What tie they have to it."),
        ScimAttribute(
            schema: programme, name: "supervises", column: .isSupervisor, kind: .flag,
            about: "Whether they supervise others."),
        ScimAttribute(
            schema: programme, name: "shift", column: .shift, kind: .text, about: "The shift worked."),
        ScimAttribute(
            schema: programme, name: "hiredOn", column: .hiredOn, kind: .text,
            about: "First day with the agency, such as 2019-07-01."),
        ScimAttribute(
            schema: programme, name: "area", column: .area, kind: .text,
            about: "The part of the agency that a coordinator looks after."),
        ScimAttribute(
            schema: programme, name: "memorandum", column: .memorandum, kind: .text,
            about: "The memorandum of understanding that sets their rates."),
        ScimAttribute(
            schema: programme, name: "retiresOn", column: .retiresOn, kind: .text,
            about: "The day on which they retire, such as 2031-07-01, where it is known."),
        ScimAttribute(
            schema: programme, name: "investigates", column: .investigates, kind: .flag,
            about: "Whether they may investigate or discipline others; they are never offered a request."),
    ]

    static func path(of column: PersonnelColumn) -> String {
        guard let attribute = all.first(where: { $0.column == column }) else { return "\(enterprise):manager" }
        return attribute.schema == user ? attribute.name : "\(attribute.schema):\(attribute.name)"
    }

    /// Whether a directory has to tell it: what the file needs too, unless the agency has said what holds otherwise.
    func isRequired(beside defaults: DirectoryDefaults) -> Bool {
        column.isRequired && defaults.values[column] == nil
    }
}
