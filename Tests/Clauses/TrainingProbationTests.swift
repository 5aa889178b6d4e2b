import Operations
import Program
import Testing
import Web
import WebSupport

/// Training under the orders of the two probation departments.
@Suite struct TrainingProbationTests {
    // MARK: Sacramento

    @Test(.clause("SAC-II.B.1")) func theCoordinatorKeepsTheTrainingCalendar() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let session = try await coordinator.plans(
            "training", "Listening", "2026-03-20T09:00", "2026-03-20T11:00", [("places", "1")])
        #expect(try await member.page("/training").words.contains("Listening"))
        #expect(try await member.post("\(session)/place").status == 303)
        #expect(try await member.page(session).words.contains("1 of 1 taken"))
        let file = try await member.get("\(session)/calendar")
        #expect(file.text.contains("BEGIN:VEVENT") && file.text.contains("SUMMARY:Listening"))
        #expect(try await member.get("/training/sessions/new").isNothing(for: member))
        #expect(try await coordinator.post("\(session)/cancellation").status == 303)
        #expect(try await member.notices().contains { $0.text("kind") == "session-called-off" })
    }

    @Test(.clause("SAC-II.D.3.j")) func whoeverIsAwayIsAbsentUnlessExcused() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let account = try town.account("supporter")
        for (day, title) in [("03", "First"), ("04", "Second")] {
            let session = try await coordinator.plans(
                "training", title, "2026-03-\(day)T09:00", "2026-03-\(day)T11:00")
            if title == "Second" { #expect(try await member.post("\(session)/excuse").status == 303) }
            #expect(try await coordinator.closes(session, present: []).status == 303)
            if title == "Second" {
                // Nobody excuses themselves, and no reason is asked.
                let form = ["account": account, "outcome": "excused"]
                #expect(
                    try await member.post("\(session)/correction", ["account": account, "outcome": "excused"])
                        .isNothing(for: member))
                #expect(
                    try await coordinator.api(
                        .post, "/api/v1\(session)/correction", .object(form.mapValues { .string($0) })
                    ).status == 204)
            }
        }
        let record = try await coordinator.read("/api/v1/training/members/\(account)")
        #expect(record["absent"] == 1 && record["excused"] == 1 && record["attended"] == 0)
        let own = try await member.page("/training").words
        #expect(own.contains("absent 1, excused 1") && own.contains("SAC-II.D.3.j"))
    }

    @Test(.clause("SAC-VII-1")) func onlyAnApprovedCourseIsTheInitialTraining() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let account = try town.account("supporter")
        _ = try await coordinator.records("initial", of: account, on: "2026-02-01", approved: false)
        #expect(try await coordinator.standing("course.initial", of: account).text("state") == "missing")
        #expect(try await coordinator.page("/training/team").words.contains("Not approved"))
        _ = try await coordinator.records("initial", of: account, on: "2026-02-02")
        #expect(try await coordinator.standing("course.initial", of: account).text("state") == "met")
        #expect(try await coordinator.page("/training/courses").words.contains("Approved by the department"))
    }

    @Test(.clause("SAC-VII-2")) func topicsAreTrackedAndTheCoordinatorNamesCourses() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let account = try town.account("supporter")
        #expect(try await member.page("/training").words.contains("0 of 4 topics"))
        let session = try await coordinator.plans(
            "training", "Listening", "2026-03-03T09:00", "2026-03-03T11:00", [("topics", "further.listening")])
        _ = try await coordinator.closes(session, present: [account])
        let page = try await member.page("/training").words
        #expect(page.contains("1 of 4 topics") && !page.contains("Missing: Listening well"))
        #expect(page.contains("Missing: Critical incident stress; Assessing what is needed; Post-traumatic stress."))
        let named = try await coordinator.post(
            "/training/courses",
            ["title": "Advanced", "minutes": "240", "creditMinutes": "0", "topics": "further.assessment"])
        #expect(named.status == 303, "\(named)")
        let course = try #require(try await coordinator.read("/api/v1/training/courses")["courses"]?.array?.first)
        _ = try await coordinator.records(course.text("id"), of: account, on: "2026-03-04")
        #expect(try await member.page("/training").words.contains("2 of 4 topics"))
    }

    @Test(.clause("SAC-VII-3")) func theRecordCountsHoursTowardsTheCreditAndIsExported() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let coordinator = try await town.signedIn("coordinator")
        let account = try town.account("supporter")
        let session = try await coordinator.plans(
            "training", "=Assessment", "2026-03-03T09:00", "2026-03-03T11:00", [("creditMinutes", "90")])
        _ = try await coordinator.closes(session, present: [account])
        let record = try await coordinator.read("/api/v1/training/members/\(account)")
        #expect(record["creditMinutes"] == 90)
        #expect(try await coordinator.page("/training/members/\(account)").words.contains("STC hours this year: 1.50"))
        let file = try await coordinator.get("/training/team/record.csv")
        #expect(file.headers["content-type"]?.hasPrefix("text/csv") == true)
        #expect(file.text.contains("\"'=Assessment\",\"training\",\"2026-03-03\",\"2\",\"1.50\""))
    }

    // MARK: Orange County

    @Test(.clause("OCP-I.C.3.b")) func assignedMembersHaveToBeThere() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let account = try town.account("supporter")
        let session = try await coordinator.plans("training", "Seminar", "2026-03-10T08:00", "2026-03-10T09:00")
        #expect(try await !member.page(session).words.contains("You have to be there"))
        #expect(try await coordinator.post("\(session)/assignments", ["account": account]).status == 303)
        #expect(try await member.notices().contains { $0.text("kind") == "training-assigned" })
        let page = try await member.page(session).words
        #expect(page.contains("You are assigned") && page.contains("OCP-I.C.3.b"))
        // Whoever is assigned gives no place back.
        #expect(try await member.post("\(session)/place/end").status == 422)
        _ = try await coordinator.closes(session, present: [])
        #expect(try await coordinator.read("/api/v1/training/members/\(account)")["absent"] == 1)
    }

    @Test(.clause("OCP-I.C.3.g")) func oneMeetingEachQuarter() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let account = try town.account("supporter")
        // A training is no meeting.
        let training = try await coordinator.plans("training", "Training", "2026-03-03T08:00", "2026-03-03T09:00")
        _ = try await coordinator.closes(training, present: [account])
        #expect(try await coordinator.standing("recurring.quarterly-meeting", of: account).text("state") == "open")
        #expect(
            try await coordinator.page("/training/team").words.contains(
                "No session or meeting is planned from 1 January 2026 to 31 March 2026"))
        let meeting = try await coordinator.plans("meeting", "Meeting", "2026-03-04T08:00", "2026-03-04T09:00")
        _ = try await coordinator.closes(meeting, present: [account])
        #expect(try await coordinator.standing("recurring.quarterly-meeting", of: account).text("state") == "met")
    }

    @Test(.clause("OCP-II.I.1")) func theEightAreasAreTracked() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let topics = town.agency.policy.training.topicNames.sorted().map(\.text)
        try #require(topics.count == 8)
        #expect(try await member.page("/training").words.contains("0 of 8 topics"))
        let session = try await coordinator.plans(
            "training", "All of it", "2026-03-03T08:00", "2026-03-03T16:00", topics.dropFirst().map { ("topics", $0) })
        _ = try await coordinator.closes(session, present: [try town.account("supporter")])
        let page = try await member.page("/training").words
        #expect(page.contains("7 of 8 topics") && page.contains("OCP-II.I.1"))
    }

    @Test(.clause("OCP-II.I.2")) func theSuggestedCoursesBlockNothingAndTheChiefNamesMore() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let chief = try await town.signedIn("chief")
        let account = try town.account("supporter")
        for course in ["basic-peer-support", "basic-cism", "nova"] {
            #expect(try await coordinator.standing("course.\(course)", of: account).text("state") == "advised")
        }
        #expect(town.agency.policy.coursesMissing([], roles: [RoleID("supporter")]).isEmpty)
        let body: [String: JSON] = ["title": "Advanced grief", "minutes": 480, "isApproved": false, "topics": []]
        #expect(
            try await coordinator.api(.post, "/api/v1/training/courses", .object(body)).isNothing(
                for: coordinator, api: true))
        #expect(try await chief.api(.post, "/api/v1/training/courses", .object(body)).status == 201)
        let course = try #require(try await coordinator.read("/api/v1/training/courses")["courses"]?.array?.first)
        #expect(try await coordinator.records(course.text("id"), of: account, on: "2026-03-01").status == 303)
        #expect(try await coordinator.records("basic-cism", of: account, on: "2026-03-02").status == 303)
        #expect(try await coordinator.standing("course.basic-cism", of: account).text("state") == "met")
    }

    @Test(.clause("OCP-II.I.3")) func whoWentToTheConferenceTrainsTheOthers() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let account = try town.account("supporter")
        let conference = try await coordinator.plans(
            "conference", "PSPSA", "2026-03-02T08:00", "2026-03-04T16:00", [("places", "2"), ("isBudgeted", "yes")])
        let facts = try await coordinator.page(conference).facts
        #expect(facts["Budget"] == "Has a line" && facts["Places"] == "0 of 2 taken")
        _ = try await coordinator.closes(conference, present: [account])
        #expect(try await member.page("/home").words.contains("A session for the team on PSPSA"))
        #expect(try await coordinator.page("/training/team").words.contains("a session on PSPSA"))
        // Planned it is still owed; held it is not.
        let id = String(conference.split(separator: "/").last ?? "")
        let session = try await coordinator.plans(
            "training", "What we learned", "2026-03-10T08:00", "2026-03-10T09:00",
            [("passesOn", id), ("holders", account)])
        #expect(try await coordinator.read("/api/v1/training/team")["owedSessions"] == 1)
        _ = try await coordinator.closes(session, present: [account])
        #expect(try await coordinator.read("/api/v1/training/team")["owedSessions"] == 0)
        #expect(try await !member.page("/home").words.contains("A session for the team on PSPSA"))
    }

    @Test(.clause("OCP-II.I.3b")) func whoHasHadNoTrainingThisYearIsShown() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let coordinator = try await town.signedIn("coordinator")
        let member = try await town.signedIn("supporter")
        let account = try town.account("supporter")
        #expect(
            try await member.page("/training").table("What is asked")?.contains {
                $0.first == "On-going training, to stay current" && $0[2] == "Advised, 0 of 1"
            } == true)
        #expect(try await coordinator.standing("recurring.on-going", of: account).text("state") == "advised")
        let session = try await coordinator.plans("training", "Any", "2026-03-03T08:00", "2026-03-03T09:00")
        _ = try await coordinator.closes(session, present: [account])
        #expect(try await coordinator.standing("recurring.on-going", of: account).text("state") == "met")
    }
}
