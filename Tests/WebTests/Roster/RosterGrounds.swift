import Operations
import Program
import Sealing
import Store
import Testing
import Web
import WebSupport

extension Grounds {
    /// The path with something of the call-out lists at it, made for that caller alone.
    func rosterPath(_ path: String, for client: Client) async throws -> String {
        let supporter = try account(of: agency.role(with: .keepStatSheet))
        let caller = try await login(client)?.account ?? supporter
        let id = RandomId().text
        var path = path.replacing("{list}", with: "supporters")
        if path.contains("{rotation}") {
            try await town.make { [agency] in
                try $0.insert(Self.rotation(id, of: supporter), on: .supporters, agency: agency.agency.id)
            }
            path = path.replacing("{rotation}", with: id)
        }
        if path.contains("{override}") {
            let override = RosterOverride(id: id, account: supporter, instead: nil, stretch: try soon())
            try await town.make { [agency] in
                try $0.insert(override, on: .supporters, agency: agency.agency.id)
            }
            path = path.replacing("{override}", with: id)
        }
        if path.contains("{offer}"), path.contains("on-call") {
            let giver = try caller == supporter ? account(of: agency.role(with: .keepRoster)) : supporter
            let swap = Swap(id: id, giver: giver, given: try soon(), inReturn: nil, status: .asked(of: caller))
            try await town.make { [agency] in try $0.keep(swap, on: .supporters, agency: agency.agency.id) }
            path = path.replacing("{offer}", with: id)
        }
        if path.contains("{leave}") {
            let leave = Leave(
                id: id, account: caller, firstDay: try Self.day("2026-03-12"), lastDay: try Self.day("2026-03-13"))
            try await town.make { [agency] in try $0.insert(leave, agency: agency.agency.id) }
            path = path.replacing("{leave}", with: id)
        }
        if path.contains("{hours}") {
            let hours = try #require(WeeklyHours(.everyDay, from: 1080, until: 1320))
            let own = OwnHours(id: id, account: caller, kind: .offDuty, hours: hours)
            try await town.make { [agency] in try $0.insert(own, agency: agency.agency.id) }
            path = path.replacing("{hours}", with: id)
        }
        if path.contains("{calendar}") {
            let made = try await self.client(agency.role(with: .takeRequests)).api(.post, "/api/v1/on-call/calendar")
            let link = try #require(made.json?.text("path"))
            path = path.replacing("{calendar}", with: try #require(link.split(separator: "/").last))
        }
        return path
    }

    private static func rotation(_ id: String, of account: String) throws -> Rotation {
        Rotation(
            id: id, name: "Calls", members: [account], startsOn: try day("2026-03-09"), handOver: 480, weeks: 1)
    }

    private static func day(_ text: String) throws -> Day { try #require(Day(text)) }

    private func account(of role: String) throws -> String { try #require(agency.members[role]).account }

    private func soon() throws -> Stretch {
        let now = town.clock.now
        return try #require(Stretch(from: now.adding(seconds: 3600), until: now.adding(seconds: 7200)))
    }
}

extension DemoTown {
    /// Writes something that people would make by forms.
    fileprivate func make(_ write: @escaping @Sendable (any Transaction) throws -> Void) async throws {
        try await programmes.database.write { transaction in try write(transaction) }
    }
}
