import HTML
import Operations
import Program

/// What the selection brings to somebody's home.
enum SelectionHome {
    @Sendable
    static func waiting(_ visit: StaffVisit) async throws -> [HTML] {
        let waiting = try await visit.programmes.applications(for: visit.staff).filter(\.waits)
        let declares = try await declares(visit)
        let steps =
            waiting.isEmpty
            ? nil
            : linkCard(
                "\(waiting.count) \(waiting.count == 1 ? "application" : "applications")",
                detail: "A step of the selection is yours", to: SelectionAddresses.applications.link(), icon: .people,
                badge: badge("To do", tone: .warning))
        return [steps, declares].compactMap { $0 }
    }

    private static func declares(_ visit: StaffVisit) async throws -> HTML? {
        guard let own = try await visit.programmes.ownApplication(of: visit.staff).application, own.status == .underWay
        else { return nil }
        let next = visit.pack.selection.next(of: own)
        let isTheirs = next?.act.kind == .declarations
        return linkCard(
            "My application", detail: next?.title ?? "", to: SelectionAddresses.own.link(), icon: .sheet,
            badge: isTheirs ? badge("To do", tone: .warning) : nil)
    }
}
