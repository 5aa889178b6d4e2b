import Program

extension PersonnelShape {
    /// A city's police division: five districts, sections and the Police Communications Section.
    package static let policeDivision = PersonnelShape(
        chief: .sworn("Police Chief"),
        office: "Office of the Chief",
        branches: [
            Branch(
                executive: assistantChief,
                divisions: [district(1), district(2), district(3), district(4), district(5)]),
            Branch(executive: assistantChief, divisions: [investigations, communications]),
            Branch(executive: assistantChief, divisions: [support, standards, auxiliary]),
        ],
        domain: "police-division.example.org", switchboard: "513-555-0140", firstEmployeeNumber: 1_200)

    private static let lodge = "Police Lodge Non-Supervisors"
    private static let lodgeSupervisors = "Police Lodge Supervisors"
    private static let cityEmployees = "City Employees"

    private static let assistantChief = Post.sworn("Assistant Chief")
    private static let captain = Post.sworn("Captain", lodgeSupervisors)
    private static let lieutenant = Post.sworn("Lieutenant", lodgeSupervisors)
    private static let sergeant = Post.sworn("Sergeant", lodgeSupervisors)

    private static let patrolCrew = Crew(
        supervisor: sergeant,
        line: [Place(15, .sworn("Police Specialist", lodge)), Place(85, .sworn("Police Officer", lodge))])

    private static let specialistCrew = Crew(
        supervisor: sergeant,
        line: [
            Place(75, .sworn("Police Specialist", lodge)), Place(15, .civilian("Crime Analyst", cityEmployees)),
            Place(10, .civilian("Victim Advocate", cityEmployees)),
        ])

    private static let dispatchCrew = Crew(
        supervisor: .civilian("Emergency Services Dispatch Supervisor", cityEmployees),
        line: [
            Place(60, .civilian("Emergency Services Dispatcher", cityEmployees)),
            Place(40, .civilian("Emergency Call Taker", cityEmployees)),
        ])

    private static let officeCrew = Crew(
        supervisor: .civilian("Administrative Specialist", cityEmployees),
        line: [
            Place(60, .civilian("Clerk Typist", cityEmployees)),
            Place(40, .civilian("Police Records Clerk", cityEmployees)),
        ])

    private static let auxiliaryCrew = Crew(
        supervisor: sergeant,
        line: [Place(30, .volunteer("Police Chaplain")), Place(70, .volunteer("Citizens on Patrol Volunteer"))])

    private static func district(_ number: Int) -> Division {
        Division(
            "District \(number)", head: captain, manager: lieutenant, area: "District \(number)",
            costCentre: "22\(number)",
            [
                Unit("District \(number) Patrol", 12, patrolCrew, shiftsOfAnInstitution),
                Unit("District \(number) Neighborhood Liaison", 2, specialistCrew),
            ])
    }

    private static let investigations = Division(
        "Investigations", head: captain, manager: lieutenant, area: "Headquarters", costCentre: "226",
        [
            Unit("Major Offenders Unit", 5, specialistCrew, ["Days", "Evenings"]),
            Unit("Personal Crimes Unit", 4, specialistCrew, ["Days", "Evenings"]),
        ])

    private static let communications = Division(
        "Police Communications Section", head: captain, manager: lieutenant, area: "Headquarters",
        costCentre: "227", [Unit("Police Communications Section", 9, dispatchCrew, shiftsOfAnInstitution)])

    private static let support = Division(
        "Support", head: captain, manager: lieutenant, area: "Headquarters", costCentre: "228",
        [
            Unit("Records Section", 4, officeCrew), Unit("Training Section", 3, specialistCrew),
            Unit("Traffic Unit", 4, patrolCrew, ["Days", "Evenings"]),
        ])

    private static let standards = Division(
        "Professional Standards", head: captain, manager: lieutenant, area: "Headquarters", costCentre: "229",
        [Unit("Internal Investigations Section", 3, specialistCrew, investigates: true)])

    private static let auxiliary = Division(
        "Volunteers", head: lieutenant, manager: lieutenant, area: "Headquarters", costCentre: "230",
        [Unit("Chaplaincy and Citizens on Patrol", 4, auxiliaryCrew, ["As called"])])
}
