/// Reads the values of one line into a person and notes everything that is wrong with them.
struct PersonnelRowReader {
    private let header: PersonnelHeader
    private let line: Int
    private let fields: [String]
    private let today: Day
    private(set) var problems: [ImportProblem] = []

    /// The fields must be as many as the header's columns.
    init(header: PersonnelHeader, line: Int, fields: [String], today: Day) {
        self.header = header
        self.line = line
        self.fields = fields
        self.today = today
    }

    /// Nothing where any value is wrong; ``problems`` then says which.
    mutating func person() -> PersonRecord? {
        let number = shaped(.employeeNumber, by: PersonnelShapes.isEmployeeNumber, else: .notAnEmployeeNumber)
        let givenName = text(.givenName)
        let familyName = text(.familyName)
        let email = shaped(.email, by: PersonnelShapes.isEmail, else: .notAnEmail)
        let phone = shaped(.phone, by: PersonnelShapes.isPhoneNumber, else: .notAPhoneNumber)
        let unit = text(.unit)
        let division = text(.division)
        let shift = text(.shift)
        let rank = text(.rank)
        let classification = classification()
        let isSupervisor = yesOrNo(.isSupervisor)
        let supervisor = shaped(.supervisor, by: PersonnelShapes.isEmployeeNumber, else: .notAnEmployeeNumber)
        let hiredOn = day(.hiredOn)
        let area = text(.area)
        let costCentre = text(.costCentre)
        let memorandum = text(.memorandum)
        let investigates = yesOrNo(.investigates)
        let retiresOn = day(.retiresOn)
        guard problems.isEmpty, let number, let givenName, let familyName, let unit, let division, let shift, let rank,
            let classification, let isSupervisor, let hiredOn, let investigates
        else { return nil }
        return PersonRecord(
            employeeNumber: number, givenName: givenName, familyName: familyName, email: email, phone: phone,
            unit: unit, division: division, shift: shift, rank: rank, classification: classification,
            isSupervisor: isSupervisor, supervisor: supervisor, hiredOn: hiredOn, area: area, costCentre: costCentre,
            memorandum: memorandum, investigates: investigates, retiresOn: retiresOn)
    }

    /// What the line says about who supervises whom, whether or not its other values are right. Nothing where the
    /// employee number cannot be read.
    func place() -> Supervision.Place? {
        guard let number = readable(.employeeNumber), PersonnelShapes.isEmployeeNumber(number) else { return nil }
        let supervisor = readable(.supervisor).flatMap { PersonnelShapes.isEmployeeNumber($0) ? $0 : nil }
        return Supervision.Place(
            line: line, number: number, supervisor: supervisor, isSupervisor: readable(.isSupervisor) != "no")
    }

    private func readable(_ column: PersonnelColumn) -> String? {
        try? PersonnelText.read(header.value(of: column, in: fields), limit: column.maximumLength).get()
    }

    private mutating func text(_ column: PersonnelColumn) -> String? {
        switch PersonnelText.read(header.value(of: column, in: fields), limit: column.maximumLength) {
        case .success(""):
            if column.isRequired { note(column, .noValue) }
            return nil
        case .success(let text): return text
        case .failure(let fault):
            note(column, fault)
            return nil
        }
    }

    private mutating func shaped(
        _ column: PersonnelColumn, by hasShape: (String) -> Bool, else fault: ImportProblem.Fault
    ) -> String? {
        guard let text = text(column) else { return nil }
        guard hasShape(text) else {
            note(column, fault)
            return nil
        }
        return text
    }

    private mutating func classification() -> PersonRecord.Classification? {
        guard let text = text(.classification) else { return nil }
        guard let classification = PersonRecord.Classification(rawValue: text) else {
            note(.classification, .unknownClassification)
            return nil
        }
        return classification
    }

    private mutating func yesOrNo(_ column: PersonnelColumn) -> Bool? {
        switch text(column) {
        case nil: return nil
        case "yes": return true
        case "no": return false
        default:
            note(column, .notYesOrNo)
            return nil
        }
    }

    private mutating func day(_ column: PersonnelColumn) -> Day? {
        guard let text = text(column) else { return nil }
        guard let day = Day(text) else {
            note(column, PersonnelShapes.isDayInAnotherForm(text) ? .dayInAnotherForm : .notADay)
            return nil
        }
        if column == .hiredOn, day.daysSince1970 - today.daysSince1970 > 366 { note(.hiredOn, .tooFarAhead) }
        return day
    }

    private mutating func note(_ column: PersonnelColumn, _ fault: ImportProblem.Fault) {
        problems.append(ImportProblem(line: line, column: column, fault))
    }
}
