import Program

enum CriticalIncidentAddresses {
    static let incidents = FixedAddress("critical-incidents")
    static let report = FixedAddress("critical-incidents/report")
    static let incident = Address<PathID>("critical-incidents/{incident}")
    static let involvement = Address<PathID>("critical-incidents/{incident}/involvement")
    static let scene = Address<PathID>("critical-incidents/{incident}/scene")
    static let sceneEnd = Address<PathID>("critical-incidents/{incident}/scene/end")
    static let decisions = Address<PathID>("critical-incidents/{incident}/decisions")
    static let end = Address<PathID>("critical-incidents/{incident}/end")
    static let activities = Address<PathID>("critical-incidents/{incident}/activities")
    static let partners = Address<PathID>("critical-incidents/{incident}/partners")
    static let partner = Address<PathID, PathID>("critical-incidents/{incident}/partners/{asked}")
    static let followUps = Address<PathID>("critical-incidents/{incident}/follow-ups")
    static let outreach = Address<PathID>("critical-incidents/{incident}/outreach")
    static let outreachOffer = Address<PathID, PathID>("critical-incidents/{incident}/outreach/{offer}")
    static let outreachReturn = Address<PathID, PathID>("critical-incidents/{incident}/outreach/{offer}/return")
    static let ownOutreach = FixedAddress("outreach")
    static let outreachAnswer = Address<PathID>("outreach/{offer}")
    static let meetings = Address<PathID>("critical-incidents/{incident}/meetings")
    static let heldAtOnce = Address<PathID>("critical-incidents/{incident}/held")
    static let meeting = Address<PathID, PathID>("critical-incidents/{incident}/meetings/{meeting}")
    static let time = Address<PathID, PathID>("critical-incidents/{incident}/meetings/{meeting}/time")
    static let team = Address<PathID, PathID>("critical-incidents/{incident}/meetings/{meeting}/team")
    static let held = Address<PathID, PathID>("critical-incidents/{incident}/meetings/{meeting}/held")
    static let callingOff = Address<PathID, PathID>("critical-incidents/{incident}/meetings/{meeting}/calling-off")
    static let attendance = Address<PathID, PathID>("critical-incidents/{incident}/meetings/{meeting}/attendance")
    static let service = Address<PathID, PathID>("critical-incidents/{incident}/meetings/{meeting}/service")
    static let invitation = Address<PathID, PathID>("critical-incidents/{incident}/meetings/{meeting}/invitation")
    static let calendar = Address<PathID, PathID>("critical-incidents/{incident}/meetings/{meeting}/invitation.ics")
    /// Where other agencies' teams are asked to join.
    static let sharing = Address<PathID>("critical-incidents/{incident}/sharing")
    /// What another agency asks, and the answer.
    static let shared = Address<PathID>("shared-incidents/{shared}")
    static let joining = Address<PathID>("shared-incidents/{shared}/joining")
    static let declining = Address<PathID>("shared-incidents/{shared}/declining")
    static let sharingEnd = Address<PathID>("shared-incidents/{shared}/end")
    /// Where those who decide on a meeting say their word.
    static let toDecide = FixedAddress("incident-decisions")
    /// What incidents ask of a supporter.
    static let own = FixedAddress("responses")
    static let answer = Address<PathID>("responses/{incident}/answer")
}
