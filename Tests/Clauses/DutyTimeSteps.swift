import Foundation
import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

// What people do with duty time, as steps of a test. The town begins on Tuesday the tenth of March 2026 at ten in the morning.
extension DemoTown {
    /// What the directory says of the employee of that login from now on.
    func directory(
        of login: String, supervisor: String? = nil, costCentre: String? = nil, memorandum: String? = nil
    ) async throws {
        let owner = agency.agency.id
        try await programmes.database.write { transaction in
            let people = try transaction.people(agency: owner)
            let ids = Dictionary(uniqueKeysWithValues: people.map { ($0.record.employeeNumber, $0.id) })
            guard let person = people.first(where: { $0.record.employeeNumber == Employees.number(of: login) }) else {
                return
            }
            let old = person.record
            let record = PersonRecord(
                employeeNumber: old.employeeNumber, givenName: old.givenName, familyName: old.familyName, email: nil,
                phone: nil, unit: old.unit, division: old.division, shift: old.shift, rank: old.rank,
                classification: old.classification, isSupervisor: false,
                supervisor: supervisor.map(Employees.number), hiredOn: old.hiredOn, area: nil, costCentre: costCentre,
                memorandum: memorandum, investigates: false)
            try transaction.change(
                [ListedPerson(id: person.id, record: record, endedOn: nil)], ids: ids, agency: owner)
        }
    }

    /// Lets it be that time where the agency is.
    func turn(to day: String, _ time: String) throws {
        let minute = try #require(ClockMinute.minuteOfDay(time))
        clock.set(agency.agency.calendar.instant(of: ClockMinute(try #require(Day(day)), minute: minute)))
    }
}

extension Client {
    /// Writes down duty time on its page.
    func writesDown(
        _ day: String, _ from: String, _ until: String, status: String = "off-duty", compensation: String? = nil,
        vehicle: String? = nil, activity: String = "support", planned: Bool = false
    ) async throws -> Reply {
        var fields = [("day", day), ("from", from), ("until", until), ("activity", activity)]
        if !planned { fields.append(("status", status)) }
        if let compensation { fields.append(("compensation", compensation)) }
        if let vehicle { fields.append(("vehicle", vehicle)) }
        let page = planned ? "/duty-time/plans" : "/duty-time"
        return try await post(page, fields, token: formToken(at: "/duty-time"))
    }

    /// One's own entries, the latest first.
    func dutyTime() async throws -> [JSON] { try await read("/api/v1/duty-time")["entries"]?.array ?? [] }

    /// What waits for one's decision.
    func dutyTimeWaiting() async throws -> [JSON] {
        try await read("/api/v1/duty-time/approvals")["entries"]?.array ?? []
    }

    /// Decides on it, on the page of approvals.
    func decides(_ entry: String, _ answer: String) async throws -> Reply {
        try await post(
            "/duty-time/approvals/\(entry)/decision", [("answer", answer)],
            token: formToken(at: "/duty-time/approvals"))
    }

    /// Exports these days for payroll; gives the cells of the file, the head first.
    func exports(_ from: String, _ until: String) async throws -> [[String]] {
        let reply = try await post("/duty-time/payroll", ["from": from, "until": until])
        try #require(reply.status == 303, "\(reply.text)")
        return try await file("\(try #require(reply.location))/lines.csv")
    }

    /// The cells of a table for spreadsheets, without their quotes.
    func file(_ path: String) async throws -> [[String]] {
        let reply = try await get(path)
        try #require(reply.status == 200 && reply.headers["content-type"] == "text/csv; charset=utf-8", "\(reply)")
        return reply.text.split(separator: "\r\n").map { line in
            line.dropFirst().dropLast().components(separatedBy: "\",\"")
        }
    }
}
