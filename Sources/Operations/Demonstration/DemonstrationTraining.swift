import Program
import Store

extension DemonstrationMaking {
    /// Sessions of the past months with who was there and who was not, one ahead, and what members completed: of one of them the
    /// certificate soon runs out, one has nothing, and one is missing hours.
    func train(_ team: DemonstrationTeam, of agency: Agency, on today: Day) async throws {
        let rules = agency.policy.training
        guard let planner = team.byRole[rules.planner], let keeper = team.byRole[rules.keeper] else { return }
        let kind = agency.policy.gatheringKinds.first { $0.isTraining } ?? .training
        let topics = rules.trackedTopics.flatMap(\.topics).map(\.name)
        let members = team.supporters
        for (place, back) in [120, 80, 45, 20].enumerated() {
            let session = try await plan(
                place.isMultiple(of: 2) ? kind : .meeting, place, on: today.adding(days: -back),
                topics: Set(topics.dropFirst(place * 3).prefix(3)), by: planner, of: agency)
            guard let session else { continue }
            let present = members.enumerated().filter { ($0.offset + place) % 4 != 1 }.map(\.element.account)
            _ = try await programmes.closeList(
                of: session, present: Set(present), headcount: nil, by: try await staff(planner, of: agency))
        }
        _ = try await plan(
            kind, 4, on: today.adding(days: 18), topics: Set(topics.prefix(2)), by: planner, of: agency)
        let recorder = try await staff(keeper, of: agency)
        for (place, member) in members.enumerated() where place != 2 {
            for course in rules.courses {
                let form = CompletionForm(
                    course: course.id, title: "", doneOn: today.adding(days: -300 + place * 7) ?? today,
                    minutes: (course.hours?.number ?? 8) * 60, creditMinutes: 0, isApproved: true,
                    topics: Set(course.coveredTopics.map(\.name)),
                    expiresOn: place == 3 ? today.adding(days: 20) : nil)
                _ = try await programmes.recordCompletion(form, of: member.account, by: recorder)
            }
        }
    }

    private func plan(
        _ kind: GatheringKind, _ place: Int, on day: Day?, topics: Set<TopicName>, by planner: DemonstrationTeam.Member,
        of agency: Agency
    ) async throws -> String? {
        guard let day else { return nil }
        let titles = ["Listening well", "Team meeting", "After a critical incident", "Team meeting", "Grief and loss"]
        let from = agency.calendar.start(of: day).adding(seconds: 9 * 3600)
        let plan = GatheringPlan(
            kind: kind, title: titles[place], place: "Training room", from: from,
            until: from.adding(seconds: 2 * 3600), places: 20, topics: kind.isTraining ? topics : [])
        return try await programmes.planGathering(plan, by: try await staff(planner, of: agency)).made("a session")
    }
}
