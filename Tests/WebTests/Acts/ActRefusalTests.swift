import Foundation
import PolicyPacks
import Program
import Store
import TestSupport
import Testing
import Web
import WebSupport

/// What a declared act refuses it refuses alike at both of its faces, by the fields there are.
@Suite(.enabled(if: TestDatabase.engines.contains(.sqlite))) struct ActRefusalTests {
    @Test func bothFacesOfAnActHaveOneAudienceAndNoThirdOne() {
        for act in DeclaredAct.all {
            let routes = Routes.all.filter { $0.act?.id == act.id }
            #expect(routes.count <= 2 && Set(routes.map(\.isAPI)).count == routes.count, "\(act.id)")
            #expect(Set(routes.map(\.audience)).count == 1, "\(act.id)")
        }
        // Whatever is done is declared, but for what the pack forms and what has no session yet.
        #expect(DeclaredAct.all.count > 90)
    }

    @Test(arguments: PackLibrary.bundled.map(\.text))
    func whatIsLeftOutIsNamedByBothFaces(pack: String) async throws {
        let acts = try await ActGrounds.layOut(pack: pack, engine: .sqlite)
        var compared = 0
        for (id, form, call) in DeclaredAct.withBothFaces(under: acts.agency.policy) {
            let required = acts.example.required(of: call)
            guard !required.isEmpty else { continue }
            let client = try await acts.grounds.client(admittedTo: call)
            let called = try await client.api(
                call.method, try await acts.grounds.path(of: call, for: client), JSON.object([:]))
            // Nobody of this programme may do it, or there is nothing it could be done to.
            guard called.status != 404 else { continue }
            #expect(called.status == 422, "\(id): \(called)")
            let named = Set((called.json?["problems"]?.array ?? []).compactMap { $0["field"]?.string })
            #expect(named == Set(required), "\(id)")
            #expect(named.isSubset(of: call.act?.names ?? []), "\(id)")
            guard !acts.grounds.hasNothing(at: form) else { continue }
            let path = try await acts.grounds.path(of: form, for: client)
            let sent = try await client.post(path, [("no-field", "")], token: acts.token(of: client, at: path))
            // An empty form may say something: nothing ticked, a card with nothing on it, nothing said of oneself, or nobody there.
            let mayBeEmpty =
                ["showOwnCard", "sayOfMyself", "keepTeamAttendance"].contains(id)
                || required.allSatisfy { acts.example.isTicked($0, of: call) }
            #expect(sent.status == 422 || mayBeEmpty && sent.status == 303, "\(id): \(sent.status)")
            let linked = Set(sent.text.matches(of: /<a href="#field-([^"]+)">/).map { String($0.1) })
            for field in linked {
                #expect(sent.text.contains("id=\"field-\(field)\""), "\(id) leads to \(field), which is not there")
            }
            compared += 1
        }
        #expect(compared > 15)
    }

    /// A file that may not be is refused at its field, in the words of the rule.
    @Test func whatIsNoSuchFileIsNamedByBothFaces() async throws {
        let acts = try await ActGrounds.layOut(pack: "orange-county-probation", engine: .sqlite)
        // A picture stands on a card.
        _ = try await acts.grounds.photoPath("{photo}")
        var compared = 0
        for (id, form, call) in DeclaredAct.withBothFaces(under: acts.agency.policy) {
            #expect(form.act?.files == call.act?.files, "\(id)")
            for field in call.act?.files ?? [] {
                let client = try await acts.grounds.client(admittedTo: call)
                let (called, sent) = (
                    try await acts.grounds.path(of: call, for: client),
                    try await acts.grounds.path(of: form, for: client)
                )
                let large = String(repeating: "A", count: acts.example.longest(field, of: call) + 4)
                for (wrong, told) in [
                    ("", "choose a file"), ("no base64!", "base64"), ("R0lGODlhAQABAAAAACw=", "this is no"),
                    (large, "KiB"),
                ] where !wrong.isEmpty || acts.example.required(of: call).contains(field) {
                    let body = (acts.example.body(for: call)?.object ?? [:]).merging([field: .string(wrong)]) { $1 }
                    let answer = try await client.api(call.method, called, .object(body))
                    let problems = answer.json?["problems"]?.array ?? []
                    #expect(answer.status == 422 && problems.map { $0.text("field") } == [field], "\(id): \(answer)")
                    #expect(problems.first?.text("message").contains(told) == true, "\(id): \(answer)")
                    let fields = acts.example.fields(for: form, like: call).filter { $0.0 != field }
                    let page = try await client.post(
                        sent, fields + [(field, wrong)], token: acts.token(of: client, at: sent))
                    #expect(page.status == 422 && page.text.contains("<a href=\"#field-\(field)\">"), "\(id)")
                    #expect(page.text.contains(told), "\(id): \(wrong.prefix(20))")
                    compared += 1
                }
            }
        }
        #expect(compared > 3)
    }

    @Test func strangeBodiesAreRefused() async throws {
        let acts = try await ActGrounds.layOut(pack: "orange-county-probation", engine: .sqlite)
        for act in DeclaredAct.all {
            guard let call = act.call, call.isServed(under: acts.agency.policy),
                let body = acts.example.body(for: call)?.object
            else { continue }
            let client = try await acts.grounds.client(admittedTo: call)
            let path = try await acts.grounds.path(of: call, for: client)
            let unknown = try await client.api(call.method, path, .object(body.merging(["no-field": 1]) { $1 }))
            // Where nobody of this programme may do it, that alone is said.
            guard unknown.status != 404 else { continue }
            let named = (unknown.json?["problems"]?.array ?? []).compactMap { $0["field"]?.string }
            #expect(unknown.status == 422 && named.contains("no-field"), "\(act.id): \(unknown)")
            guard let (name, value) = body.first else { continue }
            let doubled = #"{"\#(name)":\#(value.words),"\#(name)":\#(value.words)}"#
            #expect(try await client.api(call.method, path, bytes: Array(doubled.utf8)).status == 400, "\(act.id)")
        }
    }
}
