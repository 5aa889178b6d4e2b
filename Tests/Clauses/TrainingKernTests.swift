import Operations
import Program
import Testing
import Web
import WebSupport

/// Training under Kern County's policy.
@Suite struct TrainingKernTests {
    /// The statute's fourteen topics and the certificate of POST make the course count; one can read what is missing.
    @Test(.clause("KSO-D.1")) func aCourseCountsWithEveryTopicAndTheCertificate() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        let account = try town.account("supporter")
        let topics = town.agency.policy.training.courses[0].coveredTopics.map(\.name.text)
        try #require(topics.count == 14)

        #expect(try await coordinator.standing("course.basic", of: account).text("state") == "missing")
        let partial = try await coordinator.records(
            "basic", of: account, on: "2026-02-01", topics: topics.filter { $0 != "course.basic.grief" })
        #expect(partial.status == 303, "\(partial)")
        let standing = try await coordinator.standing("course.basic", of: account)
        #expect(standing.text("state") == "missing" && standing["missingTopics"] == ["Grief"])
        #expect(try await coordinator.page("/training/members/\(account)").words.contains("Missing: Grief."))
        _ = try await coordinator.records("basic", of: account, on: "2026-02-02", approved: false, topics: topics)
        #expect(try await coordinator.standing("course.basic", of: account).text("state") == "missing")
        _ = try await coordinator.records("basic", of: account, on: "2026-02-03", topics: topics)
        #expect(try await coordinator.standing("course.basic", of: account).text("state") == "met")
    }

    @Test(.clause("KSO-D.2")) func oneTrainingOrMeetingEachQuarter() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        #expect(try await member.standing("recurring.quarterly").text("state") == "open")
        let session = try await coordinator.plans("meeting", "Spring meeting", "2026-03-10T08:00", "2026-03-10T09:30")
        #expect(try await member.page("/training").words.contains("Spring meeting"))

        // The code in the room opens a page on which one says "I am here", on the day itself.
        let read = try await coordinator.read("/api/v1\(session)")
        let code = read.text("code")
        #expect(try await member.read("/api/v1\(session)")["code"] == .null)
        #expect(try await member.page("/training/here/\(code)").words.contains("I am here"))
        #expect(try await member.post("/training/here/\(code)").status == 303)
        #expect(try await member.page("/training/here/\(code)").words.contains("You are on the list"))
        #expect(try await coordinator.closes(session, present: [try town.account("supporter")]).status == 303)
        #expect(try await member.standing("recurring.quarterly").text("state") == "met")
        // Whoever was not there is absent, and has not had it.
        let leader = try town.account("leader")
        let standings = try await coordinator.read("/api/v1/training/team")["members"]?.array ?? []
        let other = standings.first { $0.text("account") == leader }
        #expect(other.map { $0["standings"]?.array?.contains { $0.text("state") == "open" } == true } ?? true)

        // On the next day the code says nothing, and a quarter later it is due again.
        town.pass(seconds: 86_400)
        let later = try await town.signedIn("supporter")
        let refused = try await later.post("/training/here/\(code)")
        #expect(refused.status == 422 && refused.text.contains("KSO-D.2"))
        try town.turn(to: "2026-04-02T18:00:00Z")
        #expect(try await town.signedIn("supporter").standing("recurring.quarterly").text("state") == "open")
    }

    /// Whoever has a place hears that it is elsewhere, once each time; of what does not concern their coming they hear nothing.
    @Test func whoeverHasAPlaceHearsOfAnotherTimeOrPlace() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        let (comes, staysAway) = (try await town.signedIn("supporter"), try await town.signedIn("leader"))
        let (from, until) = ("2026-03-20T08:00", "2026-03-20T09:30")
        let session = try await coordinator.plans("meeting", "Spring meeting", from, until)
        #expect(try await comes.post("\(session)/place").status == 303)
        func changed(place: String, from: String, places: String) async throws -> [Int] {
            let fields = [
                ("kind", "meeting"), ("title", "Spring meeting"), ("place", place), ("from", from), ("until", until),
                ("places", places), ("creditMinutes", "0"),
            ]
            let reply = try await coordinator.post("\(session)/change", fields, token: coordinator.formToken)
            try #require(reply.status == 303, "\(reply)")
            var told: [Int] = []
            for member in [comes, staysAway] {
                told.append(try await member.notices().count { $0.text("kind") == "session-changed" })
            }
            return told
        }
        #expect(try await changed(place: "Room 2", from: from, places: "20") == [0, 0])
        #expect(try await changed(place: "Gym", from: from, places: "20") == [1, 0])
        #expect(try await changed(place: "Gym", from: "2026-03-20T07:30", places: "20") == [2, 0])
    }

    @Test(.clause("KSO-D.3")) func aQuarterWithoutASessionIsShownAheadAndADesigneePlansOne() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        let shown = try await coordinator.page("/training/team").words
        #expect(shown.contains("No session or meeting is planned from 1 January 2026 to 31 March 2026"))
        #expect(shown.contains("KSO-D.3"))

        // Thirty days before a quarter ends the coordinator is told, once.
        func told() async throws -> Int {
            try await town.signedIn("coordinator").notices().count { $0.text("kind") == "period-without-session" }
        }
        try town.turn(to: "2026-05-30T20:00:00Z")
        try await town.programmes.remindOfTraining()
        #expect(try await told() == 0)
        try town.turn(to: "2026-05-31T20:00:00Z")
        for _ in 1...3 { try await town.programmes.remindOfTraining() }
        #expect(try await told() == 1)

        // Whoever stands in for the coordinator plans it; before, nobody else can.
        let leader = try await town.signedIn("leader")
        #expect(try await leader.get("/training/sessions/new").isNothing(for: leader))
        let again = try await town.signedIn("coordinator")
        let named = try await again.post(
            "/designees",
            ["role": "coordinator", "login": "leader", "startsOn": "2026-05-31", "lastDay": "2026-06-30"])
        #expect(named.status == 303, "\(named)")
        _ = try await leader.plans("training", "Refreshing what we know", "2026-06-20T09:00", "2026-06-20T11:00")
        #expect(try await !again.page("/training/team").words.contains("from 1 April 2026 to 30 June 2026"))
        #expect(try await leader.get("/training/team/record.csv").isNothing(for: leader))
    }

    @Test(.clause("KSO-E.1")) func oneRefresherEachYear() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let coordinator = try await town.signedIn("coordinator")
        let account = try town.account("supporter")
        let meeting = try await coordinator.plans("meeting", "A meeting", "2026-03-02T08:00", "2026-03-02T09:00")
        _ = try await coordinator.closes(meeting, present: [account])
        #expect(try await coordinator.standing("recurring.yearly", of: account).text("state") == "open")
        let refresher = try await coordinator.plans("refresher", "Refresher", "2026-03-03T08:00", "2026-03-03T12:00")
        _ = try await coordinator.closes(refresher, present: [account])
        #expect(try await coordinator.standing("recurring.yearly", of: account).text("state") == "met")
        try town.turn(to: "2027-01-05T18:00:00Z")
        let next = try await town.signedIn("coordinator")
        #expect(try await next.standing("recurring.yearly", of: account).text("state") == "open")
    }

    @Test(.clause("KSO-A.3")) func planningAndTheRecordAreTheCoordinators() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let account = try town.account("supporter")
        let paths = [
            "/training/team", "/training/sessions/new", "/training/members/\(account)", "/training/team/record.csv",
        ]
        for role in town.roles {
            let client = try await town.signedIn(role)
            for path in paths {
                let reply = try await client.get(path)
                #expect(try await reply.isNothing(for: client) == (role != "coordinator"), "\(role) \(path)")
            }
        }
    }
}
