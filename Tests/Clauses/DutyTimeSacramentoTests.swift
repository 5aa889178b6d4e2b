import Operations
import PolicyPacks
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Time of Peer Supporters in Sacramento: released from duty, an agent of the department while off duty, and nothing paid.
@Suite struct DutyTimeSacramentoTests {
    @Test(.clause("SAC-II.D.1"), arguments: TestDatabase.engines)
    func theOwnSupervisorIsToldWhenAndNothingElse(engine: Store.Engine) async throws {
        let town = try await DemoTown.start(pack: "sacramento-probation", engine: engine)
        let member = try await town.signedIn("supporter")
        let asked = ["day": "2026-03-11", "from": "14:00", "until": "15:30"] as KeyValuePairs
        // Nobody is named in the directory: that is said plainly, with words to give by hand.
        let nobody = try Page(try await member.posted("/duty-time/release", asked))
        #expect(nobody.words.contains("Nobody is told") && nobody.words.contains("from 14:00 until 15:30"))
        // The supervisor is in the directory and does not sign in here.
        let owner = town.agency.agency.id
        _ = try await town.programmes.database.employ("boss", agency: owner)
        try await town.directory(of: "supporter", supervisor: "boss")
        let byHand = try Page(try await member.posted("/duty-time/release", asked))
        #expect(byHand.words.contains("Robin Employee is not told") && byHand.words.contains("needed for peer support"))
        // The supervisor signs in here.
        let boss = try await town.enrolled("boss", as: Employees.number(of: "boss"))
        #expect(try await boss.notices().isEmpty)
        let told = try Page(try await member.posted("/duty-time/release", asked))
        #expect(told.words.contains("A notice waits for them"))
        let notice = try #require(try await boss.notices().first)
        #expect(notice.text("kind") == "release-asked" && notice["about"] == nil)
        let name = try await town.staff(member).name
        for page in [try await boss.page("/notices"), try await boss.page("/home")] {
            #expect(page.words.contains("\(name) is needed for peer support"))
            #expect(page.words.contains("On 11 March 2026, from 14:00 until 15:30."))
            #expect(page.words.contains("For whom and why is told to nobody."))
        }
        // Nobody else is told of it, and who was asked for stands in no row.
        for role in ["coordinator", "management-liaison"] {
            let other = try await town.signedIn(role)
            #expect(try await other.notices().allSatisfy { $0.text("kind") != "release-asked" })
        }
        let account = try town.member("supporter").account
        let rows = try await town.programmes.database.read { transaction in
            try transaction.rows("SELECT raised_by, raised_at FROM notice WHERE kind = 'release-asked'").map {
                (try $0.optionalText("raised_by"), try $0.optionalInt64("raised_at"))
            }
        }
        #expect(rows.count == 1 && rows.allSatisfy { $0.0 != account && $0.1 == nil })
        // What is wrong is said, and what was typed comes back.
        let past = try await member.post(
            "/duty-time/release", ["day": "2026-03-09", "from": "14:00", "until": "13:00"])
        #expect(past.status == 422 && past.text.contains("SAC-II.D.1") && past.text.contains("value=\"14:00\""))
        // Once the day is over it is gone, notice and all.
        town.pass(seconds: 2 * 86_400)
        try await town.programmes.destroyDutyTime()
        #expect(
            try await town.programmes.database.read {
                try $0.rows("SELECT id FROM notice WHERE kind = 'release-asked'").count
                    + $0.rows("SELECT id FROM duty_release").count
            } == 0)
        // The time is written down as on duty.
        let later = try await town.signedIn("supporter")
        #expect(try await later.writesDown("2026-03-11", "14:00", "15:30", status: "on-duty").status == 303)
        #expect(try await later.dutyTime().first?["status"] == "on-duty")
    }

    @Test(.clause("SAC-II.D.1b")) func theMemberAloneTakesProofOfOffDutyServiceAlong() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let member = try await town.signedIn("supporter")
        _ = try await town.asks { $0.name = "Quentin Canary" }
        #expect(try await member.writesDown("2026-03-09", "22:00", "00:30", activity: "debriefing").status == 303)
        #expect(try await member.writesDown("2026-03-10", "08:00", "09:00", status: "on-duty").status == 303)
        let page = try await member.page("/duty-time/proof")
        #expect(
            page.table("Off-duty service")?.dropFirst().map { $0 } == [
                ["9 March 2026, 22:00 to 10 March 2026, 00:30", "2.50", "Group session"], ["Together", "2.50", ""],
            ])
        #expect(page.words.contains("SAC-II.D.1b"))
        #expect(
            try await member.file("/duty-time/proof.csv") == [
                ["day", "from", "until", "hours", "activity"],
                ["2026-03-09", "22:00", "00:30", "2.50", "Group session"],
            ])
        for path in ["/duty-time", "/duty-time/proof", "/duty-time/proof.csv"] {
            #expect(try await !member.get(path).text.contains("Canary"), "\(path)")
        }
        // Whoever else looks finds their own, which is nothing; there is no address for anybody else's.
        for role in ["coordinator", "management-liaison", "chief"] where town.roles.contains(role) {
            let other = try await town.signedIn(role)
            #expect(try await other.page("/duty-time/proof").words.contains("Nothing is kept of off-duty service"))
            #expect(try await other.file("/duty-time/proof.csv").count == 1)
        }
        // No pay is kept, so nothing of it is asked, approved or exported.
        let form = try #require(try await member.page("/duty-time").forms.first { $0.action == "/duty-time" })
        #expect(form.names.isDisjoint(with: ["compensation", "vehicle"]))
        let entry = try #require(try await member.dutyTime().first)
        #expect(Set((entry.object ?? [:]).keys) == ["id", "start", "end", "minutes", "activity", "status"])
        let coordinator = try await town.signedIn("coordinator")
        for address in ["/duty-time/approvals", "/duty-time/payroll"] {
            #expect(try await coordinator.get(address).isNothing(for: coordinator))
        }
        // One who does not serve just now still has it.
        let pause = ["relevant": "yes", "reason": "My own affair."] as KeyValuePairs
        #expect(try await member.post("/membership/pause", pause).status == 303)
        #expect(try await member.page("/duty-time/proof").table("Off-duty service") != nil)
    }

    /// Where the policy keeps no duty time, there is none at any address.
    @Test func whereNoneIsKeptThereIsNoSuchPage() async throws {
        let town = try await DemoTown.on("police-division")
        for role in town.roles {
            let client = try await town.signedIn(role)
            for address in [
                "/duty-time", "/duty-time/approvals", "/duty-time/payroll", "/duty-time/hours", "/duty-time/proof",
            ] {
                #expect(try await client.get(address).isNothing(for: client), "\(role) at \(address)")
            }
            let sent = try await client.api(.post, "/api/v1/duty-time", ["day": "2026-03-10"])
            #expect(sent.status == 404)
        }
    }

    /// Coordinators see sums of months that are over, and no times.
    @Test func coordinatorsSeeSumsOfMonthsThatAreOver() async throws {
        let town = try await DemoTown.on("sacramento-probation")
        let member = try await town.signedIn("supporter")
        #expect(try await member.writesDown("2026-02-27", "10:00", "11:30").status == 303)
        #expect(try await member.writesDown("2026-03-09", "10:00", "11:00").status == 303)
        let coordinator = try await town.signedIn("coordinator")
        let table = try #require(try await coordinator.page("/duty-time/hours").table("Hours by month"))
        #expect(table.count == 2 && table[1][0] == "February 2026" && table[1].suffix(2) == ["0.00", "1.50"])
        #expect(try await member.get("/duty-time/hours").isNothing(for: member))
    }
}
