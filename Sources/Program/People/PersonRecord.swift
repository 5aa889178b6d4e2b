/// One person of the agency's personnel directory, as the personnel file gives them. Only ``PersonnelFile`` and the
/// invented personnel of a demonstration make one, so its texts are trimmed, within length and free of control
/// characters.
package struct PersonRecord: Sendable, Equatable {
    /// What kind of tie the person has to the agency (KSO-A.1-2, IACP-3.9.1-1).
    package enum Classification: String, Sendable, CaseIterable {
        case sworn, civilian, volunteer
    }

    /// The agency's own number for the person; the file's key and never given to somebody else.
    package var employeeNumber: String
    package var givenName: String
    package var familyName: String
    package var email: String?
    package var phone: String?
    package var unit: String
    package var division: String
    package var shift: String
    /// Rank of the sworn, job title of everybody else.
    package var rank: String
    package var classification: Classification
    /// Supervises others: may not take a non-supervisory seat (SAC-II.C-0) and has the duties of SAC-VI.E-F.
    package var isSupervisor: Bool
    /// Employee number of the immediate supervisor; nothing for the head of the agency.
    package var supervisor: String?
    /// First day with the agency; new employees are due for orientation (OCP-II.B.6).
    package var hiredOn: Day
    /// The part of the agency a coordinator looks after (OCP-I.C.2.a).
    package var area: String?
    /// Charged for support given off duty (KSO-J.1.b.2).
    package var costCentre: String?
    /// The Memorandum of Understanding that sets the person's rates (OCP-II.H.1.c).
    package var memorandum: String?
    /// May investigate or discipline other employees, and so is never offered a request (OCP-II.C).
    package var investigates: Bool
    /// The day on which they are expected to retire, so that the team is planned ahead (IACP-3.9.3).
    package var retiresOn: Day?

    package init(
        employeeNumber: String, givenName: String, familyName: String, email: String?, phone: String?, unit: String,
        division: String, shift: String, rank: String, classification: Classification, isSupervisor: Bool,
        supervisor: String?, hiredOn: Day, area: String?, costCentre: String?, memorandum: String?, investigates: Bool,
        retiresOn: Day? = nil
    ) {
        self.employeeNumber = employeeNumber
        self.givenName = givenName
        self.familyName = familyName
        self.email = email
        self.phone = phone
        self.unit = unit
        self.division = division
        self.shift = shift
        self.rank = rank
        self.classification = classification
        self.isSupervisor = isSupervisor
        self.supervisor = supervisor
        self.hiredOn = hiredOn
        self.area = area
        self.costCentre = costCentre
        self.memorandum = memorandum
        self.investigates = investigates
        self.retiresOn = retiresOn
    }
}
