/// Whether the page of a provider is still there, as the server found it. Nobody's looking for help has any part in this.
package struct ReferralLink: Sendable, Equatable {
    /// The provider by its id.
    package let entry: String
    package let web: String
    /// When it was last asked; nothing where it never was.
    package let askedOn: Day?
    /// How often in a row it was not there, each time on another day.
    package let failures: Int

    package init(entry: String, web: String, askedOn: Day? = nil, failures: Int = 0) {
        self.entry = entry
        self.web = web
        self.askedOn = askedOn
        self.failures = failures
    }

    /// At least so many days lie between two looks.
    package static let everyDays = 7

    /// From how many failures on, each on another day, whoever keeps the directory is told. One may be a bad hour.
    package static let enough = 2

    package func isDue(on today: Day) -> Bool {
        guard let askedOn, let next = askedOn.adding(days: Self.everyDays) else { return true }
        return next <= today
    }

    /// Whether whoever keeps the directory is to look at it. Nothing is taken out by itself.
    package var isFailing: Bool { failures >= Self.enough }

    /// What is known after another look.
    package func asked(isThere: Bool, on today: Day) -> ReferralLink {
        ReferralLink(entry: entry, web: web, askedOn: today, failures: isThere ? 0 : min(failures + 1, Self.most))
    }

    private static let most = 1_000
}
