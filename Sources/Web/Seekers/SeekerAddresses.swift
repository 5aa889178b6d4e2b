import HTML

/// Where people look for support, and ask for it.
enum SeekerAddresses {
    static let ask = AddressOf<PathID>("agencies", by: "agency", then: ["ask"])
    static let passOn = AddressOf<PathID>("agencies", by: "agency", then: ["pass-on"])
    static let receipt = AddressOf<PathID>("agencies", by: "agency", then: ["receipt"])

    static let supportersInterface = AddressOf<PathID>("api", "v1", "agencies", by: "agency", then: ["supporters"])
    static let requestsInterface = AddressOf<PathID>("api", "v1", "agencies", by: "agency", then: ["requests"])
    static let passesInterface = AddressOf<PathID>("api", "v1", "agencies", by: "agency", then: ["passes"])
}

/// A seeker's own request. Every request has these same addresses: what stands in a browser's history tells nothing but
/// that somebody was here.
enum SupportAddresses {
    static let support = Address("support")
    static let messages = Address("support", "messages")
    static let change = Address("support", "change")
    static let consultationEnd = Address("support", "consultation-end")
    static let consultationOpening = Address("support", "consultation-opening")
    static let consents = Address("support", "consents")
    static let consentEnd = Address("support", "consent-end")
    static let timeOffNote = Address("support", "time-off-note")
    static let end = Address("support", "end")
    static let reopening = Address("support", "reopening")
    static let closing = Address("support", "closing")

    /// For everyone: what is said when a pass is over, and the way off these pages.
    static let closed = Address("closed")
    static let leave = Address("leave")
    /// Harmless to be found on.
    static let elsewhere = Link(https: "www.weather.gov")

    enum Interface {
        static let support = Address("api", "v1", "support")
        static let messages = Address("api", "v1", "support", "messages")
        static let change = Address("api", "v1", "support", "change")
        static let consultationEnd = Address("api", "v1", "support", "consultation-end")
        static let consultationOpening = Address("api", "v1", "support", "consultation-opening")
        static let consents = Address("api", "v1", "support", "consents")
        static let consentEnd = Address("api", "v1", "support", "consent-end")
        static let timeOffNote = Address("api", "v1", "support", "time-off-note")
        static let end = Address("api", "v1", "support", "end")
        static let reopening = Address("api", "v1", "support", "reopening")
    }
}
