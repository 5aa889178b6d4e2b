import Foundation
import Operations
import Program
import Sealing
import Store
import TestSupport
import Testing

/// An incident of two agencies as it lies in the database: nothing in the clear, both sides changed at once, both chains whole.
@Suite struct SharedIncidentFileTests {
    private struct Two {
        let ours: RequestGround
        let other: Agency
        let theirs: Staff
        let file: String

        var programmes: Programmes { ours.programmes }

        init(_ engine: Store.Engine) async throws {
            ours = try await RequestGround(engine, pack: "orange-county-probation")
            let programmes = ours.programmes
            let other = try await programmes.foundAgency(
                slug: "riverside", name: "Riverside Probation", timeZone: "America/Los_Angeles", pack: ours.agency.pack
            ).get()
            self.other = other
            let created = try await programmes.createAccount(
                NewAccount(login: "neighbour", name: "Nora Neighbour", employeeNumber: nil), in: other
            ).get()
            _ = try await programmes.enrol(
                agency: other, login: "neighbour", code: created.enrolmentCode.text, passphrase: Ground.passphrase
            ).get()
            let holding = Holding(
                role: RoleID("coordinator"), area: "North", startsOn: try #require(Day("2025-01-01")), until: nil)
            _ = try await programmes.appointAsOperator(
                Appointment(account: created.id, holding: holding), in: other)?.get()
            theirs = try await Self.signedIn("neighbour", at: other, ours.ground)
            try await Self.agree(ours, other)
            let now = ours.now
            let report = IncidentReport(
                kind: "shooting", scope: .own, isLargeScale: false, happenedAt: now.adding(seconds: -7_200),
                toldAt: now.adding(seconds: -3_600), means: .telephone, teller: .supervisor, names: "Canary")
            file = try #require(try await programmes.reportIncident(report, by: ours.coordinator)).get()
        }

        private static func signedIn(_ login: String, at agency: Agency, _ ground: Ground) async throws -> Staff {
            let answer = try await ground.programmes.signIn(
                agency: agency, login: login, passphrase: Ground.passphrase)
            guard case .signedIn(let session, _) = answer else { throw NotThere() }
            let half = try await ground.staff(session)
            guard half.owesSecondFactor else { return half }
            let secret = TOTPSecret()
            return try await ground.staff(
                try await ground.programmes.setSecondFactor(half, secret: secret, digits: ground.digits(of: secret))
                    .get())
        }

        private static func agree(_ ours: RequestGround, _ other: Agency) async throws {
            let day = try #require(Day("2026-11-01"))
            let yes = AidAgreement.Approval(by: RoleID("division-director"), on: day)
            var agreement = AidAgreement(
                id: RandomId().text, proposer: ours.agency.id, partner: other.id, purposes: [.incidents], until: nil,
                proposedBy: ours.coordinator.account, proposedOn: day)
            let proposed = agreement
            agreement.status = .inForce
            (agreement.ownApproval, agreement.partnerApproval) = (yes, yes)
            let agreed = agreement
            try await ours.ground.database.write { transaction in
                try transaction.insert(proposed)
                try transaction.update(agreed)
            }
        }

        func asks(_ programmes: Programmes? = nil) async throws -> String {
            let asked = PartnerAsked(partner: other.id, wantsScene: true, telephone: "714 555 0142")
            return try #require(
                try await (programmes ?? self.programmes).shareIncident(asked, in: file, by: ours.coordinator)
            ).get()
        }

        func joins(_ shared: String, _ programmes: Programmes? = nil) async throws -> Result<String, Refusal>? {
            let joining = JoiningReport(kind: "other", isLargeScale: false, toldAt: ours.now, means: .telephone)
            return try await (programmes ?? self.programmes).joinIncident(joining, in: shared, by: theirs)
        }

        func acts(of agency: Agency) async throws -> [String] {
            try await ours.ground.database.read { transaction in
                try transaction.auditEntries(agency: agency.id, after: 0, limit: 10_000).map(\.act)
            }.filter { $0.contains("sharing") }
        }
    }

    private struct NotThere: Error {}

    @Test(arguments: TestDatabase.engines)
    func nothingOfItLiesInTheClearAndItGoesWithTheNames(engine: Store.Engine) async throws {
        let two = try await Two(engine)
        let shared = try await two.asks()
        _ = try #require(try await two.joins(shared)).get()
        let rows = try #require(try await two.ours.ground.database.rowsByTable()["shared_incident"])
        #expect(rows.count == 1)
        for word in ["hooting", "714 555 0142", two.theirs.account, two.ours.coordinator.account] {
            let bytes = word.utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            #expect(!rows.joined().contains(word) && !rows.joined().contains(bytes), "\(word)")
        }
        // Of the chains, each tells what happened, and neither names anybody of the other agency.
        #expect(try await two.acts(of: two.ours.agency) == ["incident.sharing-asked", "incident.sharing-joined"])
        #expect(try await two.acts(of: two.other) == ["incident.sharing-asked", "incident.sharing-joined"])
        let chains = try #require(try await two.ours.ground.database.rowsByTable()["audit_entry"])
        for row in chains where row.contains("incident.sharing") {
            #expect(row.contains(two.ours.agency.id) || !row.contains(two.ours.coordinator.account))
            #expect(row.contains(two.other.id) || !row.contains(two.theirs.account))
        }
        two.ours.ground.clock.set(two.ours.now.adding(seconds: 92 * 86_400))
        try await two.programmes.destroyIncidentNames()
        #expect(try await two.ours.ground.database.rowsByTable()["shared_incident"]?.isEmpty == true)
    }

    /// Their team joins and ours takes the ask back, both at once: one of the two is done, on both sides.
    @Test(arguments: TestDatabase.engines)
    func joinedAndTakenBackAtOnceIsOneOfTheTwo(engine: Store.Engine) async throws {
        let two = try await Two(engine)
        for _ in 0..<3 {
            let shared = try await two.asks()
            async let joined = two.joins(shared)
            async let ended = two.programmes.endSharing(shared, by: two.ours.coordinator)
            let (file, end) = (try await joined, try await ended)
            let seen = try #require(try await two.programmes.askedToJoin(shared, for: two.theirs)).shared
            let board = try #require(try await two.programmes.incidentBoard(two.file, for: two.ours.coordinator))
            let ours = try #require(board.sharing?.parts.first { $0.shared.id == shared }).shared
            #expect(ours == seen)
            switch seen.stage {
            case .withdrawn: #expect(file?.refusal != nil && end?.refusal == nil)
            case .left: #expect(file?.refusal == nil && end?.refusal == nil)
            case .asked, .declined, .together: Issue.record("\(seen.stage)")
            }
            let theirs = try #require(try await two.programmes.incidentOverview(for: two.theirs))
            #expect(theirs.asked.isEmpty)
            #expect(theirs.open.contains { $0.file.id == seen.partnerFile } == (seen.partnerFile != nil))
        }
    }

    /// The power goes at each statement of an ask, of a joining and of a leaving: nothing of it is there, or all of it is on both sides.
    @Test(arguments: TestDatabase.engines)
    func thePowerGoesAndNeitherSideKnowsMoreThanTheOther(engine: Store.Engine) async throws {
        let two = try await Two(engine)
        let (ground, fuse) = (two.ours.ground, Fuse())
        let failing = Programmes(
            database: fuse.in(ground.database), keys: ground.serverKeys, derivation: try Ground.quickDerivation(),
            oldReceipts: try Ground.quickDerivation(), clock: { [clock = ground.clock] in clock.now })
        func untilDone<Value: Sendable>(_ act: () async throws -> Value) async throws -> Value {
            let before = try await ground.database.everything()
            fuse.statement = 0
            while true {
                fuse.statement += 1
                do {
                    let value = try await act()
                    #expect(fuse.statement > 6)
                    return value
                } catch is PowerFailure {
                    #expect(try await ground.database.everything() == before, "statement \(fuse.statement)")
                }
            }
        }
        let shared = try await untilDone { try await two.asks(failing) }
        _ = try #require(try await untilDone { try await two.joins(shared, failing) }).get()
        try #require(
            try await untilDone { try await failing.endSharing(shared, by: two.theirs) }
        ).get()
        let acts = ["incident.sharing-asked", "incident.sharing-joined", "incident.sharing-ended"]
        #expect(try await two.acts(of: two.ours.agency) == acts)
        #expect(try await two.acts(of: two.other) == acts)
    }

    /// What nobody answered is taken back with the incident, and its notice too.
    @Test(arguments: TestDatabase.engines)
    func whatNobodyAnsweredEndsWithTheIncident(engine: Store.Engine) async throws {
        let two = try await Two(engine)
        let shared = try await two.asks()
        try #require(
            try await two.programmes.decide(
                on: "debriefing", isNeeded: false, for: "role:coordinator", in: two.file, by: two.ours.coordinator)
        ).get()
        let member = try await two.ours.ground.member("cora", roles: "committee-member")
        try #require(
            try await two.programmes.decide(
                on: "debriefing", isNeeded: false, for: "committee:advisory", in: two.file, by: member)
        ).get()
        try #require(try await two.programmes.closeIncident(two.file, by: two.ours.coordinator)).get()
        let seen = try #require(try await two.programmes.askedToJoin(shared, for: two.theirs)).shared
        #expect(!seen.isRunning && seen.answer == nil)
        #expect(try await two.joins(shared)?.refusal != nil)
        let open = try await two.ours.ground.database.read { transaction in
            try transaction.notices(about: shared, agency: two.other.id).filter(\.isOpen)
        }
        #expect(open.isEmpty)
    }
}
