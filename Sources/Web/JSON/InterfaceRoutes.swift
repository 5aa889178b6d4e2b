extension Routes {
    /// The programming interface: the same acts as the pages, for other programs, feature by feature.
    static let interface: [Route] =
        openAPIInterface + seekerInterface
        + accountKeepingInterface
        + rosterInterface + onCallInterface + callOutInterface + offerInterface + supportingInterface
        + noticeInterface + disclosureInterface + incidentInterface
}
