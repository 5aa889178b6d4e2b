import Program

extension PersonnelShape {
    /// A small department of public safety with no written policy of its own.
    package static let publicSafetyDepartment = PersonnelShape(
        chief: .sworn("Director of Public Safety"),
        office: "Office of the Director",
        branches: [
            Branch(executive: .sworn("Deputy Director"), divisions: [patrol, fireAndRescue, services])
        ],
        domain: "public-safety.example.org", switchboard: "208-555-0150", firstEmployeeNumber: 100)

    private static let commander = Post.sworn("Commander")
    private static let lieutenant = Post.sworn("Lieutenant")

    private static let patrolCrew = Crew(
        supervisor: .sworn("Sergeant"), line: [Place(20, .sworn("Corporal")), Place(80, .sworn("Officer"))])

    private static let fireCrew = Crew(
        supervisor: .civilian("Fire Captain"),
        line: [
            Place(30, .civilian("Engineer")), Place(45, .civilian("Firefighter-Paramedic")),
            Place(25, .volunteer("Volunteer Firefighter")),
        ])

    private static let dispatchCrew = Crew(
        supervisor: .civilian("Lead Dispatcher"), line: [Place(1, .civilian("Dispatcher"))])

    private static let officeCrew = Crew(
        supervisor: .civilian("Office Manager"),
        line: [
            Place(50, .civilian("Records Technician")), Place(25, .civilian("Evidence Technician")),
            Place(25, .volunteer("Volunteer Chaplain")),
        ])

    private static let patrol = Division(
        "Patrol", head: commander, manager: lieutenant, costCentre: "410",
        [
            Unit("Patrol", 40, patrolCrew, shiftsOfAnInstitution),
            Unit("Detectives", 8, patrolCrew),
        ])

    private static let fireAndRescue = Division(
        "Fire and Rescue", head: .civilian("Battalion Chief"), manager: .civilian("Battalion Chief"),
        costCentre: "420", [Unit("Fire and Rescue", 26, fireCrew, ["A shift", "B shift", "C shift"])])

    private static let services = Division(
        "Support Services", head: commander, manager: lieutenant, costCentre: "430",
        [
            Unit("Dispatch", 12, dispatchCrew, shiftsOfAnInstitution), Unit("Records", 10, officeCrew),
            Unit("Professional Standards", 3, patrolCrew, investigates: true),
        ])
}
