import Operations
import Program
import Testing
import Web
import WebSupport

/// Support off duty in Kern County: with a leader's approval, compensated as the member chooses, billed to their own assignment.
@Suite struct DutyTimeKernTests {
    @Test(.clause("KSO-J.1.b")) func aLeaderApprovesOffDutyTimeBeforeOrAfter() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let member = try await town.signedIn("supporter")
        #expect(try await member.writesDown("2026-03-10", "06:00", "07:30", compensation: "overtime").status == 303)
        #expect(
            try await member.writesDown("2026-03-10", "19:00", "20:00", compensation: "overtime", planned: true).status
                == 303)
        let table = try #require(try await member.page("/duty-time").table("Duty time"))
        #expect(table.dropFirst().allSatisfy { $0[3].contains("Waits for approval") })
        let leader = try await town.signedIn("leader")
        #expect(try await leader.notices().contains { $0.text("kind") == "duty-time-waits" })
        #expect(try await leader.page("/home").words.contains("2 entries"))
        // They see who, when, how long and which kind, and no more.
        let waiting = try #require(try await leader.page("/duty-time/approvals").table("To decide"))
        #expect(waiting[0] == ["Member", "When", "Hours", "Activity", ""])
        #expect(
            waiting[1].prefix(4) == [
                "PST Member", "10 March 2026, 06:00 to 07:30", "1.50", "Support for a person or family",
            ])
        let ids = try await leader.dutyTimeWaiting().map { $0.text("id") }
        let coordinator = try await town.signedIn("coordinator")
        #expect(try await coordinator.get("/duty-time/approvals").isNothing(for: coordinator))
        for id in ids { #expect(try await leader.decides(id, "approved").status == 303) }
        let approved = try #require(try await member.page("/duty-time").table("Duty time"))
        #expect(approved.dropFirst().allSatisfy { $0[3].hasSuffix("Approved") })
        // Nothing is paid that no leader approved.
        #expect(try await member.writesDown("2026-03-10", "08:00", "09:00", compensation: "overtime").status == 303)
        town.pass(seconds: 86_400)
        let lines = try await town.signedIn("coordinator").exports("2026-03-10", "2026-03-10")
        #expect(lines.count == 2 && lines[1].contains("after"))
    }

    @Test(.clause("KSO-J.1.b.1")) func overtimeOrCompensatoryTimeOffIsTheMembersChoice() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let member = try await town.signedIn("supporter")
        let form = try #require(try await member.page("/duty-time").forms.first { $0.action == "/duty-time" })
        #expect(form.values(of: "compensation") == ["overtime", "compensatory-time-off"])
        let open = try await member.writesDown("2026-03-10", "06:00", "07:00")
        #expect(open.status == 422 && open.text.contains("KSO-J.1.b.1"))
        // What was typed comes back.
        #expect(open.text.contains("value=\"06:00\"") && open.text.contains("value=\"2026-03-10\""))
        for (from, until, way) in [("06:00", "07:00", "overtime"), ("07:00", "08:00", "compensatory-time-off")] {
            #expect(try await member.writesDown("2026-03-10", from, until, compensation: way).status == 303)
        }
        let leader = try await town.signedIn("leader")
        for entry in try await leader.dutyTimeWaiting() {
            #expect(entry["compensation"] == nil)
            #expect(try await leader.decides(entry.text("id"), "approved").status == 303)
        }
        town.pass(seconds: 86_400)
        let lines = try await town.signedIn("coordinator").exports("2026-03-10", "2026-03-10")
        let place = try #require(lines[0].firstIndex(of: "compensation"))
        #expect(lines.dropFirst().map { $0[place] } == ["overtime", "compensatory-time-off"])
    }

    @Test(.clause("KSO-J.1.b.2")) func itIsBilledToTheCostCentreOfTheAssignmentAsOvertime510() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        try await town.directory(of: "supporter", costCentre: "2210")
        let member = try await town.signedIn("supporter")
        #expect(
            try await member.page("/duty-time").facts["Cost centre"]?.contains(
                "2210, overtime type 510 Rule KSO-J.1.b.2") == true)
        #expect(try await member.writesDown("2026-03-10", "06:00", "07:00", compensation: "overtime").status == 303)
        let leader = try await town.signedIn("leader")
        let id = try #require(try await leader.dutyTimeWaiting().first).text("id")
        #expect(try await leader.decides(id, "approved").status == 303)
        town.pass(seconds: 86_400)
        let coordinator = try await town.signedIn("coordinator")
        let lines = try await coordinator.exports("2026-03-10", "2026-03-10")
        let line = Dictionary(zip(lines[0], lines[1]), uniquingKeysWith: { first, _ in first })
        #expect(line["cost_centre"] == "2210" && line["overtime_type"] == "510" && line["hours"] == "1.00")
        // The interface has the same, and nobody else has either.
        let exports = try await coordinator.read("/api/v1/duty-time/payroll")["exports"]?.array ?? []
        let export = try #require(exports.first).text("id")
        let read = try await coordinator.read("/api/v1/duty-time/payroll/\(export)")["lines"]?.array ?? []
        #expect(read.count == 1 && read[0]["overtime_type"] == "510")
        for other in [try await town.signedIn("supporter"), try await town.signedIn("leader")] {
            #expect(try await other.get("/duty-time/payroll").isNothing(for: other))
            #expect(try await other.get("/duty-time/payroll/\(export)/lines.csv").isNothing(for: other))
        }
        // Where the directory names none, whoever exports is told before.
        try await town.directory(of: "supporter")
        let later = try await town.signedIn("supporter")
        #expect(try await later.writesDown("2026-03-10", "08:00", "09:00", compensation: "overtime").status == 303)
        let approver = try await town.signedIn("leader")
        let next = try #require(try await approver.dutyTimeWaiting().first).text("id")
        #expect(try await approver.decides(next, "approved").status == 303)
        #expect(
            try await town.signedIn("coordinator").page("/duty-time/payroll").words.contains(
                "The directory does not say everything"))
    }

    /// The vehicle of an off-duty response is one of the three, on the notice and on the entry.
    @Test(.clause("KSO-K.2")) func theVehicleStandsOnAnOffDutyEntry() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let member = try await town.signedIn("supporter")
        let form = try #require(try await member.page("/duty-time").forms.first { $0.action == "/duty-time" })
        #expect(form.names.contains("vehicle"))
        let other = try await member.writesDown(
            "2026-03-10", "06:00", "07:00", compensation: "overtime", vehicle: "bicycle")
        #expect(other.status == 422 && other.text.contains("KSO-K.2"))
        let taken = try await member.writesDown(
            "2026-03-10", "06:00", "07:00", compensation: "overtime", vehicle: "fleet")
        #expect(taken.status == 303)
        #expect(try await member.dutyTime().first?["vehicle"] == "fleet")
        #expect(
            try await member.page("/duty-time").table("Duty time")?[1][3].contains(
                "A department vehicle arranged with Fleet Management") == true)
    }

    /// A list gives no time, whatever is opened or joined (KSO-J.1.a).
    @Test(.clause("KSO-J.1.a")) func hoursOnAListNeverBecomeDutyTime() async throws {
        let town = try await DemoTown.on("kern-sheriff")
        let member = try await town.signedIn("supporter")
        let hours: JSON = ["kind": "off-duty", "weekdays": [1, 2, 3, 4, 5, 6, 7], "from": "00:00", "until": "00:00"]
        #expect(try await member.api(.post, "/api/v1/on-call/hours", hours).status == 201)
        town.pass(seconds: 7 * 86_400)
        let later = try await town.signedIn("supporter")
        #expect(try await later.dutyTime().isEmpty)
        #expect(try await later.page("/duty-time").words.contains("by themselves"))
        #expect(try await later.page("/duty-time").words.contains("KSO-J.1.a"))
    }
}
