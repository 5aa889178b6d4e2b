import Foundation
import Store
import TestSupport
import Testing

@Suite("A database is opened by its address")
struct DatabaseAddressTests {
    @Test(
        "anything but a file or a postgresql:// address is refused, without repeating it",
        arguments: [
            "", "programme.sqlite", "mysql://app:hush@host/x", "postgres:hush", "sqlite:", "sqlite::memory:",
            "sqlite://data/hush.sqlite", "postgresql://app:hush@[host/x",
        ])
    func refused(address: String) {
        do {
            _ = try DatabaseAddress(address)
            Issue.record("it was accepted")
        } catch {
            #expect(error is StoreFault)
            #expect(!"\(error)".contains("hush"))
        }
    }

    @Test("a password in the address is not part of its description")
    func description() throws {
        #expect(try DatabaseAddress("postgresql://app:hush@localhost/x").description == "postgresql")
        #expect(try DatabaseAddress("sqlite:/var/lib/x.sqlite").description == "sqlite:/var/lib/x.sqlite")
    }

    @Test(
        "a database that cannot be reached is unavailable",
        arguments: [
            "sqlite:/no/such/folder/x.sqlite", "sqlite:/proc/version", "postgresql:///x?host=/no/such/folder&user=app",
        ])
    func unreachable(address: String) async throws {
        let address = try DatabaseAddress(address)
        let fault = await #expect(throws: StoreFault.self) { _ = try await address.open() }
        guard case .unavailable = fault else { throw Unexpected.wanted }
    }
}
