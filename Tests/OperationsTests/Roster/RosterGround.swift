import Operations
import Program
import Sealing
import Store
import Testing

/// An agency whose clocks stand at nine on Friday, 20 November 2026, with a coordinator and three members of the team.
struct RosterGround: Sendable {
    let ground: Ground
    let keeper: Staff
    let ana: Staff
    let ben: Staff
    let carla: Staff

    init(_ engine: Engine, pack: String = "orange-county-probation") async throws {
        ground = try await Ground(engine, pack: pack)
        keeper = try await ground.member("keeper", roles: "coordinator")
        ana = try await ground.member("ana", roles: "supporter")
        ben = try await ground.member("ben", roles: "supporter")
        carla = try await ground.member("carla", roles: "supporter")
    }

    var programmes: Programmes { ground.programmes }
    var now: Instant { ground.clock.now }

    func moment(_ text: String) throws -> Instant {
        let parts = text.split(separator: " ")
        let day = try #require(Day(String(parts[0])))
        let minute = parts.count > 1 ? try #require(ClockMinute.minuteOfDay(String(parts[1]))) : 0
        return ground.agency.calendar.instant(of: ClockMinute(day, minute: minute))
    }

    func stretch(_ from: String, _ until: String) throws -> Stretch {
        let (beginning, end) = (try moment(from), try moment(until))
        return try #require(Stretch(from: beginning, until: end))
    }

    /// Turns of a week each, from Monday, 16 November, at eight.
    func rotation(_ members: [Staff], id: String = RandomId().text, until: String? = nil) throws -> Rotation {
        Rotation(
            id: id, name: "Calls", members: members.map(\.account), startsOn: try #require(Day("2026-11-16")),
            until: try until.map { try #require(Day($0)) }, handOver: 480, weeks: 1)
    }

    /// Ana has this week, Ben the next.
    @discardableResult
    func rotate(_ members: [Staff]? = nil, until: String? = nil) async throws -> Rotation {
        let rotation = try rotation(members ?? [ana, ben], until: until)
        let kept = try await programmes.addRotation(rotation, to: .supporters, by: keeper)
        _ = try #require(kept).get()
        return rotation
    }

    func onCall(_ text: String, _ list: RosterList.Kind = .supporters) async throws -> [String] {
        let moment = try moment(text)
        return try await ground.database.read { [agency = ground.agency] transaction in
            try transaction.availability(agency: agency, at: moment).onCall(list)
        }
    }

    /// Notices of gaps that nobody has answered.
    func gapNotices() async throws -> Int {
        try await ground.database.integer("SELECT count(*) FROM notice WHERE kind = 'roster-gap'")
    }
}
