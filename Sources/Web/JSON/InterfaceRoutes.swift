extension Routes {
    /// The programming interface: the same acts as the pages, for other programs, feature by feature.
    static let interface: [Route] =
        openAPIInterface + askInterface + supportInterface + cardInterface + photoInterface
        + sessionInterface + codeInterface
        + accountInterface + reachInterface + sheetInterface + filingInterface
        + summaryInterface + accountKeepingInterface + peopleInterface + policyInterface
        + rosterInterface + onCallInterface + callOutInterface + offerInterface + supportingInterface
        + noticeInterface + disclosureInterface + afterActionInterface + incidentInterface
}
