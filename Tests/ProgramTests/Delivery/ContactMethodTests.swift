import Program
import Testing

/// Adding a way to be reached, and proving it.
@Suite struct ContactMethodTests {
    private static let all = Set(ContactMethod.Kind.allCases)
    private static let text = ContactMethod(
        id: "1", kind: .text, address: "+19165550123", delay: 0, isConfirmed: true)

    @Test(arguments: [
        (ContactMethod.Kind.text, "(916) 555-0124", "+19165550124"), (.call, "916 555 0123", "+19165550123"),
        (.email, " pat@example.org", "pat@example.org"), (.push, "My phone", "My phone"),
    ])
    func isAdded(_ kind: ContactMethod.Kind, _ typed: String, _ address: String) throws {
        let new = NewContactMethod(kind: kind, address: typed, delay: 3)
        let method = try [Self.text].adding(new, id: "2", carried: Self.all).get()
        #expect(method == ContactMethod(id: "2", kind: kind, address: address, delay: 3, isConfirmed: false))
    }

    @Test(arguments: [
        (NewContactMethod(kind: .text, address: "555", delay: 0), "address"),
        (NewContactMethod(kind: .call, address: "pat@example.org", delay: 0), "address"),
        (NewContactMethod(kind: .email, address: "916 555 0123", delay: 0), "address"),
        (NewContactMethod(kind: .push, address: "", delay: 0), "address"),
        (NewContactMethod(kind: .text, address: "916-555-0123", delay: 0), "address"),
        (NewContactMethod(kind: .email, address: "pat@example.org", delay: -1), "delay"),
        (NewContactMethod(kind: .email, address: "pat@example.org", delay: 61), "delay"),
    ])
    func isRefused(_ new: NewContactMethod, _ field: String) {
        let result = [Self.text].adding(new, id: "2", carried: Self.all)
        #expect(throws: Refusal.self) { try result.get() }
        guard case .failure(let refusal) = result else { return }
        #expect(refusal.problems.map(\.field) == [field])
    }

    @Test func aKindWithoutGatewayIsRefused() {
        let new = NewContactMethod(kind: .call, address: "916 555 0123", delay: 0)
        #expect(throws: Refusal.self) { try [ContactMethod]().adding(new, id: "1", carried: [.text]).get() }
    }

    /// A device that allows notifications again takes the place of the one that ended, and of no other.
    @Test(
        arguments: [
            (.push, "My phone", .gone, true), (.push, "My phone", .otherKey, true),
            (.push, "My phone", .refused, false),
            (.push, "My phone", nil, false), (.push, "Another", .gone, false), (.text, "My phone", .gone, false),
        ] as [(ContactMethod.Kind, String, ContactMethod.Trouble?, Bool)])
    func isReplaced(_ kind: ContactMethod.Kind, _ name: String, _ trouble: ContactMethod.Trouble?, _ isReplaced: Bool) {
        let old = ContactMethod(
            id: "1", kind: .push, address: "My phone", delay: 0, isConfirmed: trouble?.isEnd != true, trouble: trouble)
        let new = NewContactMethod(kind: kind, address: name, delay: 0)
        #expect([old].ended(like: new) == (isReplaced ? old : nil))
    }

    @Test func eightAreTheMost() throws {
        let seven = (1...7).map {
            ContactMethod(id: "\($0)", kind: .text, address: "+1916555012\($0)", delay: 0, isConfirmed: false)
        }
        let new = NewContactMethod(kind: .email, address: "pat@example.org", delay: 0)
        let eight = seven + [try seven.adding(new, id: "8", carried: Self.all).get()]
        let more = NewContactMethod(kind: .email, address: "other@example.org", delay: 0)
        guard case .failure(let refusal) = eight.adding(more, id: "9", carried: Self.all) else {
            Issue.record("A ninth was added.")
            return
        }
        // A device has no kind to choose.
        #expect(refusal.problems.map(\.field) == ["address"])
    }

    @Test(
        arguments: [
            ("012345", "012345", 0, true), (" 012 345 ", "012345", 4, true), ("012346", "012345", 0, false),
            ("", "012345", 0, false), ("012345", "012345", 5, false), ("012345", nil, 0, false), ("", nil, 0, false),
        ] as [(String, String?, Int, Bool)])
    func digits(_ typed: String, sent: String?, tries: Int, prove: Bool) {
        let now = Instant(milliseconds: 1_000)
        let code = AddressCode(sent: sent, until: now.adding(seconds: 1), tries: tries, at: now)
        #expect((code.mayConfirm(typed) == nil) == prove)
        #expect(code.isAwaited == (sent != nil && tries < 5))
        // At the end of their time nothing is taken any more.
        let late = AddressCode(sent: sent, until: now, tries: tries, at: now)
        #expect(late.mayConfirm(typed) != nil && !late.isAwaited && late.digits == nil)
    }

    /// What may be asked for, and what is said when it is sent: a code until its time is over, the rest once it is confirmed.
    @Test(
        arguments: [
            (.code, false, true, .code("012345")), (.code, true, false, .code("012345")), (.test, false, false, nil),
            (.test, true, true, .test), (.message, false, false, nil), (.message, true, true, .message),
        ] as [(Word, Bool, Bool, Saying?)])
    func words(_ word: Word, isConfirmed: Bool, mayBeAskedFor: Bool, says: Saying?) {
        let method = ContactMethod(id: "1", kind: .text, address: "+19165550123", delay: 0, isConfirmed: isConfirmed)
        #expect((method.mayAskFor(word) == nil) == mayBeAskedFor)
        let now = Instant(milliseconds: 1_000)
        // Wrong digits keep them from being taken, and not from being sent.
        let code = AddressCode(sent: "012345", until: now.adding(seconds: 1), tries: 5, at: now)
        #expect(method.saying(word, code: code) == says)
        let late = AddressCode(sent: "012345", until: now, tries: 0, at: now)
        #expect(method.saying(word, code: late) == (word == .code ? nil : says))
    }

    @Test(arguments: ContactMethod.Kind.allCases) func aDeviceIsNotTyped(_ kind: ContactMethod.Kind) {
        let new = NewContactMethod(kind: kind, address: "My phone", delay: 0)
        #expect((new.mayBeTyped() == nil) == (kind != .push))
    }
}
