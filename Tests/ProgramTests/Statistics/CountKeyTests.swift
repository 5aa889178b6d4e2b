import Program
import Testing

@Suite struct CountKeyTests {
    @Test(arguments: [
        (CountKey.sheets, "sheets"),
        (.entries("contact"), "entries/contact"),
        (.answer(kind: "contact", question: "sex", option: "M"), "answer/contact/sex/M"),
        (.sum(.minutesInPerson), "sum/minutes-in-person"),
        (.given(.referrals), "given/referrals"),
        (.answer(kind: "a/b", question: "50%", option: "%2F"), "answer/a%2Fb/50%25/%252F"),
    ])
    func textBothWays(_ key: CountKey, _ text: String) {
        #expect(key.text == text)
        #expect(CountKey(text) == key)
    }

    @Test(arguments: [
        "", "sheet", "sheets/", "entries", "entries/", "entries/a/b", "answer/a/b", "answer/a//c", "answer/a/b/c/d",
        "sum/hours", "sum", "given/minutes/1", "/entries/a", "entries/50%", "Sum/minutes",
    ])
    func refuses(_ text: String) {
        #expect(CountKey(text) == nil)
    }

    @Test func differentIdsNeverShareAText() {
        let ids = ["a", "/", "%", "%2F", "%25", "a/b", "%/", "/%", "%252F", "2F"]
        let keys = ids.flatMap { kind in
            ids.flatMap { question in ids.map { CountKey.answer(kind: kind, question: question, option: $0) } }
        }
        #expect(Set(keys.map(\.text)).count == keys.count)
        #expect(keys.allSatisfy { CountKey($0.text) == $0 })
    }
}
