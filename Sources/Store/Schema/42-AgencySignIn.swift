extension Migration {
    /// The sign-in that an agency has for everything, as a second factor.
    static let agencySignIn = Migration(
        number: 42, name: "agency-sign-in", statements: ["ALTER TABLE account ADD COLUMN provider_subject BLOB"])
}
