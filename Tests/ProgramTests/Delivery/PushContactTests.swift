import Program
import Testing

/// Whom push services turn to: what they would refuse is not started with.
@Suite struct PushContactTests {
    @Test(arguments: [
        "mailto:it@agency.example.org", "https://www.agency.org", "https://www.agency.org/it?a=b",
        "https://agency.org:8443/",
    ])
    func isTaken(_ text: String) throws {
        #expect(try PushContact(text).text == text)
    }

    @Test(arguments: [
        ("mailto:it@localhost", PushContactFault.noAddress), ("mailto:it@mail.localhost", .notPublic),
        ("mailto:it@agency.invalid", .notPublic), ("mailto:it@agency.example", .notPublic),
        ("mailto:it@agency.local", .notPublic), ("mailto:it@agency.test", .notPublic),
        ("mailto:it@10.0.0.1", .notPublic),
        ("mailto:", .noAddress), ("mailto:it", .noAddress), ("mailto:it@", .noAddress),
        ("mailto:it@agency", .noAddress),
        ("mailto:it@agency.org?subject=push", .noAddress), ("mailto:a@agency.org,b@agency.org", .noAddress),
        ("mailto: it@agency.org", .notPlain), (" mailto:it@agency.org", .notPlain),
        ("mailto:it@agency.org ", .notPlain),
        ("", .noAddress), (" ", .notPlain), ("it@agency.org", .noAddress), ("http://agency.org", .noAddress),
        ("https://", .noPage), ("https://localhost/", .noPage), ("https://it@agency.org/", .noPage),
        ("https://127.0.0.1/", .notPublic), ("https://intranet.lan/it", .notPublic), ("https://agency..org/", .noPage),
    ])
    func isRefused(_ text: String, _ fault: PushContactFault) {
        #expect(throws: fault) { try PushContact(text) }
        #expect(!text.contains("it@") || !fault.description.contains("it@"))
    }

    @Test(arguments: [
        ("mail.agency.org", true, true), ("MAIL.agency.org", true, true), ("agency", false, false), ("", false, false),
        ("a..b", false, false), ("-a.org", false, false), ("a_b.org", false, false), ("a.org.", false, false),
        ("host.localdomain", true, false), ("HOST.LOCAL", true, false), ("192.0.2.1", true, false),
        (String(repeating: "a", count: 64) + ".org", false, false),
    ])
    func aHostsName(_ text: String, isName: Bool, isPublic: Bool) {
        #expect((DomainName(text) != nil) == isName)
        #expect((DomainName(text)?.isPublic ?? false) == isPublic)
    }
}
