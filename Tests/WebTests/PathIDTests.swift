import Testing
import Web

/// Ids and the names of a pack, as they stand in addresses.
@Suite struct PathIDTests {
    @Test(arguments: ["child-abuse", "Child_Abuse", "crimeLevel", "2b", String(repeating: "a", count: 64)])
    func whatAPackMayNameIsFoundAtItsAddress(_ text: String) {
        #expect(PathID(pathText: text)?.text == text)
    }

    @Test(arguments: ["", "a b", "a/b", "..", "a%20b", "\u{e4}", "\u{212a}", String(repeating: "a", count: 65)])
    func anythingElseIsNoId(_ text: String) {
        #expect(PathID(pathText: text) == nil)
    }
}
