import Operations
import Program
import Testing
import Web
import WebSupport

/// Hours and pay in Orange County: on duty as hours worked, off duty by a pre-approval that precedes the time, by the member's own agreement.
@Suite struct DutyTimeOrangeCountyTests {
    @Test(.clause("OCP-II.H.1-0", "OCP-II.H.1.a")) func onDutyIsPaidAsHoursWorked() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let member = try await town.signedIn("supporter")
        #expect(try await member.page("/team").links.contains("/duty-time"))
        let page = try await member.page("/duty-time")
        // Each entry says whether it was on duty; that is what is typical, and stands there at first.
        let form = try #require(page.forms.first { $0.action == "/duty-time" })
        #expect(form.values(of: "status") == ["on-duty", "off-duty"])
        #expect(page.words.contains("Support is typically given on duty. Rule OCP-II.H.1-0"))
        #expect(page.markup.firstMatch(of: /value="on-duty"[^>]* checked/) != nil)
        #expect(form.names.isDisjoint(with: ["name", "seeker", "request", "incident", "reason", "note", "words"]))
        let words = form.controls.filter(\.takesWords)
        #expect(words.isEmpty)
        #expect(try await member.writesDown("2026-03-10", "08:00", "09:30", status: "on-duty").status == 303)
        let entry = try #require(try await member.dutyTime().first)
        #expect(entry["status"] == "on-duty" && entry["payCode"] == "hours worked" && entry["minutes"] == 90)
        #expect(entry["approval"] == "not-needed")
        #expect(try await member.page("/duty-time").table("Duty time")?[1][3] == "On duty, hours worked")
        // Nothing of it waits for anybody, and payroll is told of it by its code.
        let administrator = try await town.signedIn("administrator")
        #expect(try await administrator.dutyTimeWaiting().isEmpty)
        town.pass(seconds: 86_400)
        let coordinator = try await town.signedIn("coordinator")
        let lines = try await coordinator.exports("2026-03-01", "2026-03-10")
        let line = Dictionary(zip(lines[0], lines[1]), uniquingKeysWith: { first, _ in first })
        #expect(line["duty"] == "on duty" && line["pay_code"] == "hours worked" && line["hours"] == "1.50")
        #expect(line["approved"] == "" && line["compensation"] == "" && line["exported"] == "first")
    }

    @Test(.clause("OCP-II.H.1.b")) func onlyAnApprovalThatPrecedesTheTimeIsAPreApproval() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let member = try await town.signedIn("supporter")
        let administrator = try await town.signedIn("administrator")
        // Asked ahead and approved before it begins.
        #expect(try await member.writesDown("2026-03-10", "18:00", "20:00", planned: true).status == 303)
        let waiting = try #require(try await administrator.dutyTimeWaiting().first)
        #expect(Set((waiting.object ?? [:]).keys) == ["id", "member", "start", "end", "activity", "isPlanned"])
        #expect(try await administrator.page("/home").links.contains("/duty-time/approvals"))
        let early = waiting.text("id")
        // Others than the Administrator have no say.
        for other in [member, try await town.signedIn("coordinator")] {
            let nothing = try await other.post("/duty-time/approvals/\(early)/decision", ["answer": "approved"])
            #expect(try await nothing.isNothing(for: other))
        }
        #expect(try await administrator.decides(early, "approved").status == 303)
        #expect(try await administrator.decides(early, "approved").status == 422)
        #expect(try await member.page("/duty-time").table("Duty time")?[1][3].contains("Pre-approved") == true)
        #expect(try await member.notices().map { $0.text("kind") } == ["duty-time-decided"])
        // Another is approved at the very moment at which it begins: too late.
        #expect(try await member.writesDown("2026-03-11", "12:00", "13:00", planned: true).status == 303)
        let late = try #require(try await administrator.dutyTimeWaiting().first).text("id")
        try town.turn(to: "2026-03-11", "11:00")
        let again = try await town.signedIn("administrator")
        try town.turn(to: "2026-03-11", "12:00")
        #expect(try await again.decides(late, "approved").status == 303)
        try town.turn(to: "2026-03-12", "10:00")
        let later = try await town.signedIn("supporter")
        for id in [early, late] {
            let planned = try #require(try await later.dutyTime().first { $0.text("id") == id })
            let (day, from, until) =
                id == early ? ("2026-03-10", "18:00", "20:00") : ("2026-03-11", "12:00", "13:00")
            #expect(planned["isPlanned"] == true)
            let took = try await later.post(
                "/duty-time/entries/\(id)/confirmation", [("day", day), ("from", from), ("until", until)],
                token: later.formToken(at: "/duty-time/entries/\(id)"))
            #expect(took.status == 303, "\(took.text)")
        }
        // Wherever it stands, it says which is which.
        let table = try #require(try await later.page("/duty-time").table("Duty time"))
        #expect(table[1][3].contains("Approved later, not pre-approved") && table[2][3].hasSuffix("Pre-approved"))
        let approver = try await town.signedIn("administrator")
        let decided = try #require(try await approver.page("/duty-time/approvals").table("Decided"))
        #expect(decided.dropFirst().map(\.last) == ["Approved later, not pre-approved", "Pre-approved"])
        let lines = try await town.signedIn("coordinator").exports("2026-03-10", "2026-03-11")
        let place = try #require(lines[0].firstIndex(of: "approved"))
        #expect(lines.dropFirst().map { $0[place] } == ["pre-approved", "approved later, not pre-approved"])
    }

    @Test(.clause("OCP-II.H.1.b")) func whatWasNotApprovedIsNotExported() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let member = try await town.signedIn("supporter")
        for (from, until) in [("06:00", "07:00"), ("07:00", "08:00")] {
            #expect(try await member.writesDown("2026-03-10", from, until).status == 303)
        }
        let administrator = try await town.signedIn("administrator")
        let waiting = try await administrator.dutyTimeWaiting().map { $0.text("id") }
        // One word for both, until it is read.
        #expect(try await administrator.notices().filter { $0.text("kind") == "duty-time-waits" }.count == 1)
        #expect(try await administrator.decides(waiting[0], "declined").status == 303)
        town.pass(seconds: 86_400)
        let coordinator = try await town.signedIn("coordinator")
        let refused = try await coordinator.post(
            "/duty-time/payroll", ["from": "2026-03-01", "until": "2026-03-10"])
        #expect(refused.status == 422 && refused.text.contains("nothing of these days"))
        #expect(refused.text.contains("2026-03-10"))
        // A period that is not over is not exported.
        let early = try await coordinator.post(
            "/duty-time/payroll", ["from": "2026-03-01", "until": "2026-03-11"])
        #expect(early.status == 422 && early.text.contains("a day that is over"))
        #expect(try await town.signedIn("administrator").decides(waiting[1], "approved").status == 303)
        let lines = try await town.signedIn("coordinator").exports("2026-03-01", "2026-03-10")
        #expect(lines.count == 2)
    }

    @Test(.clause("OCP-II.H.1.c")) func theAgreementIsNamedWithTheHoursAndNoRateIsComputed() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        // A name that a spreadsheet would compute is text.
        try await town.directory(of: "supporter", memorandum: "=2+3 Probation Unit")
        let member = try await town.signedIn("supporter")
        #expect(
            try await member.page("/duty-time").facts["Memorandum of understanding"]?.contains(
                "=2+3 Probation Unit; no rate is computed here Rule OCP-II.H.1.c") == true)
        #expect(try await member.writesDown("2026-03-10", "06:00", "07:00").status == 303)
        #expect(try await member.writesDown("2026-03-10", "08:00", "09:00", status: "on-duty").status == 303)
        let administrator = try await town.signedIn("administrator")
        let id = try #require(try await administrator.dutyTimeWaiting().first).text("id")
        #expect(try await administrator.decides(id, "approved").status == 303)
        town.pass(seconds: 86_400)
        let coordinator = try await town.signedIn("coordinator")
        let lines = try await coordinator.exports("2026-03-10", "2026-03-10")
        #expect(
            lines[0] == [
                "employee_number", "member", "day", "duty", "hours", "pay_code", "compensation", "approved",
                "memorandum_of_understanding", "exported",
            ])
        let place = try #require(lines[0].firstIndex(of: "memorandum_of_understanding"))
        #expect(lines.dropFirst().map { $0[place] } == ["'=2+3 Probation Unit", "'=2+3 Probation Unit"])
        // Exported once; what comes later is another export, and says of each line whether it was in one before.
        let again = try await coordinator.post("/duty-time/payroll", ["from": "2026-03-10", "until": "2026-03-10"])
        #expect(again.status == 422)
        let third = try await town.signedIn("supporter")
        #expect(try await third.writesDown("2026-03-10", "15:00", "16:00", status: "on-duty").status == 303)
        let more = try await town.signedIn("coordinator").exports("2026-03-10", "2026-03-10")
        #expect(more.dropFirst().map(\.last) == ["before, on 2026-03-11", "before, on 2026-03-11", "first"])
        // What payroll was told of is not taken back.
        let exported = try #require(try await third.dutyTime().last).text("id")
        let kept = try await third.api(.delete, "/api/v1/duty-time/entries/\(exported)")
        #expect(kept.status == 422 && kept.clauses == ["OCP-II.H.1.c"])
    }

    @Test(.clause("OCP-II.H.1.d")) func rosterHoursGiveNothingByThemselves() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let keeper = try await town.signedIn("coordinator")
        try await keeper.rotate([try town.account(of: "supporter")])
        #expect(try await keeper.list().onCallNow == [try town.account(of: "supporter")])
        // On the list for days, and no entry comes of it.
        town.pass(seconds: 3 * 86_400)
        let later = try await town.signedIn("supporter")
        #expect(try await later.dutyTime().isEmpty)
        let page = try await later.page("/duty-time")
        #expect(page.words.contains("Being on a call-out list is not duty time"))
        #expect(page.words.contains("no kind of activity stands for them. Rule OCP-II.H.1.d"))
        let kinds = try #require(page.forms.first { $0.action == "/duty-time" }).controls
        let list = /roster|list|on-call|stand-?by|availab|shift/
        #expect(kinds.allSatisfy { ($0.value ?? "").firstMatch(of: list) == nil })
        for activity in ["on-call", "roster", "standby", "availability"] {
            let refused = try await later.api(
                .post, "/api/v1/duty-time",
                [
                    "day": "2026-03-12", "from": "08:00", "until": "20:00", "status": "on-duty",
                    "activity": .string(activity),
                ])
            #expect(refused.status == 422 && Array(refused.problems.keys) == ["activity"], "\(refused)")
        }
        // An hour of work in a turn of a week is an hour.
        #expect(try await later.writesDown("2026-03-12", "10:00", "11:00", status: "on-duty").status == 303)
        let lines = try await town.signedIn("coordinator").exports("2026-03-10", "2026-03-12")
        #expect(lines.count == 2 && lines[1].contains("1.00"))
    }
}
