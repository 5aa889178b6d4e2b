import Operations
import PolicyPacks
import Program
import Sealing
import TestSupport
import Testing
import Web
import WebSupport

/// Somebody who asked for support, by what their receipt opens.
struct Seeker {
    let town: DemoTown
    let pass: SeekerPass

    func view() async throws -> SeekerView {
        try #require(try await town.programmes.request(of: pass, in: town.agency.agency))
    }

    func write(_ text: String) async throws {
        try await #require(town.programmes.write(text, by: pass, in: town.agency.agency)).get()
    }
}

extension DemoTown {
    /// Somebody asks for support by messages, unless `change` says otherwise.
    func asks(_ change: (inout Ask) -> Void = { _ in }) async throws -> Seeker {
        var ask = Ask(origin: .oneself, standing: .employee, way: .message)
        change(&ask)
        let receipt = try await programmes.ask(ask, in: agency.agency).get()
        guard case .opened(let pass) = try await programmes.seeker(receipt, in: agency.agency) else {
            throw NoReceipt()
        }
        return Seeker(town: self, pass: pass)
    }

    /// Lets time go by, and what is due by then be done.
    func goOn(minutes: Int64) async throws {
        pass(seconds: minutes * 60)
        try await programmes.advanceRequests()
        try await programmes.tellReminders()
        try await programmes.endConsultations()
    }

    func staff(_ client: Client) async throws -> Staff {
        let key = try #require(client.session.flatMap { SessionKey(token: $0) })
        return try #require(try await programmes.staff(session: key))
    }

    /// The client says that they can be asked at any hour, of their own free will.
    func opensHours(_ client: Client) async throws {
        let always = try #require(WeeklyHours(.everyDay, from: 0, until: 0))
        _ = try await programmes.openHours(always, .offDuty, by: staff(client)).get()
    }

    /// Takes these people into the directory: number, given name, whom they report to, whether they supervise, whether they
    /// investigate. Where areas are given, by number, the directory names them.
    func employs(
        _ people: [(number: String, name: String, supervisor: String, supervises: Bool, investigates: Bool)],
        areas: [String: String] = [:]
    ) async throws {
        let head =
            "employee_number,given_name,family_name,email,phone,unit,division,shift,rank,classification,"
            + "is_supervisor,supervisor,hired_on,area,cost_centre,mou,investigates,retires_on\n"
        let lines = people.map { person in
            """
            \(person.number),\(person.name),Person,,,Unit \(person.number),North,Days,\
            \(person.supervises ? "Sergeant" : "Officer"),sworn,\(person.supervises ? "yes" : "no"),\
            \(person.supervisor),2020-01-01,\(areas[person.number] ?? ""),,,\(person.investigates ? "yes" : "no"),
            """
        }
        let today = try agency.agency.day(at: clock.now)
        // Whoever is of the town's own team stays.
        let team = try await programmes.database.employees(agency: agency.agency.id).map { person in
            PersonnelColumn.allCases.map { person.text(in: $0) }.joined(separator: ",")
        }
        let file = PersonnelFileReader(Array((head + (lines + team).joined(separator: "\n") + "\n").utf8))
        switch PersonnelFile.check(rows: file, at: today) {
        case .failure(let problems): throw NoDirectory(what: "\(problems)")
        case .success(let personnel): _ = try await programmes.updateDirectory(personnel, of: agency.agency).get()
        }
    }

    /// An enrolled and signed-in supporter who is that person of the directory.
    func supporter(_ login: String, named name: String, employee number: String) async throws -> Client {
        let created = try await programmes.createAccount(
            NewAccount(login: login, name: name, employeeNumber: number), in: agency.agency
        ).get()
        let role = RoleID(try agency.role(with: .keepStatSheet))
        let holding = Holding(role: role, area: nil, startsOn: try #require(Day("2026-01-01")), until: nil)
        _ = try await programmes.appointAsOperator(
            Appointment(account: created.id, holding: holding), in: agency.agency)?.get()
        _ = try await programmes.enrol(
            agency: agency.agency, login: login, code: created.enrolmentCode.text, passphrase: DemoAgency.passphrase
        ).get()
        let client = visitor()
        let reply = try await client.post(
            "/agencies/\(agency.slug)/sign-in", ["login": login, "passphrase": DemoAgency.passphrase])
        try #require(reply.status == 303, "\(reply)")
        return client
    }
}

struct NoReceipt: Error {}

struct NoDirectory: Error {
    let what: String
}

extension Client {
    /// The ids of the requests offered to them.
    func offers() async throws -> [String] {
        try await read("/api/v1/offers")["offers"]?.array?.map { $0.text("id") } ?? []
    }

    /// The one request offered to them.
    func offer() async throws -> String {
        let offers = try await offers()
        try #require(offers.count == 1, "\(offers)")
        return offers[0]
    }

    /// Takes the request with the form of the offer's page, ticking those ties.
    func accept(_ id: String, ties: [String] = [], inChain: Bool = false) async throws -> Reply {
        let fields = ties.map { ("ties", $0) } + (inChain ? [("isInChainOfCommand", "yes")] : []) + [("attests", "yes")]
        return try await post("/offers/\(id)/acceptance", fields, token: formToken)
    }

    /// Takes the one request offered and confirms the advisement; gives its id.
    func take(inChain: Bool = false, admonishing: Bool = false) async throws -> String {
        let id = try await offer()
        let accepted = try await accept(id, inChain: inChain)
        try #require(accepted.status == 303, "\(accepted)")
        let advised = try await advise(id, admonishing: admonishing)
        try #require(advised.status == 303, "\(advised)")
        return id
    }

    func advise(_ id: String, admonishing: Bool = false) async throws -> Reply {
        let fields = [("gives", "yes")] + (admonishing ? [("withAdmonishment", "yes")] : [])
        return try await post("/requests/\(id)/advisement", fields, token: formToken)
    }

    /// Does something to a request of theirs with a form.
    func act(_ id: String, _ what: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Reply {
        try await post("/requests/\(id)/\(what)", fields)
    }
}
