import Gateways
import Testing

/// Which machines a look at a page goes to.
@Suite struct PageLookTests {
    @Test(
        arguments: [
            [93, 184, 215, 14], [8, 8, 8, 8], [172, 32, 0, 1], [100, 128, 0, 1], [223, 255, 255, 255],
            [0x26, 0x06, 0x28, 0, 0x02, 0x1f, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
        ] as [[UInt8]]) func theOpenInternet(_ address: [UInt8])
    {
        #expect(NetworkAddress.isPublic(address))
    }

    @Test(
        arguments: [
            [127, 0, 0, 1], [10, 1, 2, 3], [172, 16, 0, 1], [172, 31, 255, 255], [192, 168, 0, 1],
            [169, 254, 169, 254],
            [100, 64, 0, 1], [0, 0, 0, 0], [198, 18, 0, 1], [224, 0, 0, 1], [255, 255, 255, 255], [192, 0, 2, 1], [],
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 10, 0, 0, 1],
            [0xfe, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
            [0xfd, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1],
            [0x20, 0x02, 10, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, 10, 0, 0, 1],
        ] as [[UInt8]]) func aNetworkOfOnesOwn(_ address: [UInt8])
    {
        #expect(!NetworkAddress.isPublic(address))
    }

    @Test(arguments: [
        "http://help.example.org/", "https://", "file:///etc/passwd", "https://localhost/", "https://127.0.0.1/",
    ])
    func isNotAskedAtAll(_ address: String) async {
        #expect(await PageLook().isThere(address) == false)
    }
}
