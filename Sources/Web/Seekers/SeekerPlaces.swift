import HTML

/// Where people look for support, and ask for it.
enum SeekerPlaces {
    static let ask = PlaceOf<PathID>("agencies", by: "agency", then: ["ask"])
    static let passOn = PlaceOf<PathID>("agencies", by: "agency", then: ["pass-on"])
    static let receipt = PlaceOf<PathID>("agencies", by: "agency", then: ["receipt"])

    static let supportersInterface = PlaceOf<PathID>("api", "v1", "agencies", by: "agency", then: ["supporters"])
    static let requestsInterface = PlaceOf<PathID>("api", "v1", "agencies", by: "agency", then: ["requests"])
    static let passesInterface = PlaceOf<PathID>("api", "v1", "agencies", by: "agency", then: ["passes"])
}

/// A seeker's own request. Every request has these same addresses: what stands in a browser's history tells nothing but
/// that somebody was here.
enum SupportPlaces {
    static let support = Place("support")
    static let messages = Place("support", "messages")
    static let change = Place("support", "change")
    static let consultationEnd = Place("support", "consultation-end")
    static let consultationOpening = Place("support", "consultation-opening")
    static let consents = Place("support", "consents")
    static let consentEnd = Place("support", "consent-end")
    static let timeOffNote = Place("support", "time-off-note")
    static let end = Place("support", "end")
    static let reopening = Place("support", "reopening")
    static let closing = Place("support", "closing")

    /// For everyone: what is said when a pass is over, and the way off these pages.
    static let closed = Place("closed")
    static let leave = Place("leave")
    /// Harmless to be found on.
    static let elsewhere = Link(https: "www.weather.gov")

    enum Interface {
        static let support = Place("api", "v1", "support")
        static let messages = Place("api", "v1", "support", "messages")
        static let change = Place("api", "v1", "support", "change")
        static let consultationEnd = Place("api", "v1", "support", "consultation-end")
        static let consultationOpening = Place("api", "v1", "support", "consultation-opening")
        static let consents = Place("api", "v1", "support", "consents")
        static let consentEnd = Place("api", "v1", "support", "consent-end")
        static let timeOffNote = Place("api", "v1", "support", "time-off-note")
        static let end = Place("api", "v1", "support", "end")
        static let reopening = Place("api", "v1", "support", "reopening")
    }
}
