import Testing
import Web

@Suite struct ConnectionLimitsTests {
    /// Of what the system allows, enough stays for the database, the gateways and the system's own threads.
    @Test(arguments: [
        (1_048_576, 16_000), (65_536, 16_000), (16_256, 16_000), (16_255, 15_999), (1_024, 768), (512, 256), (256, 128),
        (64, 32),
    ])
    func someDescriptorsAreLeft(descriptors: Int, connections: Int) {
        #expect(ConnectionLimits(descriptors: descriptors).most == connections)
    }
}
