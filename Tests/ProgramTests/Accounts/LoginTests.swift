import Program
import Testing

@Suite struct LoginTests {
    @Test(arguments: [
        ("a.lopez", "a.lopez"), (" A.Lopez\n", "a.lopez"), ("ab", "ab"), ("x-1", "x-1"),
        (String(repeating: "a", count: 60), String(repeating: "a", count: 60)),
    ])
    func reads(typed: String, login: String) {
        #expect(Login(typed: typed)?.text == login)
    }

    @Test(arguments: [
        "", "a", "a b", "lópez", "a@b", "a\u{0}b", "a/b", "a_b", "ａｂ", String(repeating: "a", count: 61), "a\u{301}b",
    ])
    func isNobodys(typed: String) {
        #expect(Login(typed: typed) == nil)
    }

    @Test(arguments: ["José Núñez", "X", String(repeating: "é", count: 120), "O'Brien, 3rd", "李雷"])
    func names(text: String) {
        #expect(text.isName)
    }

    @Test(arguments: ["", " ", "\t", "a\u{0}", "a\nb", "a\u{1B}[31m", "a\u{85}b", String(repeating: "a", count: 121)])
    func noNames(text: String) {
        #expect(!text.isName)
    }
}
