extension Routes {
    /// The programming interface: the same acts as the pages, for other programs, feature by feature.
    static let interface: [Route] =
        openAPIInterface + askInterface + supportInterface
        + sessionInterface + codeInterface
        + accountInterface + reachInterface
        + accountKeepingInterface
        + rosterInterface + onCallInterface + callOutInterface + offerInterface + supportingInterface
        + noticeInterface + disclosureInterface + incidentInterface
}
