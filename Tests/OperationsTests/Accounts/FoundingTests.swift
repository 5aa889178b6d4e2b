import Operations
import PolicyPacks
import Program
import Store
import Testing

@Suite struct FoundingTests {
    @Test(arguments: engines) func anAgencyIsTakenInWithItsPack(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let found = try #require(try await ground.programmes.agency(slug: "the-agency"))
        #expect(found.name == "Orange Grove Department")
        #expect(found.policy == ground.agency.policy)
        #expect(found.packHash == ground.agency.packHash)
        #expect(try await ground.programmes.agencyNames().map(\.slug) == ["the-agency"])
        #expect(try await ground.programmes.agency(slug: "another") == nil)
        #expect(try await ground.acts() == [.agencyFounded])
    }

    /// The pack in force is read back from the archive alone, as another node or a later start does.
    @Test(arguments: engines) func anotherNodeReadsTheArchivedPack(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let other = Programmes(database: ground.database, keys: try await Ground.keys())
        let found = try #require(try await other.agency(slug: "the-agency"))
        #expect(found.policy == ground.agency.policy)
    }

    @Test(arguments: engines) func aDamagedArchiveDecidesNothing(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        try await ground.database.write { transaction in
            try transaction.execute("UPDATE pack SET content = replace(content, 'PST Member', 'Nobody')")
        }
        let other = Programmes(database: ground.database, keys: try await Ground.keys())
        let fault = await #expect(throws: PackFault.self) { try await other.agency(slug: "the-agency") }
        let hash = ground.agency.packHash
        #expect(
            fault?.description
                == "The pack \(hash) cannot be read: \(hash):1:1: This is not the text that was archived.")
    }

    /// What people are promised in another pack's words is read for this agency first; other words would have to be read again.
    @Test(arguments: engines) func promisesOfAParentAreConfirmedFirst(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        for kind in PackStart.kinds {
            let start = try #require(PackStart(kind: kind, title: "The \(kind)", country: "united-states")).text
            let text = start.replacing("force: \(PackStart.open)", with: "force: mandatory").replacing(
                "recipients: \(PackStart.open)",
                with: """
                    recipients: [{who: {role: clinical-supervisor}, deadline: immediately, escalates: true, designee-allowed: false}]
                    """)
            let pack = try PackLibrary.load(text, file: "start.yaml").get()
            func found(_ promises: String?) async throws -> Result<Agency, Refusal> {
                try await ground.programmes.foundAgency(
                    slug: "the-\(kind)", name: "The \(kind)", timeZone: "UTC", pack: pack, confirming: promises)
            }
            #expect(try await found(nil).refusedFields == ["promises"])
            #expect(try await found("0123456789ab").refusedFields == ["promises"])
            #expect(try await found(pack.inheritedHash).get().policy.agency.title == "The \(kind)")
        }
        #expect(try await ground.programmes.agencyNames().count == PackStart.kinds.count + 1)
    }

    private static let noAgencies: [(slug: String, name: String, timeZone: String, fields: [String])] = [
        ("the-agency", "Name", "America/Los_Angeles", ["slug"]), ("a", "Name", "UTC", ["slug"]),
        ("The-Agency", "Name", "UTC", ["slug"]), ("a/b", "Name", "UTC", ["slug"]), ("other", "", "UTC", ["name"]),
        ("other", "  ", "UTC", ["name"]), ("other", "a\u{0}b", "UTC", ["name"]),
        ("other", "Name", "Pacific", ["timeZone"]), ("other", "Name", "America/Nowhere", ["timeZone"]),
        ("?", "", "", ["slug", "name", "timeZone"]),
    ]

    @Test(arguments: engines) func refusesWhatIsNoAgency(_ engine: Engine) async throws {
        let ground = try await Ground(engine)
        let before = try await ground.database.everything()
        for wrong in Self.noAgencies {
            let answer = try await ground.programmes.foundAgency(
                slug: wrong.slug, name: wrong.name, timeZone: wrong.timeZone, pack: ground.agency.pack)
            #expect(answer.refusedFields == wrong.fields)
        }
        #expect(try await ground.database.everything() == before)
    }
}
