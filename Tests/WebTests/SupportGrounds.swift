import Operations
import Program
import Sealing
import Store
import Web
import WebSupport

// Things of support at the addresses of those who give it.
extension Grounds {
    /// The address with a call-out, an offer, a request or a consultation of that caller at it; where the caller may not come
    /// there anyway, with ids of nobody's.
    func supportPath(_ path: String, of route: Route, for client: Client) async throws -> String {
        let names = ["{callOut}", "{supporter}", "{request}", "{reminder}", "{consultation}"]
        guard names.contains(where: path.contains) else { return path }
        var values = Dictionary(names.map { ($0, RandomId().text) }) { first, _ in first }
        if let staff = try await staff(client), route.audience.admits(staff.powers, owesSecondFactor: false) {
            values.merge(try await things(at: path, of: staff)) { _, made in made }
        }
        return values.reduce(path) { $0.replacing($1.key, with: $1.value) }
    }

    /// Whoever is fully signed in there.
    func staff(_ client: Client) async throws -> Staff? {
        let staff = try await login(client)
        return staff?.owesSecondFactor == true ? nil : staff
    }

    /// Whose session it is, the second factor still owed or not.
    func login(_ client: Client) async throws -> Staff? {
        guard let key = client.session.flatMap({ SessionKey(token: $0) }) else { return nil }
        return try await town.programmes.staff(session: key)
    }

    private func things(at path: String, of staff: Staff) async throws -> [String: String] {
        if path.contains("{callOut}") {
            let supporter = agency.members[try agency.role(with: .keepStatSheet)]?.account ?? ""
            return ["{callOut}": try await callOut(paging: [staff.account, supporter]), "{supporter}": supporter]
        }
        if path.contains("offers/{request}") { return ["{request}": try await offer(to: staff)] }
        guard path.contains("{request}") else { return ["{consultation}": try await consultation(for: staff)] }
        let request = try await request(of: staff)
        var made = ["{request}": request]
        if path.contains("{reminder}") {
            _ = try await town.programmes.remind(request, on: staff.today, of: .followUp, by: staff)?.get()
            made["{reminder}"] = try await town.programmes.request(request, of: staff)?.reminders.first?.id
        }
        if path.contains("{consultation}") {
            made["{consultation}"] = try await consultation(for: staff, on: request)
        }
        return made
    }

    private func callOut(paging accounts: [String]) async throws -> String {
        guard let desk = try await staff(client(agency.role(with: .callOut))) else { throw NotLaidOut(replies: []) }
        let id = try await town.programmes.beginCallOut(by: desk).get()
        let now = town.clock.now
        try await town.programmes.database.write { [agency] session in
            for (place, account) in accounts.enumerated() {
                _ = try session.insertPage(
                    of: account, callOut: id, agency: agency.agency.id, place: 90 + place, at: now)
            }
        }
        return id
    }

    /// A new request that is offered to them, as if the seeker had chosen them, at an hour they opened.
    private func offer(to staff: Staff) async throws -> String {
        try await openEveryHour(of: staff)
        let before = try await held(by: staff)
        _ = try await town.programmes.ask(
            Ask(origin: .oneself, standing: .employee, way: .message), in: agency.agency
        ).get()
        guard let id = try await held(by: staff).first(where: { !before.contains($0) }) else {
            throw NotLaidOut(replies: [])
        }
        try await town.programmes.database.write { transaction in
            try transaction.requestRoutes.setWave(.preferred, of: [staff.account], request: id)
        }
        return id
    }

    private func openEveryHour(of staff: Staff) async throws {
        let isOpen = try await town.programmes.database.read { transaction in
            try transaction.ownHours(agency: staff.agency.id).contains { $0.account == staff.account }
        }
        guard !isOpen, let hours = WeeklyHours(.everyDay, from: 0, until: 0) else { return }
        _ = try await town.programmes.openHours(hours, .onDuty, by: staff).get()
    }

    private func held(by staff: Staff) async throws -> [String] {
        try await town.programmes.database.read { transaction in
            try transaction.requestRoutes.heldRequests(by: staff.account, agency: staff.agency.id).map(\.request.id)
        }
    }

    private func request(of staff: Staff) async throws -> String {
        let id = try await offer(to: staff)
        _ = try await town.programmes.accept(id, Attestation(), by: staff)?.get()
        _ = try await town.programmes.giveAdvisement(id, withAdmonishment: true, by: staff)?.get()
        return id
    }

    /// A consultation for which they are asked, whatever the pack says of their role.
    private func consultation(for staff: Staff, on request: String? = nil) async throws -> String {
        guard
            let supporter = try await self.staff(client(agency.role(with: .keepStatSheet)))
        else { throw NotLaidOut(replies: []) }
        var about = request
        if about == nil { about = try await self.request(of: supporter) }
        let row = ConsultationRow(
            id: RandomId().text, request: about ?? "", account: staff.account, role: nil, sealed: nil,
            endsAt: town.clock.now.adding(seconds: 3600))
        try await town.programmes.database.write { transaction in
            _ = try transaction.requestRoutes.insert(row, agency: staff.agency.id)
        }
        return row.id
    }
}
