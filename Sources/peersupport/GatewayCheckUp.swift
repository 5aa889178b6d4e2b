import Gateways
import Operations

/// Whether the gateways are set rightly, and answer.
struct GatewayCheckUp {
    let isOffline: Bool

    func findings() async -> [DoctorFinding] {
        do {
            let gateways = try InstalledGateways()
            return settings(gateways) + (isOffline ? [] : await called(gateways))
        } catch {
            return [
                .unwell(
                    .gateways, "a setting cannot be: \(error)",
                    "The server does not start with it. Set it right in /etc/peersupport.env: docs/gateways.md.")
            ]
        }
    }

    private func settings(_ gateways: InstalledGateways) -> [DoctorFinding] {
        var findings: [DoctorFinding] = []
        switch gateways.carriers.kinds.count {
        case 0:
            findings.append(
                .unwell(
                    .gateways, "none is set: people are told nothing outside the pages",
                    "Set at least one, better two of different providers: docs/gateways.md."))
        case 1:
            findings.append(
                .look(
                    .gateways, "only one is set",
                    "While it is away nobody is reached. Set a second of another provider."))
        default: break
        }
        if gateways.holdDeadManSwitch == nil {
            findings.append(
                .look(
                    .gateways, "nobody learns when this server stops",
                    "Set PEERSUPPORT_DEAD_MAN_URL, with a service that raises the alarm: docs/gateways.md."))
        }
        return findings
    }

    /// Each is called, all at once.
    private func called(_ gateways: InstalledGateways) async -> [DoctorFinding] {
        await withTaskGroup(of: (Int, DoctorFinding).self) { calls in
            for (place, (gateway, probe)) in gateways.probes.enumerated() {
                calls.addTask { (place, await finding(gateway, probe)) }
            }
            return await calls.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func finding(_ gateway: String, _ probe: GatewayProbe) async -> DoctorFinding {
        guard let obstacle = await probe.obstacle() else {
            return .well(.gateways, "\(gateway): \(probe.place) answers")
        }
        return .unwell(
            .gateways, "\(gateway): \(probe.place): \(obstacle)",
            "The name, the port, the network, the certificate, the login; then the provider's own state: docs/gateways.md."
        )
    }
}
