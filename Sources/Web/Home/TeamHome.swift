import HTML

/// What the work on the team brings to somebody's home, feature by feature, in this order. Each part looks for itself whether it has
/// anything for the visitor, and is nothing where it has not.
enum TeamHome {
    /// What waits for an act of theirs, as cards under "To look at".
    static let waiting: [@Sendable (StaffVisit) async throws -> [HTML]] = [
        OwnIncidentPages.onHome, IncidentDecisionPages.onHome,
        SelectionHome.waiting, CommitteeHome.waiting, TrainingHome.waiting, RegionalPages.onHome,
        { try await DirectoryPage.onHome($0) }, { try await OrientationDuePages.onHome($0) },
        ConsultantPages.onHome,
        ServicePages.onHome, EquipmentPages.onHome, AwarenessLogPages.onHome, LibraryPages.onHome,
        ReferralKeepingPages.onHome, MutualAidPages.onHome,
        PolicyDraftPages.onHome, FeedbackPages.onHome, DutyApprovalPages.onHome,
        { try await OwnMembershipPage.onHome($0) },
    ]

    /// Sections of their own, further down.
    static let sections: [@Sendable (StaffVisit) async throws -> HTML?] = [
        AnnouncementPages.onHome,
        { try await ConformanceHome.onHome($0) },
        TrainingHome.own,
        LookingAfterPages.onHome,
        EquipmentPages.ownOnHome,
        PlanningHome.onHome,
        ReportPages.onHome,
    ]
}

extension Array where Element == @Sendable (StaffVisit) async throws -> [HTML] {
    func parts(for visit: StaffVisit) async throws -> [HTML] {
        var parts: [HTML] = []
        for part in self { parts += try await part(visit) }
        return parts
    }
}

extension Array where Element == @Sendable (StaffVisit) async throws -> HTML? {
    func parts(for visit: StaffVisit) async throws -> [HTML] {
        var parts: [HTML] = []
        for part in self { if let section = try await part(visit) { parts.append(section) } }
        return parts
    }
}
