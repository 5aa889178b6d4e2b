import Foundation
import Testing
import Web
import WebSupport

/// Somebody's own calendar: to the letter of RFC 5545, open to whoever has the link, and silent on everything else.
@Suite struct CalendarFileTests {
    struct Words: Sendable {
        let words: String
        let line: String
    }

    @Test(arguments: [
        Words(words: "On call", line: "SUMMARY:On call\r\n"),
        Words(words: "a, b; c\\d\ne", line: "SUMMARY:a\\, b\\; c\\\\d\\ne\r\n"),
        Words(words: "a\r\nEND:VEVENT", line: "SUMMARY:a\\nEND:VEVENT\r\n"),
        Words(
            words: String(repeating: "x", count: 150),
            line: "SUMMARY:" + String(repeating: "x", count: 67) + "\r\n " + String(repeating: "x", count: 74) + "\r\n "
                + String(repeating: "x", count: 9) + "\r\n"),
    ])
    func wordsAreEscapedAndFolded(_ given: Words) {
        let line = ContentLine("SUMMARY", text: given.words)
        #expect(String(decoding: line.bytes, as: UTF8.self) == given.line)
    }

    /// No row is longer than 75 bytes, and none parts a character.
    @Test func charactersOfSeveralBytesStayWhole() {
        for padding in 0..<8 {
            let words = String(repeating: "x", count: padding) + String(repeating: "é日\u{1F600}", count: 60)
            let bytes = ContentLine("SUMMARY", text: words).bytes
            let rows = bytes.split(separator: 10).map { $0.dropLast() }
            #expect(rows.allSatisfy { $0.count <= 75 && String(validating: $0, as: UTF8.self) != nil })
            let unfolded = String(decoding: bytes, as: UTF8.self).replacing("\r\n ", with: "")
            #expect(unfolded == "SUMMARY:\(words)\r\n")
        }
    }

    private static func onCall(_ town: DemoTown) async throws -> Client {
        let member = try #require(town.agency.members["supporter"]).account
        let keeper = try await town.signedIn("coordinator")
        let made = try await keeper.api(
            .post, "/api/v1/roster/lists/supporters/rotations",
            [
                "name": "Nights", "members": [.string(member)], "startsOn": "2026-03-02", "handOver": "08:00",
                "weeks": 1, "shifts": [["weekdays": [6], "from": "22:00", "until": "06:00"]],
            ])
        try #require(made.status == 201, "\(made)")
        return try await town.signedIn("supporter")
    }

    @Test func itSaysOnCallInUTCAndNothingElse() async throws {
        let town = try await DemoTown.start(pack: "police-division")
        let owner = try await Self.onCall(town)
        let link = try #require(try await owner.api(.post, "/api/v1/on-call/calendar").json?.text("path"))
        let visitor = town.visitor()
        let file = try await visitor.get(link)
        #expect(file.status == 200 && file.headers["content-type"] == "text/calendar; charset=utf-8")
        let lines = file.text.components(separatedBy: "\r\n")
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.suffix(2) == ["END:VCALENDAR", ""])
        // The night in which the clock skips an hour, and the one a week later.
        #expect(lines.contains("DTSTART:20260308T060000Z") && lines.contains("DTEND:20260308T130000Z"))
        #expect(lines.contains("DTSTART:20260315T050000Z") && lines.contains("DTEND:20260315T130000Z"))
        #expect(Set(lines.filter { $0.hasPrefix("SUMMARY") }) == ["SUMMARY:On call"])
        let names = Set(lines.filter { !$0.isEmpty }.map { $0.prefix { $0 != ":" && $0 != ";" } })
        #expect(
            names == [
                "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "METHOD", "NAME", "REFRESH-INTERVAL", "UID", "DTSTAMP",
                "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP",
            ])
        for word in ["Peer", "Nights", "Police", "supporter", "Member"] {
            #expect(!file.text.contains(word), "\(word)")
        }
        let uids = lines.filter { $0.hasPrefix("UID:") }
        #expect(Set(uids).count == uids.count && uids.count > 8)
        town.pass(seconds: 3600)
        let later = try await visitor.get(link)
        #expect(later.text.components(separatedBy: "\r\n").filter { $0.hasPrefix("UID:") } == uids)
    }

    @Test func aRevokedLinkIsLikeAnUnknownPage() async throws {
        let town = try await DemoTown.start(pack: "police-division")
        let owner = try await Self.onCall(town)
        let visitor = town.visitor()
        let unknown = try await visitor.get("/no-such-thing")
        let old = try #require(try await owner.api(.post, "/api/v1/on-call/calendar").json?.text("path"))
        let new = try #require(try await owner.api(.post, "/api/v1/on-call/calendar").json?.text("path"))
        #expect(try await visitor.get(old) == unknown)
        #expect(try await visitor.get(new).status == 200)
        #expect(try await owner.api(.delete, "/api/v1/on-call/calendar").status == 204)
        #expect(try await visitor.get(new) == unknown)
        let made = String(new.dropLast(4))
        for path in [made, "/calendars/.ics", "/calendars/\(String(repeating: "a", count: 26)).ics", "/calendars/x"] {
            #expect(try await visitor.get(path) == unknown, "\(path)")
        }
    }

    /// The page shows the whole address once.
    @Test func theLinkIsShownOnce() async throws {
        let town = try await DemoTown.start(pack: "police-division")
        let owner = try await Self.onCall(town)
        let page = try await owner.posted("/on-call/calendar")
        let link = try #require(
            page.text.firstMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+(\/calendars\/[a-z2-7]{26}\.ics)/))
        #expect(try await town.visitor().get(String(link.1)).status == 200)
        #expect(!(try await owner.get("/on-call").text.contains("/calendars/")))
        #expect(try await owner.post("/on-call/calendar/end").status == 303)
        #expect(try await town.visitor().get(String(link.1)).status == 404)
    }
}
