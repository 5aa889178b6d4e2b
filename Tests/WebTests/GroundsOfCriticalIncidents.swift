import Foundation
import Operations
import Program
import Sealing
import Web
import WebSupport

// A critical incident with whatever the address asks for: a scene to which the caller is asked, a meeting that is planned.
extension Grounds {
    func criticalIncidentPath(_ path: String, for client: Client) async throws -> String {
        guard path.contains("critical-incidents/{") || path.contains("responses/{") else { return path }
        guard let leader = agency.policy.roles(with: .leadIncidents).first else {
            return path.replacing("{incident}", with: RandomId().text).replacing("{meeting}", with: RandomId().text)
        }
        let led = try await self.client(leader.id.text)
        let incident = try await reportedIncident(by: led)
        var meeting = RandomId().text
        if path.contains("{meeting}") { meeting = try await plannedMeeting(in: incident, by: led) }
        let asked = path.contains("{asked}") ? try await askedPartner(in: incident, by: led) : ""
        if path.hasSuffix("scene/end") || path.contains("responses/") { try await openScene(in: incident, by: led) }
        return path.replacing("{incident}", with: incident).replacing("{meeting}", with: meeting)
            .replacing("{asked}", with: asked)
    }

    /// A service of a partner that was asked for; an id of nobody's where the policy has none.
    private func askedPartner(in incident: String, by client: Client) async throws -> String {
        guard let service = agency.policy.partnerServices.first else { return RandomId().text }
        let reply = try await client.api(
            .post, "/api/v1/critical-incidents/\(incident)/partners", ["service": .string(service.word)])
        guard let id = reply.json?["id"]?.string else { throw NotLaidOut(replies: [reply]) }
        return id
    }

    /// What is sent to report one.
    var bodyOfIncident: JSON {
        let kind = agency.policy.incidents.kinds.first?.id ?? "none"
        var body: [String: JSON] = [
            "kind": .string(kind), "happenedAt": .string(moment(hoursAgo: 30)),
            "toldAt": .string(moment(hoursAgo: 29)), "means": "telephone", "teller": "supervisor",
        ]
        if agency.policy.incidentScopes.count > 1 { body["scope"] = "own" }
        if agency.policy.incidents.largeScale != nil { body["isLargeScale"] = true }
        return .object(body)
    }

    private func reportedIncident(by client: Client) async throws -> String {
        let reply = try await client.api(.post, "/api/v1/critical-incidents", bodyOfIncident)
        guard let id = reply.json?["id"]?.string else { throw NotLaidOut(replies: [reply]) }
        return id
    }

    /// A meeting that is ahead; an id of nobody's where the policy has none.
    private func plannedMeeting(in incident: String, by client: Client) async throws -> String {
        guard let rule = agency.policy.meetings.first else { return RandomId().text }
        let reply = try await client.api(
            .post, "/api/v1/critical-incidents/\(incident)/meetings",
            ["meeting": .string(rule.id), "startsAt": .string(moment(hoursAgo: 1)), "place": "Room 1"])
        guard let id = reply.json?["id"]?.string else { throw NotLaidOut(replies: [reply]) }
        return id
    }

    private func openScene(in incident: String, by client: Client) async throws {
        guard let asker = agency.policy.incidents.sceneResponse?.askedBy.first else { return }
        _ = try await client.api(
            .post, "/api/v1/critical-incidents/\(incident)/scene",
            [
                "askedBy": .string(asker.word), "askedAt": .string(moment(hoursAgo: 1)), "wanted": 30, "place": "Gate",
            ])
    }

    private func moment(hoursAgo hours: Int64) -> String {
        let moment = town.clock.now.adding(seconds: -hours * 3_600)
        return Date(timeIntervalSince1970: TimeInterval(moment.milliseconds / 1000)).formatted(.iso8601)
    }
}
