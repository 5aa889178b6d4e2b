extension ServerKeys {
    /// By what a name is known again that was given to a supporter after an incident, so that nobody is asked twice: 32 bytes. The
    /// database alone cannot tell whose it is, nor try names, nor tell that two incidents had somebody in common.
    package func outreachMark(of name: String, incident: String, agency: String) -> [UInt8] {
        seekerPass.derived(for: Binding("outreach key"))
            .derived(for: Binding("outreach", agency, incident, name)).exposedBytes
    }
}
