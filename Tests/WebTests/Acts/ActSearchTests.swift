import Operations
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// Where a declared act has somebody looked for, looking does nothing, and nothing that was typed is lost.
@Suite(.enabled(if: TestDatabase.engines.contains(.sqlite))) struct ActSearchTests {
    /// What is looked for stands in an address. An act that is added here must be one of which a name there tells nothing: that
    /// somebody has an account is no secret; that somebody asked for help, or may be handed a request, is.
    @Test func theseActsAloneLookForPeople() {
        let searching = DeclaredAct.all.filter { act in
            [act.form, act.call].contains { $0?.act?.searches.isEmpty == false }
        }
        #expect(searching.map(\.id) == ["createAccount"])
    }

    @Test func lookingDoesNothingAndKeepsWhatWasTyped() async throws {
        let acts = try await ActGrounds.layOut(pack: "orange-county-probation", engine: .sqlite)
        var looked = 0
        for (id, form, call) in DeclaredAct.withBothFaces(under: acts.agency.policy) {
            for field in form.act?.searches ?? [] {
                let client = try await acts.grounds.client(admittedTo: form)
                let path = try await acts.grounds.path(of: form, for: client)
                let typed = acts.example.fields(for: form, like: call).filter { $0.0 != field }
                let entries = try await acts.town.auditEntries()
                let sent = try await client.post(
                    path, typed + [("\(field)-search", "quill"), ("find", field)],
                    token: acts.token(of: client, at: path))
                #expect(sent.status == 303 && sent.location?.hasSuffix("?\(field)=quill") == true, "\(id): \(sent)")
                let page = try await client.get(try #require(sent.location))
                #expect(page.status == 200 && page.text.contains("value=\"quill\""), "\(id): \(page)")
                for (name, words) in typed where words == ActExample.words {
                    #expect(page.text.contains("name=\"\(name)\""), "\(id)")
                    #expect(page.text.contains("value=\"\(words)\""), "\(id) loses what was typed")
                }
                // They are brought along for that page as it was looked for, and stand on no other.
                let anew = try await client.get(String(try #require(sent.location).prefix { $0 != "?" }))
                #expect(!anew.text.contains(ActExample.words), "\(id)")
                #expect(try await acts.town.auditEntries() == entries, "\(id) was done")
                looked += 1
            }
        }
        #expect(looked > 0)
    }
}

extension DemoTown {
    fileprivate func auditEntries() async throws -> Int {
        try await programmes.database.read { transaction in
            try #require(try transaction.row("SELECT count(*) AS many FROM audit_entry")).int("many")
        }
    }
}
