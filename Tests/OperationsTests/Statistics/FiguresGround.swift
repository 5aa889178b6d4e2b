import Foundation
import Operations
import Program
import Store
import TestSupport
import Testing

/// Orange County's programme with four supporters, whose months are submitted and published.
struct FiguresGround: Sendable {
    let ground: Ground
    let coordinator: Staff
    let supporters: [Staff]

    let august: ReleasePeriod
    let september: ReleasePeriod
    let october: ReleasePeriod

    init(_ engine: Engine) async throws {
        august = .month(try #require(Month("2026-08")))
        (september, october) = (august.next, august.next.next)
        ground = try await Ground(engine, on: "2026-11-19")
        coordinator = try await ground.member("c.ortiz", roles: "coordinator")
        var supporters: [Staff] = []
        for login in ["a.lopez", "b.jones", "e.kim", "f.diaz"] {
            supporters.append(try await ground.member(login, roles: "supporter"))
        }
        self.supporters = supporters
    }

    /// A supporter submits that many contacts of the month.
    func submit(_ count: Int, of period: ReleasePeriod, by supporter: Int) async throws {
        let (month, staff) = (period.lastMonth, supporters[supporter])
        let day = try #require(month.days.first)
        for _ in 0..<count {
            _ = try await ground.programmes.recordContact(.on(day), in: month, by: staff).get()
        }
        _ = try await ground.programmes.submitSheet(month, by: staff).get()
    }

    /// Each of the first three submits as many.
    func submitEach(_ count: Int, of period: ReleasePeriod) async throws {
        for supporter in 0...2 { try await submit(count, of: period, by: supporter) }
    }

    /// What a refusal names, or nothing where it was published.
    func publish(
        _ period: ReleasePeriod, of release: String = Publication.summary,
        with solver: any FiguresSolver = GlpsolSolver()
    ) async throws -> [String?]? {
        let programmes = ground.programmes.proving(with: solver)
        return try await #require(programmes.publishFigures(release, period, by: coordinator)).refusedFields
    }

    func published(_ period: ReleasePeriod, of release: String = Publication.summary) async throws -> Publication? {
        try await ground.programmes.publication(release, period, by: coordinator)?.publication
    }

    func standings() async throws -> [String] {
        try await ground.programmes.releaseStandings(by: coordinator).map {
            "\($0.release) \($0.period.text) \($0.status)"
        }
    }
}
