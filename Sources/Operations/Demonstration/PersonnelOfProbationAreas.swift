import Program

extension PersonnelShape {
    /// A county probation department whose peer support coordinators each look after an area.
    package static let probationDepartmentWithAreas = PersonnelShape(
        chief: .sworn("Chief Probation Officer"),
        office: "Executive Office",
        branches: [
            Branch(
                executive: .sworn("Chief Deputy Probation Officer"),
                divisions: [
                    areaField("North County Field Services", "North County", "0571"),
                    areaField("South County Field Services", "South County", "0572"),
                    areaField("Central County Field Services", "Central County", "0573"),
                ]),
            Branch(
                executive: .sworn("Chief Deputy Probation Officer"),
                divisions: [areaHall, areaCamp]),
            Branch(
                executive: .civilian("Chief Deputy, Operations Support"),
                divisions: [strategicSupport, professionalStandards, areaVolunteers]),
        ],
        domain: "orange-county-probation.example.org", switchboard: "714-555-0120", firstEmployeeNumber: 502_000)

    private static let areaMemorandum = "Probation Services Unit"
    private static let areaSupervisory = "Probation Supervisory Management Unit"
    private static let areaDirector = Post.sworn("Division Director", "Administrative Management")
    private static let areaManager = Post.sworn("Assistant Division Director", "Administrative Management")

    private static let areaCrew = Crew(
        supervisor: .sworn("Supervising Probation Officer", areaSupervisory),
        line: [
            Place(20, .sworn("Senior Deputy Probation Officer", areaMemorandum)),
            Place(50, .sworn("Deputy Probation Officer II", areaMemorandum)),
            Place(15, .sworn("Deputy Probation Officer I", areaMemorandum)),
            Place(15, .civilian("Office Specialist", "Office Services Unit")),
        ])

    private static let areaHallCrew = Crew(
        supervisor: .sworn("Supervising Juvenile Correctional Officer", areaSupervisory),
        line: [
            Place(25, .sworn("Senior Juvenile Correctional Officer", areaMemorandum)),
            Place(55, .sworn("Deputy Juvenile Correctional Officer II", areaMemorandum)),
            Place(20, .sworn("Deputy Juvenile Correctional Officer I", areaMemorandum)),
        ])

    private static let areaOffice = Crew(
        supervisor: .civilian("Administrator I", "Administrative Management"),
        line: [
            Place(35, .civilian("Staff Specialist", "General Unit")),
            Place(35, .civilian("Research Analyst III", "General Unit")),
            Place(30, .civilian("Office Specialist", "Office Services Unit")),
        ])

    private static let areaVolunteerCrew = Crew(
        supervisor: .sworn("Senior Deputy Probation Officer", areaMemorandum),
        line: [Place(50, .volunteer("Volunteer in Probation")), Place(50, .volunteer("Volunteer Chaplain"))])

    private static func areaField(_ name: String, _ area: String, _ costCentre: String) -> Division {
        Division(
            name, head: areaDirector, manager: areaManager, area: area, costCentre: costCentre,
            [
                Unit("\(area) Adult Supervision", 8, areaCrew), Unit("\(area) Juvenile Supervision", 6, areaCrew),
                Unit("\(area) Court Services", 4, areaCrew),
            ])
    }

    private static let areaHall = Division(
        "Juvenile Facilities", head: areaDirector, manager: areaManager, area: "Institutions", costCentre: "0580",
        [
            Unit("Juvenile Hall", 18, areaHallCrew, shiftsOfAnInstitution),
            Unit("Youth Guidance Center", 6, areaHallCrew, shiftsOfAnInstitution),
        ])

    private static let areaCamp = Division(
        "Youth Leadership Academy", head: areaDirector, manager: areaManager, area: "Institutions",
        costCentre: "0582", [Unit("Academy Living Units", 8, areaHallCrew, shiftsOfAnInstitution)])

    private static let strategicSupport = Division(
        "Strategic Support", head: areaDirector, manager: .civilian("Administrator II", "Administrative Management"),
        area: "Central County", costCentre: "0590",
        [
            Unit("Research and Data", 4, areaOffice), Unit("Fiscal and Purchasing", 4, areaOffice),
            Unit("Staff Training", 3, areaCrew),
        ])

    private static let professionalStandards = Division(
        "Professional Standards", head: areaDirector, manager: areaManager, area: "Central County",
        costCentre: "0591", [Unit("Professional Standards", 3, areaCrew, investigates: true)])

    private static let areaVolunteers = Division(
        "Volunteer Services", head: .civilian("Administrator I", "Administrative Management"),
        manager: .civilian("Administrator I", "Administrative Management"), area: "Central County",
        costCentre: "0592", [Unit("Volunteers in Probation", 4, areaVolunteerCrew, ["As called"])])
}
