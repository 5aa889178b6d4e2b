import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Somebody on the way to the team, in a town with a directory: their sergeant has an account, the captain above has none.
struct Joining {
    let town: DemoTown
    let applicant: Client
    let sergeant: Client
    /// The id of the application, once there is one.
    var id = ""

    /// A directory with a chain of command, and an applicant without any role.
    static func at(_ pack: String) async throws -> Joining {
        let town = try await DemoTown.on(pack)
        try await town.employs([
            ("C1", "Kim", "", true, false), ("S1", "Sam", "C1", true, false), ("A1", "Ada", "S1", false, false),
        ])
        return Joining(
            town: town, applicant: try await town.enrolled("ada.person", as: "A1"),
            sergeant: try await town.enrolled("sam.person", as: "S1"))
    }

    /// The first step with that kind of act.
    func step(_ kind: SelectionStepKind) throws -> SelectionStep {
        try #require(town.agency.policy.selection.steps.first { $0.act.kind == kind })
    }

    func path(_ step: String, _ act: String) -> String { "/api/v1/applications/\(id)/steps/\(step)/\(act)" }

    /// Does something in a step, by the interface.
    func doing(_ act: String, in step: String, _ body: JSON? = nil, by client: Client) async throws -> Reply {
        try await client.api(.post, path(step, act), body)
    }

    /// The step that is next, as the applicant sees it.
    var next: String? {
        get async throws {
            try await applicant.read("/api/v1/application")["application"]?["steps"]?.array?
                .first { $0.text("standing") == "next" }?.text("id")
        }
    }

    var status: String? {
        get async throws { try await applicant.read("/api/v1/application")["application"]?.text("status") }
    }
}

extension DemoTown {
    /// Somebody of the directory with an account and no role, signed in.
    func enrolled(_ login: String, as number: String) async throws -> Client {
        let created = try await programmes.createAccount(
            NewAccount(login: login, name: login, employeeNumber: number), in: agency.agency
        ).get()
        _ = try await programmes.enrol(
            agency: agency.agency, login: login, code: created.enrolmentCode.text, passphrase: DemoAgency.passphrase
        ).get()
        let client = visitor()
        let reply = try await client.post(
            "/agencies/\(agency.slug)/sign-in", ["login": login, "passphrase": DemoAgency.passphrase])
        try #require(reply.status == 303, "\(reply)")
        return client
    }

    /// Posts an opening that is open today.
    func postsOpening(by client: Client) async throws {
        let today = try agency.agency.day(at: clock.now)
        let until = try #require(today.adding(days: 30))
        let reply = try await client.api(
            .post, "/api/v1/openings",
            ["opensOn": .string(today.text), "closesOn": .string(until.text), "words": "We look for good listeners."])
        try #require(reply.status == 201, "\(reply)")
    }

    var today: String {
        get throws { try agency.agency.day(at: clock.now).text }
    }
}

extension Reply {
    /// The clauses that its refusal names.
    var clauses: Set<String> {
        Set((json?["problems"]?.array ?? []).flatMap { $0["clauses"]?.array ?? [] }.compactMap(\.string))
    }
}

extension DemoTown {
    /// So many members of the advisory committee, each seated in a seat of the pack and signed in.
    func seatsCommittee(_ count: Int, by coordinator: Client) async throws -> [Client] {
        let committee = try #require(agency.policy.governance.committees.first)
        let today = try agency.agency.day(at: clock.now)
        let seat = try #require(
            committee.seats.first { $0.qualification == .nonSupervisoryEmployee } ?? committee.seats.first)
        var members: [Client] = []
        for place in 0..<count {
            let login = "member.\(place)"
            let number = try await programmes.database.employ(login, agency: agency.agency.id)
            let client = try await enrolledHolder(login, as: number, role: committee.memberRole)
            let account = try await staff(client).account
            if seat.qualification == .activeSupporter {
                let holding = Holding(role: RoleID("supporter"), area: nil, startsOn: today, until: nil)
                _ = try await programmes.appointAsOperator(
                    Appointment(account: account, holding: holding), in: agency.agency)?.get()
            }
            try await programmes.database.write { [agency] transaction in
                try transaction.insert(
                    Seat(
                        id: RandomId().text, committee: committee.id, seat: seat.id, account: account,
                        offeredBy: account,
                        offeredOn: today, startsOn: today,
                        attested: SeatAttestation(by: account, on: today)), agency: agency.agency.id)
            }
            members.append(client)
        }
        return members
    }

    /// Somebody of the directory with an account and that role, signed in by a session that owes nothing.
    func enrolledHolder(
        _ login: String, as number: String, role: RoleID, area: String? = nil
    ) async throws -> Client {
        let created = try await programmes.createAccount(
            NewAccount(login: login, name: login, employeeNumber: number), in: agency.agency
        ).get()
        let holding = Holding(role: role, area: area, startsOn: try #require(Day("2026-01-01")), until: nil)
        _ = try await programmes.appointAsOperator(
            Appointment(account: created.id, holding: holding), in: agency.agency)?.get()
        _ = try await programmes.enrol(
            agency: agency.agency, login: login, code: created.enrolmentCode.text, passphrase: DemoAgency.passphrase
        ).get()
        guard
            case .signedIn(let session, _) = try await programmes.signIn(
                agency: agency.agency, login: login, passphrase: DemoAgency.passphrase),
            let staff = try await programmes.staff(session: session)
        else { throw NoDirectory(what: login) }
        guard agency.policy.role(role)?.needsSecondFactor == true else {
            return Client(of: node, session: session.token)
        }
        let secret = TOTPSecret()
        let digits = secret.code(ofStep: clock.now.milliseconds / 30_000)
        let full = try await programmes.setSecondFactor(staff, secret: secret, digits: digits).get()
        return Client(of: node, session: full.token)
    }
}
