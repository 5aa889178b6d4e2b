import PolicyPacks
import Program
import Testing

/// Who is told of a shift offered and of a gap, and how long what is over is kept.
@Suite struct RosterNoticeTests {
    private static let policy = PackLibrary.load(PackID("police-division"))

    private static func swap(_ status: Swap.Status) throws -> Swap {
        let given = try RosterExamples.stretch("2026-03-10 08:00", "2026-03-11 08:00")
        return Swap(id: "s", giver: "ana", given: given, inReturn: nil, status: status)
    }

    /// Whoever is asked by name has until the shift begins; of what is open to everybody, or agreed, nobody is told.
    @Test func whoeverIsAskedByName() throws {
        let policy = try Self.policy.get().pack
        let asked = try #require(try Self.swap(.asked(of: "ben")).notice(on: .supporters, under: policy))
        #expect(asked.kind == .swapAsked && asked.to == .account("ben") && asked.from == "ana")
        #expect(asked.due == (try RosterExamples.moment("2026-03-10 08:00")))
        #expect(!asked.clauses.isEmpty && asked.clauses == policy.clauses(of: .supporters))
        for status in [Swap.Status.offered, .agreed(with: "ben", number: 1)] {
            #expect(try Self.swap(status).notice(on: .supporters, under: policy) == nil)
        }
    }

    @Test(arguments: [
        (Swap.Status.offered, "2026-03-11 07:59", true), (.offered, "2026-03-11 08:00", false),
        (.asked(of: "ben"), "2026-03-10 12:00", true), (.agreed(with: "ben", number: 1), "2026-03-09 12:00", false),
    ])
    func open(status: Swap.Status, at moment: String, isOpen: Bool) throws {
        #expect(try Self.swap(status).isOpen(at: try RosterExamples.moment(moment)) == isOpen)
    }

    /// One notice to each role that keeps the roster, due when the first new gap begins, and never in the past.
    @Test func aGap() throws {
        let policy = try Self.policy.get().pack
        let keepers = policy.roles(with: .keepRoster).map { NoticeAddressee.role($0.id) }
        let gap = try RosterExamples.stretch("2026-03-10 08:00", "2026-03-11 08:00")
        let later = try RosterExamples.stretch("2026-03-20 08:00", "2026-03-21 08:00")
        for (now, due) in [
            ("2026-03-09 12:00", "2026-03-10 08:00"), ("2026-03-10 12:00", "2026-03-10 12:00"),
        ] {
            let watch = RosterGapWatch(gaps: [gap, later], known: [])
            let told = watch.notices(on: .supporters, under: policy, at: try RosterExamples.moment(now))
            #expect(!keepers.isEmpty && told.map(\.to) == keepers)
            let end = try RosterExamples.moment(due)
            for notice in told {
                #expect(notice.kind == .rosterGap && notice.due == end)
                #expect(notice.clauses == policy.clauses(of: .supporters))
            }
        }
        let known = RosterGapWatch(gaps: [gap], known: [gap])
        #expect(known.notices(on: .supporters, under: policy, at: gap.from).isEmpty)
    }

    /// A week back and three months ahead; nothing goes that a calendar still shows.
    @Test func calendars() throws {
        let now = try RosterExamples.moment("2026-03-10 12:00")
        let window = try #require(RosterList.calendarWindow(at: now))
        #expect(window.from == now.adding(seconds: -7 * 86_400) && window.until == now.adding(seconds: 91 * 86_400))
        #expect(RosterList.keptSince(now) == now.adding(seconds: -35 * 86_400))
        #expect(RosterList.keptSince(now) < window.from)
    }
}
