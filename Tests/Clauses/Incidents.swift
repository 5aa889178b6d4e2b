import Foundation
import Operations
import Program
import Store
import Testing
import Web
import WebSupport

/// An incident as it is reported, run and followed by the people of a programme.
struct RunIncident {
    let town: DemoTown
    let leader: Client
    /// Where its board is.
    let place: String

    var id: String { String(place.split(separator: "/").last ?? "") }

    /// Reports one by the form, so many hours ago.
    static func reported(
        in town: DemoTown, by leader: Client, _ change: [String: String] = [:], hoursAgo: Int64 = 2
    ) async throws -> RunIncident {
        let reply = try await leader.fills("/critical-incidents", fields(town, change, hoursAgo: hoursAgo))
        try #require(reply.status == 303, "\(reply.text)")
        return RunIncident(town: town, leader: leader, place: try #require(reply.location))
    }

    /// What the form is filled in with.
    static func fields(_ town: DemoTown, _ change: [String: String] = [:], hoursAgo: Int64 = 2) -> [(String, String)] {
        var fields = [
            "kind": town.agency.policy.incidents.kinds[0].id, "scope": "own", "happenedAt": town.local(-hoursAgo),
            "toldAt": town.local(-hoursAgo + 1), "means": "telephone", "teller": "supervisor",
        ]
        fields.merge(change) { $1 }
        return fields.map { ($0.key, $0.value) }
    }

    func board() async throws -> Page { try await leader.page(place) }

    /// How a clock of the board stands, as it reads there.
    func clock(_ what: String) async throws -> [String] {
        let rows = try #require(try await board().table("Clocks"))
        return try #require(rows.first { $0[0].hasPrefix(what) }, "\(rows)")
    }

    func sends(_ path: String, _ fields: [(String, String)]) async throws -> Reply {
        try await leader.fills("\(place)/\(path)", fields)
    }

    /// Plans a meeting and gives the address of its page.
    func plans(_ meeting: String, hoursAfter hours: Int64, _ more: [(String, String)] = []) async throws -> String {
        let reply = try await sends(
            "meetings", [("meeting", meeting), ("startsAt", town.local(hours)), ("place", "Room 4")] + more)
        try #require(reply.status == 303, "\(reply.text)")
        return try #require(reply.location)
    }

    /// The word of a body that decides, by the page where it waits.
    static func word(_ word: String, for body: String, on id: String, by client: Client) async throws -> Reply {
        try await client.fills(
            "/critical-incidents/\(id)/decisions", [("meeting", "debriefing"), ("body", body), ("word", word)])
    }
}

extension Client {
    /// Sends a form with fields of which some come twice.
    func fills(_ path: String, _ fields: [(String, String)]) async throws -> Reply {
        try await post(path, fields, token: formToken)
    }
}

extension Page {
    /// What the list of that name offers.
    func options(of name: String) -> [String] {
        let lists = markup.matches(of: /<select[^>]*name="([^"]*)".*?<\/select>/.dotMatchesNewlines())
        guard let list = lists.first(where: { $0.1 == name }) else { return [] }
        return list.0.matches(of: /<option[^>]* value="([^"]+)"/).map { String($0.1) }
    }

    /// Whether a box of that name is ticked.
    func hasTicked(_ name: String) -> Bool {
        markup.matches(of: /<input[^>]*>/).contains { $0.0.contains("name=\"\(name)\"") && $0.0.contains(" checked") }
    }
}

extension DemoTown {
    /// The agency's clocks so many hours from now, as a page's field has it.
    func local(_ hours: Int64, minutes: Int64 = 0) -> String {
        let moment = clock.now.adding(seconds: hours * 3_600 + minutes * 60)
        var style = Date.ISO8601FormatStyle(timeZone: agency.agency.calendar.timeZone).year().month().day()
        style = style.time(includingFractionalSeconds: false).dateTimeSeparator(.standard)
        return String(
            Date(timeIntervalSince1970: TimeInterval(moment.milliseconds / 1000)).formatted(style).prefix(16))
    }
}
