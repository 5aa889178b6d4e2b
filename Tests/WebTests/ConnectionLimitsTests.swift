import Testing
import Web

@Suite struct ConnectionLimitsTests {
    /// Of what the system allows, enough stays for the database, the gateways and the system's own threads.
    @Test(arguments: [
        (1_048_576, 12_000), (65_536, 12_000), (12_256, 12_000), (12_255, 11_999), (1_024, 768), (512, 256), (256, 128),
        (64, 32),
    ])
    func someDescriptorsAreLeft(descriptors: Int, connections: Int) {
        #expect(ConnectionLimits(descriptors: descriptors).most == connections)
    }
}
