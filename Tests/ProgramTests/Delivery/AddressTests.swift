import Program
import Testing

/// Numbers and addresses as people type them.
@Suite struct AddressTests {
    @Test(arguments: [
        ("+19165550123", "+19165550123"), ("(916) 555-0123", "+19165550123"), ("916.555.0123", "+19165550123"),
        ("1 916 555 0123", "+19165550123"), ("+44 20 7946 0018", "+442079460018"),
        (" +1 (916) 555-0123 ", "+19165550123"),
        ("916\u{A0}555\u{A0}0123", "+19165550123"),
    ])
    func number(_ typed: String, is text: String) {
        #expect(PhoneNumber(typed)?.text == text)
    }

    @Test(arguments: [
        "", "+", "555-0123", "116 555 0123", "0916 555 0123", "+0916 555 0123", "+1234567890123456", "+123456",
        "916 555 0123 ext. 4", "916555O123", "++19165550123", "9165550123+", "+1916555\n0123", "٩١٦٥٥٥٠١٢٣",
    ])
    func isNoNumber(_ typed: String) {
        #expect(PhoneNumber(typed) == nil)
    }

    @Test(arguments: [
        ("pat@example.org", "pat@example.org"),
        (" Pat.O'Neil+work@mail.example.org ", "Pat.O'Neil+work@mail.example.org"),
    ])
    func address(_ typed: String, is text: String) {
        #expect(EmailAddress(typed)?.text == text)
    }

    @Test(arguments: [
        "", "pat", "pat@", "@example.org", "pat@example", "pat@@example.org", "pat@example..org", "pat@-example.org",
        "pat @example.org", "pat@example.org\r\nBcc: all@example.org", "<pat@example.org>",
        "pat@example.org,all@example.org",
        "pät@example.org", "\"pat\"@example.org", ".pat@example.org", "pat\0@example.org",
    ])
    func isNoAddress(_ typed: String) {
        #expect(EmailAddress(typed) == nil)
    }
}
