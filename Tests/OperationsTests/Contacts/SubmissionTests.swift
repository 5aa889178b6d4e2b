import Operations
import Program
import Sealing
import Store
import Testing

/// A month submitted: what stays of it, and what does not.
@Suite struct SubmissionTests {
    private static let october = Month("2026-10")

    /// Two contacts and a debriefing of October on Orange County's form.
    private func fill(_ ground: Ground, _ staff: Staff) async throws -> [RandomId] {
        let october = try #require(Self.october)
        var ids: [RandomId] = []
        for (day, minutes) in [("2026-10-05", 45), ("2026-10-05", 30)] {
            let answers = ContactAnswers.on(try #require(Day(day)), minutes: minutes)
            ids.append(try await ground.programmes.recordContact(answers, in: october, by: staff).get())
        }
        let debrief = ContactAnswers(
            kind: "group-debrief", values: ["day": ["2026-10-20"], "participants": ["8"], "minutes": ["90"]])
        ids.append(try await ground.programmes.recordContact(debrief, in: october, by: staff).get())
        return ids
    }

    @Test(arguments: engines) func aNamedSheetStaysUntilItsSummary(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-10")
        let october = try #require(Self.october)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let ids = try await fill(ground, staff)
        let filing = try await ground.programmes.submitSheet(october, by: staff).get()
        #expect(filing == Filing(month: october, filedOn: staff.today, late: false))
        let own = try await ground.programmes.ownSheet(october, of: staff)
        #expect(own.filing == filing)
        #expect(own.hasEntries)
        #expect(own.ids == ids)
        #expect(own.minutes == 165)
        #expect(
            try await ground.database.sizes().filter { ["sheet", "filed_sheet", "filing"].contains($0.key) }
                == ["sheet": 1, "filed_sheet": 1, "filing": 1])
        #expect(
            try await ground.figures(october) == [
                .sheets: 1, .entries("contact"): 2, .entries("group-debrief"): 1,
                .answer(kind: "contact", question: "sex", option: "female"): 2,
                .answer(kind: "contact", question: "old-or-new", option: "new"): 2,
                .answer(kind: "contact", question: "approach", option: "not-approach"): 2,
                .answer(kind: "contact", question: "issues", option: "family"): 2,
                .answer(kind: "contact", question: "issues", option: "medical"): 2,
                .amount(kind: "contact", quantity: .minutes): 75, .gave(kind: "contact", quantity: .minutes): 2,
                .amount(kind: "group-debrief", quantity: .minutes): 90,
                .gave(kind: "group-debrief", quantity: .minutes): 1,
                .amount(kind: "group-debrief", quantity: .participants): 8,
                .gave(kind: "group-debrief", quantity: .participants): 1,
            ])
        let entry = try await ground.lastEntry(.statSheetSubmitted)
        #expect(entry.actor == staff.account)
        #expect(entry.subject == "2026-10")
        #expect(entry.clauses == "OCP-I.C.3.i-1")
    }

    /// What is submitted cannot be changed, nor submitted again.
    @Test(arguments: engines) func submittedIsSubmitted(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-10")
        let october = try #require(Self.october)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let ids = try await fill(ground, staff)
        async let one = ground.programmes.submitSheet(october, by: staff)
        async let other = ground.programmes.submitSheet(october, by: staff)
        #expect(try await [one, other].count { $0.refusedFields == nil } == 1)
        let before = try await ground.database.everything()
        let answers = ContactAnswers.on(try #require(Day("2026-10-05")))
        let first = ids[0]
        #expect(try await ground.programmes.submitSheet(october, by: staff).refusedFields == [nil])
        #expect(try await ground.programmes.recordContact(answers, in: october, by: staff).refusedFields == [nil])
        let corrected = try await ground.programmes.correctContact(first, answers, in: october, by: staff)
        #expect(corrected?.refusedFields == [nil])
        let removed = try await ground.programmes.removeContact(first, in: october, by: staff)
        #expect(removed?.refusedFields == [nil])
        #expect(try await ground.database.everything() == before)
    }

    /// On the 10th it is on time, on the 11th late, as the day is where the agency is (OCP-I.C.3.i-1).
    @Test(arguments: engines, [("2026-11-10", 23, false), ("2026-11-11", 0, true)] as [(String, Int64, Bool)])
    func lateness(_ engine: Engine, _ moment: (day: String, hour: Int64, late: Bool)) async throws {
        let ground = try await Ground(engine, on: "2026-11-09")
        let session = try await ground.member("a.lopez", roles: "supporter").session
        try ground.move(to: moment.day, hour: moment.hour)
        let staff = try await ground.staff(session)
        let filing = try await ground.programmes.submitSheet(try #require(Self.october), by: staff).get()
        #expect(filing.late == moment.late)
        #expect(filing.filedOn == Day(moment.day))
        // What was not begun has no box, and submitting it makes none.
        #expect(try await ground.database.sizes()["sheet"] == 0)
    }

    /// Where the form bears no name, what was in the sheet is gone the moment it is counted, and nothing that stays says
    /// what it was.
    @Test(arguments: engines) func anAnonymousSheetIsGone(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "sacramento-probation", on: "2026-11-05")
        let october = try #require(Self.october)
        let staff = try await ground.member("a.lopez", roles: "supporter")
        let answers: [ContactAnswers] = [.byPhone(), .byPhone(referredTo: ["chaplaincy"]), .group(of: 6)]
        var ids: [RandomId] = []
        for answers in answers {
            ids.append(try await ground.programmes.recordContact(answers, in: october, by: staff).get())
        }
        let filing = try await ground.programmes.submitSheet(october, by: staff).get()
        let sizes = try await ground.database.sizes()
        #expect(sizes["sheet"] == 1 && sizes["contact"] == 0 && sizes["filed_sheet"] == 0 && sizes["filing"] == 1)
        let dump = try await ground.database.everything()
        for id in ids.map(\.bytes) { #expect(!dump.contains(Value.blob(id).inWords)) }
        #expect(
            try await ground.figures(october) == [
                .sheets: 1, .entries("contact"): 2, .entries("group"): 1,
                .answer(kind: "contact", question: "type", option: "phone"): 2,
                .answer(kind: "contact", question: "referral", option: "chaplaincy"): 1,
                .amount(kind: "group", quantity: .participants): 6, .gave(kind: "group", quantity: .participants): 1,
            ])
        let own = try await ground.programmes.ownSheet(october, of: staff)
        #expect(own.filing == filing)
        #expect(!own.hasEntries)
        #expect(own.ids.isEmpty)
        #expect(own.minutes == 0)
        let corrected = try await ground.programmes.correctContact(ids[0], .byPhone(), in: october, by: staff)
        #expect(corrected == nil)
    }

    /// In the whole database nothing of a draft or its contacts is found again beside who keeps it.
    @Test(arguments: engines) func noColumnTiesADraftToItsSupporter(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-10")
        let one = try await ground.member("a.lopez", roles: "supporter")
        let other = try await ground.member("b.jones", roles: "supporter")
        for staff in [one, other] { _ = try await fill(ground, staff) }
        let tables = try await ground.database.read { transaction in
            (
                content: try transaction.rows("SELECT * FROM sheet"),
                people: try transaction.rows("SELECT * FROM account") + transaction.rows("SELECT * FROM session")
                    + transaction.rows("SELECT * FROM holding") + transaction.rows("SELECT * FROM audit_entry")
            )
        }
        let common = try ["agency", "pack", "month"].reduce(into: Set<String>()) { common, column in
            for row in tables.content where row.columnNames.contains(column) {
                common.insert(try row.value(.named(column)).inWords)
            }
        }
        let people = try Set(tables.people.flatMap { try $0.longValues() })
        let content = try Set(tables.content.flatMap { try $0.longValues() })
        #expect(content.count > 3)
        #expect(people.intersection(content).subtracting(common) == [])
        for id in [one, other].flatMap({ [$0.account, $0.login] }) { #expect(!content.contains(id)) }
    }

    /// The receiver sees who has submitted and who is late, of those of whom a sheet is expected: who held the role in the
    /// month and still does, for nobody else could submit one.
    @Test(arguments: engines) func standings(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-10")
        let october = try #require(Self.october)
        let receiver = try await ground.member("l.park", roles: "logistics-coordinator").session
        let submitted = try await ground.member("a.lopez", roles: "supporter")
        _ = try await ground.enrol("b.jones", roles: ["supporter"], since: "2026-10-31")
        _ = try await ground.enrol("e.begins-later", roles: ["supporter"], since: "2026-11-01")
        let left = try await ground.enrol("f.left")
        for (from, until) in [("2026-01-01", "2026-10-02"), ("2026-10-15", "2026-10-15")] {
            let holding = Holding(
                role: RoleID("supporter"), area: nil, startsOn: try #require(Day(from)), until: Day(until))
            try await ground.database.write { [agency = ground.agency] transaction in
                try transaction.insert(
                    holding, id: RandomId().text, account: left, agency: agency.id,
                    toldFrom: Instant(milliseconds: 0))
            }
        }
        _ = try await fill(ground, submitted)
        let filing = try await ground.programmes.submitSheet(october, by: submitted).get()
        let states = { (staff: Staff) in
            try await ground.programmes.standings(october, by: staff).map { "\($0.name): \($0.status.inWords)" }
        }
        #expect(
            try await states(try await ground.staff(receiver)) == [
                "Name of a.lopez: submitted", "Name of b.jones: awaited",
            ])
        try ground.move(to: "2026-11-11", hour: 0)
        let later = try await ground.signIn("l.park")
        #expect(
            try await states(try await ground.staff(later)) == [
                "Name of a.lopez: submitted", "Name of b.jones: overdue",
            ])
        let standing = try #require(
            try await ground.programmes.standings(october, by: try await ground.staff(later)).first)
        #expect(standing.status == .submitted(filing))
        #expect(standing.canOpen)
    }

    /// Opening a named sheet is an act of its own; there is none where there is no sheet.
    @Test(arguments: engines) func openingANamedSheetIsKept(_ engine: Engine) async throws {
        let ground = try await Ground(engine, on: "2026-11-10")
        let october = try #require(Self.october)
        let receiver = try await ground.member("l.park", roles: "logistics-coordinator")
        let staff = try await ground.member("a.lopez", roles: "supporter")
        _ = try await fill(ground, staff)
        let before = try await ground.acts()
        let open = { (account: String, month: Month) in
            try await ground.programmes.openNamedSheet(of: account, month, by: receiver)
        }
        #expect(try await open(staff.account, october) == nil)
        #expect(try await ground.acts() == before)
        let filing = try await ground.programmes.submitSheet(october, by: staff).get()
        let opened = try #require(try await open(staff.account, october))
        #expect(opened.name == "Name of a.lopez")
        #expect(opened.filing == filing)
        #expect(opened.sheet.minutes == 165)
        #expect(opened.sheet.entries.count == 3)
        let entry = try await ground.lastEntry(.namedSheetOpened)
        #expect(entry.actor == receiver.account)
        #expect(entry.subject == staff.account)
        let acts = try await ground.acts()
        #expect(acts == before + [.statSheetSubmitted, .namedSheetOpened])
        #expect(try await open(staff.account, october.previous) == nil)
        #expect(try await open(receiver.account, october) == nil)
        #expect(try await open(RandomId().text, october) == nil)
        #expect(try await ground.acts() == acts)
    }

    @Test(arguments: engines) func anAnonymousSheetCannotBeOpened(_ engine: Engine) async throws {
        let ground = try await Ground(engine, pack: "sacramento-probation", on: "2026-11-05")
        let october = try #require(Self.october)
        let receiver = try await ground.member("c.ortiz", roles: "coordinator")
        let staff = try await ground.member("a.lopez", roles: "supporter")
        _ = try await ground.programmes.submitSheet(october, by: staff).get()
        #expect(try await ground.programmes.openNamedSheet(of: staff.account, october, by: receiver) == nil)
        #expect(try await ground.programmes.standings(october, by: receiver).map(\.canOpen) == [false])
    }
}

extension SheetStanding.Status {
    fileprivate var inWords: String {
        switch self {
        case .submitted: "submitted"
        case .awaited: "awaited"
        case .overdue: "overdue"
        }
    }
}

extension Row {
    /// Texts and bytes long enough to be an id of somebody or something.
    fileprivate func longValues() throws -> [String] {
        try columnNames.compactMap { name in
            switch try value(.named(name)) {
            case .text(let text) where text.count >= 6: text
            case .blob(let bytes) where bytes.count >= 8: Value.blob(bytes).inWords
            case .text, .blob, .integer, .null: nil
            }
        }
    }
}

extension Ground {
    /// The true counts of the month.
    func figures(_ month: Month) async throws -> [CountKey: Int] {
        let tally = try await database.read { [agency, programmes] transaction in
            try programmes.opened(transaction.tallies(agency: agency.id, from: month), agency)[month]
        }
        let numbers = (tally?.asked ?? []).map { ($0, tally?[$0] ?? 0) }.filter { $0.1 > 0 }
        return Dictionary(numbers, uniquingKeysWith: { first, _ in first })
    }
}
