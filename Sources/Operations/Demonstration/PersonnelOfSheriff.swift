import Program

extension PersonnelShape {
    /// A county sheriff's office: patrol, detention, courts, dispatch, coroner, reserves and search and rescue.
    package static let sheriffsOffice = PersonnelShape(
        chief: .sworn("Sheriff"),
        office: "Office of the Sheriff",
        branches: [
            Branch(executive: chiefDeputy, divisions: [metroPatrol, substations]),
            Branch(executive: chiefDeputy, divisions: [detention, courts]),
            Branch(executive: chiefDeputy, divisions: [investigations, communications, personnelDivision, reserves]),
        ],
        domain: "kern-sheriff.example.org", switchboard: "661-555-0130", firstEmployeeNumber: 200_400)

    private static let deputies = "Deputies"
    private static let detentionOfficers = "Detention Officers"
    private static let commanders = "Command Association"
    private static let office = "Service Employees"

    private static let chiefDeputy = Post.sworn("Chief Deputy", commanders)
    private static let commander = Post.sworn("Commander", commanders)
    private static let lieutenant = Post.sworn("Lieutenant", commanders)

    private static let patrolCrew = Crew(
        supervisor: .sworn("Sergeant", deputies),
        line: [Place(25, .sworn("Senior Deputy", deputies)), Place(75, .sworn("Deputy Sheriff", deputies))])

    private static let detectiveCrew = Crew(
        supervisor: .sworn("Sergeant", deputies),
        line: [
            Place(70, .sworn("Senior Deputy", deputies)), Place(15, .civilian("Crime Analyst", office)),
            Place(15, .civilian("Sheriff's Report Technician", office)),
        ])

    private static let detentionCrew = Crew(
        supervisor: .sworn("Detentions Sergeant", detentionOfficers),
        line: [
            Place(20, .sworn("Detentions Senior Deputy", detentionOfficers)),
            Place(60, .sworn("Detentions Deputy", detentionOfficers)),
            Place(20, .civilian("Sheriff's Aide", office)),
        ])

    private static let dispatchCrew = Crew(
        supervisor: .civilian("Supervising Dispatcher", office),
        line: [
            Place(30, .civilian("Senior Dispatcher", office)), Place(70, .civilian("Sheriff's Dispatcher", office)),
        ])

    private static let coronerCrew = Crew(
        supervisor: .sworn("Sergeant", deputies),
        line: [
            Place(60, .sworn("Deputy Coroner", deputies)), Place(40, .civilian("Autopsy Assistant", office)),
        ])

    private static let officeCrew = Crew(
        supervisor: .civilian("Sheriff's Records Supervisor", office),
        line: [
            Place(60, .civilian("Sheriff's Support Technician", office)),
            Place(40, .civilian("Administrative Coordinator", office)),
        ])

    private static func volunteerCrew(_ line: [Place]) -> Crew {
        Crew(supervisor: .sworn("Sergeant", deputies), line: line)
    }

    private static let metroPatrol = Division(
        "Metro Patrol", head: commander, manager: lieutenant, costCentre: "2210-10",
        [
            Unit("Patrol Sector A", 10, patrolCrew, shiftsOfAnInstitution),
            Unit("Patrol Sector B", 10, patrolCrew, shiftsOfAnInstitution),
        ])

    private static let substations = Division(
        "Substations", head: commander, manager: lieutenant, costCentre: "2210-20",
        [
            Unit("Valley Substation", 5, patrolCrew, shiftsOfAnInstitution),
            Unit("Mountain Substation", 4, patrolCrew, shiftsOfAnInstitution),
            Unit("Desert Substation", 5, patrolCrew, shiftsOfAnInstitution),
        ])

    private static let detention = Division(
        "Detentions", head: commander, manager: lieutenant, costCentre: "2210-40",
        [
            Unit("Pre-Trial Facility", 14, detentionCrew, shiftsOfAnInstitution),
            Unit("Maximum-Medium Facility", 12, detentionCrew, shiftsOfAnInstitution),
            Unit("Central Receiving", 6, detentionCrew, shiftsOfAnInstitution),
        ])

    private static let courts = Division(
        "Court Services", head: commander, manager: lieutenant, costCentre: "2210-45",
        [Unit("Court Security", 6, patrolCrew), Unit("Civil", 3, officeCrew)])

    private static let investigations = Division(
        "Investigations", head: commander, manager: lieutenant, costCentre: "2210-50",
        [
            Unit("Robbery-Homicide", 3, detectiveCrew), Unit("Special Victims", 3, detectiveCrew),
            Unit("Coroner", 3, coronerCrew, ["Days", "Evenings", "Nights"]),
        ])

    private static let communications = Division(
        "Communications", head: .civilian("Communications Manager", commanders),
        manager: .civilian("Supervising Dispatcher", office), costCentre: "2210-60",
        [Unit("Emergency Communications Center", 6, dispatchCrew, shiftsOfAnInstitution)])

    private static let personnelDivision = Division(
        "Personnel", head: commander, manager: lieutenant, costCentre: "2210-70",
        [
            Unit("Training", 2, patrolCrew), Unit("Records", 4, officeCrew),
            Unit("Internal Affairs", 2, detectiveCrew, investigates: true),
        ])

    private static let reserves = Division(
        "Reserves and Volunteers", head: lieutenant, manager: lieutenant, costCentre: "2210-80",
        [
            Unit("Reserve Deputies", 3, volunteerCrew([Place(1, .volunteer("Reserve Deputy"))]), ["Weekends"]),
            Unit(
                "Search and Rescue", 4, volunteerCrew([Place(1, .volunteer("Search and Rescue Member"))]),
                ["As called"]
            ),
            Unit(
                "Chaplaincy and Citizen Service", 2,
                volunteerCrew([
                    Place(1, .volunteer("Volunteer Chaplain")), Place(2, .volunteer("Citizen Service Unit Member")),
                ]),
                ["As called"]),
        ])
}
