import Operations
import Program
import Testing
import Web
import WebSupport

/// Training under the police division's procedure and the guidelines.
@Suite struct TrainingPoliceTests {
    // MARK: The police division

    @Test(.clause("PD-D.1")) func inServiceTrainingInBothTechniques() async throws {
        let town = try await DemoTown.on("police-division")
        let coordinator = try await town.signedIn("coordinator")
        let account = try town.account("supporter")
        let both = ["course.in-service.basic-techniques", "course.in-service.proper-techniques"]
        let session = try await coordinator.plans(
            "in-service", "Techniques", "2026-03-03T08:00", "2026-03-03T12:00",
            [("course", "in-service")] + both.map { ("topics", $0) })
        // Nothing is recorded before the list is closed.
        #expect(try await coordinator.post("\(session)/record").status == 422)
        _ = try await coordinator.closes(session, present: [account])
        #expect(try await coordinator.standing("course.in-service", of: account).text("state") == "missing")
        #expect(try await coordinator.post("\(session)/record").status == 303)
        #expect(try await coordinator.standing("course.in-service", of: account).text("state") == "met")
        // One of both is not enough.
        #expect(
            town.agency.policy.coursesCompleted(
                by: [
                    CourseCompletion(
                        id: "1", account: account, course: "in-service", title: "",
                        doneOn: try #require(Day("2026-01-01")),
                        topics: [TopicName(both[0])])
                ], on: try #require(Day("2026-03-10"))
            ).isEmpty)
    }

    @Test(.clause("PD-E.1")) func everyInServiceTrainingIsRequired() async throws {
        let town = try await DemoTown.on("police-division")
        let coordinator = try await town.signedIn("coordinator")
        let account = try town.account("supporter")
        let inService = try await coordinator.plans("in-service", "One", "2026-03-03T08:00", "2026-03-03T09:00")
        let other = try await coordinator.plans("meeting", "Other", "2026-03-04T08:00", "2026-03-04T09:00")
        for session in [inService, other] { _ = try await coordinator.closes(session, present: []) }
        #expect(try await coordinator.read("/api/v1/training/members/\(account)")["absent"] == 1)
    }

    @Test(.clause("PD-A.6")) func sessionsComeInThePolicysPeriod() async throws {
        let town = try await DemoTown.on("police-division")
        let coordinator = try await town.signedIn("coordinator")
        #expect(
            try await coordinator.page("/training/team").words.contains(
                "No session or meeting is planned from 1 January 2026 to 31 December 2026"))
        try town.turn(to: "2026-11-02T20:00:00Z")
        try await town.programmes.remindOfTraining()
        let later = try await town.signedIn("coordinator")
        #expect(try await later.notices().contains { $0.text("kind") == "period-without-session" })
        #expect(try await later.page("/home").words.contains("1 period without a session"))
        _ = try await later.plans("in-service", "Winter", "2026-12-03T08:00", "2026-12-03T09:00")
        #expect(try await !later.page("/home").words.contains("period without a session"))
    }

    // MARK: The guidelines

    @Test(.clause("IACP-8.1")) func fourHoursEachQuarter() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let account = try town.account("supporter")
        let first = try await coordinator.plans("training", "One", "2026-03-03T08:00", "2026-03-03T11:30")
        _ = try await coordinator.closes(first, present: [account])
        let standing = try await coordinator.standing("recurring.update", of: account)
        #expect(standing["done"] == 210 && standing["wanted"] == 240)
        #expect(try await coordinator.page("/training/team").words.contains("3.50 of 4 hours"))
        let second = try await coordinator.plans("training", "Two", "2026-03-04T08:00", "2026-03-04T08:30")
        _ = try await coordinator.closes(second, present: [account])
        #expect(try await coordinator.standing("recurring.update", of: account).text("state") == "met")
    }

    @Test(.clause("IACP-8.3"), .clause("IACP-6.4"), .clause("IACP-7.1"))
    func everyTopicIsTrackedPerMemberAndInTheYearsPlan() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let before = try await member.page("/training").words
        #expect(before.contains("0 of 29 topics") && before.contains("IACP-8.3"))
        #expect(before.contains("0 of 3 topics") && before.contains("IACP-6.4") && before.contains("IACP-7.1"))
        let session = try await coordinator.plans(
            "training", "Grief", "2026-03-03T08:00", "2026-03-03T09:00",
            [
                ("topics", "guidelines.grief"), ("topics", "non-disclosure.privilege"),
                ("topics", "relationships.entanglements"),
            ])
        let plan = try await coordinator.page("/training/team").section("Topics in this year’s sessions")?.words
        #expect(plan?.contains("1 of 29 topics") == true)
        _ = try await coordinator.closes(session, present: [try town.account("supporter")])
        let after = try await member.page("/training").words
        #expect(after.contains("1 of 29 topics") && after.contains("1 of 3 topics") && after.contains("1 of 1 topics"))
    }

    @Test(.clause("IACP-3.9-1")) func othersAreTrainedAndCounted() async throws {
        let town = try await DemoTown.on("iacp")
        let coordinator = try await town.signedIn("coordinator")
        let session = try await coordinator.plans("awareness", "For everybody", "2026-03-03T08:00", "2026-03-03T09:00")
        // They are counted and not listed.
        #expect(try await coordinator.post("\(session)/list").status == 422)
        #expect(try await coordinator.post("\(session)/list", ["headcount": "43"]).status == 303)
        #expect(
            try await coordinator.page("/training/team").facts["Trained in peer support"] == "43 people")
    }
}
