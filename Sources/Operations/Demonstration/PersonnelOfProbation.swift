import Program

extension PersonnelShape {
    /// A county probation department with field, juvenile and institutional services.
    package static let probationDepartment = PersonnelShape(
        chief: .sworn("Chief Probation Officer"),
        office: "Office of the Chief",
        branches: [
            Branch(
                executive: .sworn("Assistant Chief Probation Officer"),
                divisions: [adultField, adultCourt, juvenileField]),
            Branch(
                executive: .sworn("Assistant Chief Probation Officer"),
                divisions: [juvenileHall, administration, volunteers]),
        ],
        domain: "sacramento-probation.example.org", switchboard: "916-555-0110", firstEmployeeNumber: 31_000)

    private static let memorandum = "Probation Unit"
    private static let supervisoryMemorandum = "Supervisory Probation Unit"

    private static let director = Post.sworn("Probation Division Chief")
    private static let assistantManager = Post.sworn("Assistant Probation Division Chief", supervisoryMemorandum)

    private static let fieldCrew = Crew(
        supervisor: .sworn("Supervising Probation Officer", supervisoryMemorandum),
        line: [
            Place(18, .sworn("Senior Deputy Probation Officer", memorandum)),
            Place(52, .sworn("Deputy Probation Officer II", memorandum)),
            Place(16, .sworn("Deputy Probation Officer I", memorandum)),
            Place(14, .civilian("Probation Assistant", "Office Unit")),
        ])

    private static let hallCrew = Crew(
        supervisor: .sworn("Supervising Juvenile Hall Counselor", supervisoryMemorandum),
        line: [
            Place(20, .sworn("Senior Juvenile Hall Counselor", memorandum)),
            Place(60, .sworn("Juvenile Hall Counselor II", memorandum)),
            Place(20, .sworn("Juvenile Hall Counselor I", memorandum)),
        ])

    private static let officeCrew = Crew(
        supervisor: .civilian("Supervising Legal Secretary", "Office Unit"),
        line: [
            Place(40, .civilian("Office Assistant II", "Office Unit")),
            Place(30, .civilian("Legal Secretary II", "Office Unit")),
            Place(15, .civilian("Administrative Services Officer I", "Administrative Unit")),
            Place(15, .civilian("Information Technology Analyst", "Administrative Unit")),
        ])

    private static let volunteerCrew = Crew(
        supervisor: .sworn("Senior Deputy Probation Officer", memorandum),
        line: [Place(60, .volunteer("Volunteer Chaplain")), Place(40, .volunteer("Volunteer in Probation"))])

    private static let adultField = Division(
        "Adult Field Services", head: director, manager: assistantManager, costCentre: "6710",
        [
            Unit("Post-Release Community Supervision", 12, fieldCrew), Unit("Domestic Violence", 6, fieldCrew),
            Unit("Sex Offender Supervision", 5, fieldCrew), Unit("Adult Day Reporting Center", 8, fieldCrew),
        ])

    private static let adultCourt = Division(
        "Adult Court Services", head: director, manager: assistantManager, costCentre: "6720",
        [Unit("Adult Investigations", 8, fieldCrew), Unit("Court Officers", 4, fieldCrew)])

    private static let juvenileField = Division(
        "Juvenile Field Services", head: director, manager: assistantManager, costCentre: "6730",
        [
            Unit("Juvenile Intake", 5, fieldCrew), Unit("Juvenile Supervision North", 6, fieldCrew),
            Unit("Juvenile Supervision South", 6, fieldCrew), Unit("Placement", 5, fieldCrew),
        ])

    private static let juvenileHall = Division(
        "Youth Detention Facility", head: director, manager: assistantManager, costCentre: "6740",
        [
            Unit("Housing Units 1-4", 12, hallCrew, shiftsOfAnInstitution),
            Unit("Housing Units 5-8", 8, hallCrew, shiftsOfAnInstitution),
            Unit("Intake and Release", 4, hallCrew, shiftsOfAnInstitution),
        ])

    private static let administration = Division(
        "Administrative Services", head: .civilian("Administrative Services Manager"),
        manager: .civilian("Administrative Services Officer III", "Administrative Unit"), costCentre: "6700",
        [
            Unit("Records", 5, officeCrew), Unit("Fiscal and Technology", 4, officeCrew),
            Unit("Training", 2, fieldCrew), Unit("Internal Affairs", 2, fieldCrew, investigates: true),
        ])

    private static let volunteers = Division(
        "Chaplaincy and Volunteers", head: assistantManager, manager: assistantManager, costCentre: "6705",
        [Unit("Chaplaincy", 4, volunteerCrew, ["As called"])])
}
