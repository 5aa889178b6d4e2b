import Sealing
import Testing

/// A caller's number on its way from a desk to whoever answers.
@Suite struct CallerNumberTests {
    private let callOut = RandomId()

    @Test func itsOwnerAloneReadsIt() throws {
        let (owner, other) = (AccountKey(), AccountKey())
        let sealed = try #require(
            try CallerNumber.sealed("+12025550123", to: owner.publicKey, callOut: callOut, holder: "a"))
        #expect(try CallerNumber.opened(sealed, with: owner, callOut: callOut, holder: "a") == "+12025550123")
        for (key, id, holder) in [(other, callOut, "a"), (owner, RandomId(), "a"), (owner, callOut, "b")] {
            #expect(throws: OpeningFault.self) {
                try CallerNumber.opened(sealed, with: key, callOut: id, holder: holder)
            }
        }
    }

    /// However long the number, and locked or not.
    @Test(arguments: ["+1234567", "+12025550123", "+123456789012345"]) func noSizeTells(_ number: String) async throws {
        let sealed = try #require(
            try CallerNumber.sealed(number, to: AccountKey().publicKey, callOut: callOut, holder: "a"))
        #expect(sealed.count == 81)
    }

    @Test func whatIsNoNumberIsNotSealed() throws {
        let words = String(repeating: "a", count: 32)
        #expect(try CallerNumber.sealed(words, to: AccountKey().publicKey, callOut: callOut, holder: "a") == nil)
    }
}
