import Operations
import Store
import Testing
import Web
import WebSupport

/// Asking for support in Orange County: for employees and their families, without a name.
@Suite struct OrangeCountySeekerTests {
    @Test(.clause("OCP-I.A-1")) func employeesAndFamiliesAskWithoutAnAccount() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let front = try await town.visitor().page("/agencies/orange-county-probation")
        #expect(front.words.contains("for every employee of the department and for their families"))
        let form = try await town.askForm()
        #expect(form.values(of: "standing") == ["employee", "family"])
        #expect(form.values(of: "origin") == ["oneself", "ownFamily"])
        for (standing, origin) in [("employee", "oneself"), ("employee", "ownFamily"), ("family", "oneself")] {
            let seeker = try await town.seeker(["standing": standing, "origin": origin, "way": "message"])
            #expect(seeker.session == nil)
            #expect(try await seeker.api(.get, "/api/v1/support").json?["state"] == "offered")
        }
    }

    @Test(.clause("OCP-I.B.2")) func nobodyNeedsToSayWhoTheyAre() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let form = try await town.askForm()
        let needed = form.controls.filter { ["name", "number"].contains($0.name) }
        #expect(needed.count == 2)
        // No name, no phone, no account; the receipt carries messages both ways.
        let seeker = try await town.seeker(["standing": "employee", "way": "message"])
        let (supporter, id) = try await town.take()
        let read = try await supporter.read("/api/v1/requests/\(id)")
        #expect(read["words"] == ["name": "", "number": "", "words": ""])
        #expect(try await seeker.post("/support/messages", ["text": "It is me again."]).status == 303)
        #expect(try await supporter.get("/requests/\(id)").text.contains("It is me again."))
        #expect(try await supporter.api(.post, "/api/v1/requests/\(id)/messages", ["text": "I am here."]).status == 204)
        #expect(try await seeker.page("/support").words.contains("I am here."))
        // No column anywhere is for an address, a browser or where somebody came from.
        let columns = try await town.programmes.database.columns()
        let telling = /(^|_)(ip|address|agent|referr?er|browser|device)(_|$)/
        let found = columns.filter { $0.column.firstMatch(of: telling) != nil && $0.table.hasPrefix("request") }
        #expect(columns.contains { $0.table == "request" } && found.isEmpty)
    }

    @Test(.clause("OCP-II.F.1")) func whatASupporterLearnsNobodyElseOpens() async throws {
        let town = try await DemoTown.on("orange-county-probation")
        let words = "nightingale over the weir"
        _ = try await town.seeker(["standing": "employee", "way": "message", "words": words, "name": "Quill"])
        let (supporter, id) = try await town.take()
        #expect(try await supporter.get("/requests/\(id)").text.contains(words))
        for role in town.roles where role != "supporter" {
            let other = try await town.signedIn(role)
            #expect(try await other.get("/requests/\(id)").isNothing(for: other), "\(role)")
            let walk = try await Walk.of(other, in: town)
            #expect(
                walk.texts.values.allSatisfy { !$0.contains(words) && !$0.contains("Quill") }, "\(role)")
        }
    }
}
