import Operations
import Testing
import Web
import WebSupport

/// What is refused of designees, notices, disclosures and call-outs names the field that was sent, and nothing is taken for
/// something else.
@Suite struct NoticeRefusalTests {
    @Test func theDaysOfADesigneeAreNamedAsTheyAreSent() async throws {
        let town = try await DemoTown.start(pack: "orange-county-probation")
        let chief = try await town.signedIn("chief")
        for (first, last, field) in [
            ("2026-03-09", "2026-03-12", "startsOn"), ("2026-03-12", "2026-03-11", "lastDay"),
        ] {
            let called = try await chief.api(
                .post, "/api/v1/designees",
                ["role": "chief", "login": "administrator", "startsOn": .string(first), "lastDay": .string(last)])
            #expect(called.status == 422 && called.refused == [field], "\(called)")
            let sent = try await chief.post(
                "/designees", ["role": "chief", "login": "administrator", "startsOn": first, "lastDay": last])
            #expect(sent.status == 422 && sent.text.contains("#field-\(field)"))
        }
        let noDay = try await chief.post(
            "/designees", ["role": "chief", "login": "administrator", "startsOn": "soon", "lastDay": "2026-03-12"])
        #expect(noDay.status == 422 && noDay.text.contains("#field-startsOn"))
        #expect(try await chief.api(.get, "/api/v1/designees").json?["designees"]?.array?.isEmpty == true)
    }

    @Test func howAndWhenSomebodyCameToKnowAreTakenForNothingElse() async throws {
        let town = try await DemoTown.start(pack: "sacramento-probation")
        let supporter = try await town.signedIn("supporter")
        _ = try await supporter.api(.post, "/api/v1/disclosures", ["exception": "harm-to-another"])
        let liaison = try await town.signedIn("management-liaison")
        let inbox = try await liaison.api(.get, "/api/v1/notices")
        let notice = try #require(inbox.json?["open"]?.array?.first?["id"]?.string)
        let unclear: [(KeyValuePairs<String, String>, String)] = [
            (["how": "by-pigeon"], "how"), (["how": "telephone", "minutesAgo": "a while"], "minutesAgo"),
            (["how": "telephone", "minutesAgo": "-5"], "minutesAgo"),
        ]
        for (fields, field) in unclear {
            let sent = try await liaison.post("/notices/\(notice)/answer", fields)
            #expect(sent.status == 422 && sent.text.contains("#field-\(field)"), "\(fields)")
        }
        // Before the day on which it arose.
        let called = try await liaison.api(
            .post, "/api/v1/notices/\(notice)/answer", ["how": "telephone", "minutesAgo": 2880])
        #expect(called.status == 422 && called.refused == ["minutesAgo"])
        #expect(try await liaison.api(.get, "/api/v1/notices").json?["open"]?.array?.count == 1)
    }

    @Test func aDisclosureIsNotBegunByHalfAForm() async throws {
        let town = try await DemoTown.start(pack: "sacramento-probation")
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.post("/disclosures", ["exception": "harm-to-another"]).status == 422)
        #expect(try await supporter.api(.get, "/api/v1/disclosures").json?["disclosures"]?.array?.isEmpty == true)
    }

    @Test func whatIsNoAnswerToAPageIsNone() async throws {
        let town = try await DemoTown.start(pack: "police-division")
        let desk = try await town.signedIn("dispatcher")
        let address = try #require(try await desk.post("/call-outs").location)
        #expect(try await desk.post("\(address)/next").status == 422)
        let supporter = try await town.signedIn("supporter")
        #expect(try await supporter.post("\(address)/answer", ["answer": "perhaps"]).status == 422)
        let own = try await supporter.api(.get, "/api/v1/own-pages").json?["pages"]?.array
        #expect(own?.map { $0["answer"] } == [.null])
        let paged = try await desk.api(.get, "/api/v1\(address)").json?["paged"]?.array
        #expect(paged?.count == 1)
    }
}

extension Reply {
    /// The fields that a program is told of.
    fileprivate var refused: [String] {
        (json?["problems"]?.array ?? []).compactMap { $0["field"]?.string }
    }
}
