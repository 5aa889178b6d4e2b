import Operations
import Program
import Sealing
import Store
import Synchronization
import TestSupport
import Testing

/// The answer to an act's commit is lost: the act finds out by itself what became of it.
@Suite struct UnansweredActTests {
    private struct Field {
        let ground: Ground
        let commits: UnansweredCommits
        let supporter: Staff

        /// The supporter as one sending of one form.
        func acting(_ once: OnceKey?) -> Programmes {
            ground.programmes.visited(by: .staff(supporter, .holding(.keepStatSheet), once: once))
        }

        func contacts() async throws -> [RandomId] {
            try await ground.programmes.ownSheet(supporter.today.month, of: supporter).ids
        }
    }

    private static func field(_ engine: Engine) async throws -> Field {
        let made = Mutex<UnansweredCommits?>(nil)
        let ground = try await Ground(
            engine,
            wrapping: { database in
                let commits = UnansweredCommits(database)
                made.withLock { $0 = commits }
                return commits
            })
        return Field(
            ground: ground, commits: try #require(made.withLock { $0 }),
            supporter: try await ground.member("a.lopez", roles: "supporter"))
    }

    @Test(arguments: engines, UnansweredCommits.Fate.allCases)
    func isDoneOnceAndSaidToBeDone(_ engine: Engine, _ fate: UnansweredCommits.Fate) async throws {
        let field = try await Self.field(engine)
        let supporter = field.supporter
        field.commits.loseTheNextAnswer(fate)
        let id = try await field.acting(OnceKey("key", at: "POST /x", sent: []))
            .recordContact(.ofToday(supporter), in: supporter.today.month, by: supporter).get()
        #expect(try await field.contacts() == [id])
        await #expect(throws: DoneBefore.self) {
            try await field.acting(OnceKey("key", at: "POST /x", sent: []))
                .recordContact(.ofToday(supporter), in: supporter.today.month, by: supporter)
        }
    }

    /// Without a name of its own nobody can tell whether the act was kept, so it is neither said to be done nor done again.
    @Test(arguments: engines, UnansweredCommits.Fate.allCases)
    func withoutANameIsLeftOpen(_ engine: Engine, _ fate: UnansweredCommits.Fate) async throws {
        let field = try await Self.field(engine)
        let supporter = field.supporter
        field.commits.loseTheNextAnswer(fate)
        await #expect(throws: StoreFault.outcomeUnknown) {
            try await field.acting(nil)
                .recordContact(.ofToday(supporter), in: supporter.today.month, by: supporter)
        }
        #expect(try await field.contacts().count == (fate == .kept ? 1 : 0))
    }
}
