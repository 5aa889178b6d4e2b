import Foundation
import PolicyPacks
import Program
import Testing

/// What counts as a contact with a seeker, and whom it keeps from the next one.
@Suite struct CountingContactsTests {
    enum Talk: String, Sendable { case writes, isInTouch }

    /// What a supporter does, on which day of March, and how many contacts there are then; nothing where it is refused.
    struct Row: Sendable, CustomTestStringConvertible {
        let pack: String
        var isAcross = false
        let talks: [(Talk, Int, Int?)]
        var testDescription: String {
            "\(pack)\(isAcross ? " across" : ""): "
                + talks.map { "\($0) on \($1): \($2.map(String.init) ?? "no")" }.joined(separator: ", ")
        }
    }

    static let rows = [
        Row(pack: "iacp", talks: [(.writes, 1, 1), (.writes, 1, 1), (.writes, 1, 1)]),
        Row(pack: "iacp", talks: [(.writes, 1, 1), (.writes, 2, 2), (.writes, 2, 2), (.writes, 9, 3)]),
        Row(pack: "iacp", talks: [(.writes, 1, 1), (.isInTouch, 1, 1), (.isInTouch, 1, 2), (.writes, 1, 2)]),
        Row(pack: "sacramento-probation", talks: [(.isInTouch, 1, 1), (.isInTouch, 1, 2), (.writes, 2, 3)]),
        // A chat is one contact; the next day would be another one.
        Row(pack: "kern-sheriff", isAcross: true, talks: [(.writes, 1, 1), (.writes, 1, 1), (.writes, 2, nil)]),
        Row(pack: "kern-sheriff", isAcross: true, talks: [(.writes, 1, 1), (.isInTouch, 2, nil)]),
        Row(pack: "kern-sheriff", isAcross: true, talks: [(.isInTouch, 1, 1), (.writes, 1, nil)]),
        Row(pack: "kern-sheriff", isAcross: true, talks: [(.writes, 1, 1), (.isInTouch, 1, 1), (.writes, 1, nil)]),
        Row(pack: "kern-sheriff", talks: [(.writes, 1, 1), (.writes, 2, 2), (.isInTouch, 2, 2), (.isInTouch, 3, 3)]),
        Row(pack: "police-division", isAcross: true, talks: [(.writes, 1, 1), (.writes, 2, 2)]),
    ]

    @Test(arguments: rows) func whatCounts(_ row: Row) throws {
        let pack = try PackLibrary.load(PackID(row.pack)).get().pack
        var record = RequestRecord(barred: [], chain: [])
        record.isAdvised = true
        record.isInChain = row.isAcross
        for (talk, date, count) in row.talks {
            let today = try #require(Day("2026-03-0\(date)"))
            let life = RequestLife(
                id: "r", isInquiry: false, standing: .accepted(supporter: "ana", firstContactDue: nil), record: record)
            let request = try #require(life.supported(by: "ana"))
            let answer =
                switch talk {
                case .writes: request.written(on: today, under: pack)
                case .isInTouch: request.inTouch(on: today, under: pack)
                }
            switch answer {
            case .success(let change):
                record = change.record
                #expect(record.contacts == count)
            case .failure(let refusal):
                #expect(count == nil && refusal.problems.flatMap(\.clauses) == [ClauseID("KSO-E.8")])
                #expect(pack.requests.mustHandOff(record, on: today))
            }
        }
        // However it is offered again: whoever had the one contact is not asked.
        #expect(record.barred.contains("ana") == (row.isAcross && row.pack == "kern-sheriff"))
    }

    /// Whoever asks for somebody else reads nothing, so a word to them is no approach and stops no timer (PD-B.2.a.1).
    @Test func nobodyWritesToWhoeverAskedForAnother() throws {
        let pack = try PackLibrary.load(PackID("police-division")).get().pack
        var record = RequestRecord(barred: [], chain: [])
        record.isAdvised = true
        let due = Instant(milliseconds: 1_773_162_000_000)
        let life = RequestLife(
            id: "r", isInquiry: true, standing: .accepted(supporter: "ana", firstContactDue: due), record: record)
        let today = try #require(Day("2026-03-10"))
        guard case .failure(let refusal) = life.supported(by: "ana")?.written(on: today, under: pack) else {
            Issue.record("written")
            return
        }
        #expect(Set(refusal.problems.flatMap(\.clauses)) == [ClauseID("PD-B.2.a.1")])
    }

    /// A request sealed before the days were kept opens as it did.
    @Test func aRecordOfOldIsRead() throws {
        let old =
            #"{"barred":["ben"],"chain":["cleo"],"isAdvised":true,"contacts":2,"isInChain":false,"#
            + #""agreesToTimeOffNote":false,"reminders":{}}"#
        let record = try JSONDecoder().decode(RequestRecord.self, from: Data(old.utf8))
        #expect(record.contacts == 2 && record.barred == ["ben"] && record.isAdvised)
    }
}
