import Testing
import Web

/// What counts as one origin, and who is believed about it.
@Suite struct ClientAddressTests {
    private func origin(_ peer: String?, _ forwarded: String...) -> [UInt8] {
        ClientAddress(peer: peer, forwarded: forwarded).origin
    }

    @Test func anAddressOfTheFourthVersionIsOneOriginAndHalfOfOneOfTheSixth() {
        #expect(origin("192.0.2.1") == [192, 0, 2, 1])
        #expect(origin("192.0.2.1") != origin("192.0.2.2"))
        #expect(origin("2001:db8:1:2:3:4:5:6") == [0x20, 0x01, 0x0d, 0xb8, 0, 1, 0, 2])
        #expect(origin("2001:db8:1:2:3:4:5:6") == origin("2001:db8:1:2:ffff::1"))
        #expect(origin("2001:db8:1:2::1") != origin("2001:db8:1:3::1"))
        #expect(origin("::ffff:192.0.2.1") == origin("192.0.2.1"))
    }

    @Test(arguments: ["127.0.0.1", "127.3.2.1", "::1", "::ffff:127.0.0.1", nil])
    func aProxyOnThisMachineIsBelievedAboutTheAddressItSaw(proxy: String?) {
        let seen: [UInt8] = [192, 0, 2, 1]
        #expect(origin(proxy, "192.0.2.1") == seen)
        // What stands before it, the caller may have made up.
        #expect(origin(proxy, "10.0.0.1, 192.0.2.1") == seen)
        #expect(origin(proxy, "10.0.0.1", "192.0.2.9 ,  192.0.2.1 ") == seen)
        #expect(origin(proxy, "2001:db8:1:2::7") == origin("2001:db8:1:2::1"))
    }

    @Test(arguments: ["", "unknown", "192.0.2.1, somebody", "192.0.2.1:80", "[2001:db8::1]", ",", "192.0.2.1,"])
    func whatIsNoAddressMakesNoOrigin(header: String) {
        #expect(origin("127.0.0.1", header) == origin("127.0.0.1"))
    }

    @Test(arguments: ["198.51.100.7", "10.0.0.2", "2001:db8::5", "::2", "128.0.0.1"])
    func nobodyElseIsBelieved(peer: String) {
        #expect(origin(peer, "192.0.2.1") == origin(peer))
    }
}
