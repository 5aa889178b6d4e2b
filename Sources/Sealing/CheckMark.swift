extension ServerKeys {
    /// By what somebody is known again on whom a check is under way or who declined one, once their name is gone: 32 bytes. The
    /// database alone cannot tell whose it is, nor try names.
    ///
    /// - Parameter subject: what says who it is, such as their id in the directory.
    package func checkMark(of subject: String, agency: String) -> [UInt8] {
        seekerPass.derived(for: Binding("well-being checks key"))
            .derived(for: Binding("well-being check", agency, subject)).exposedBytes
    }
}
