import Program

enum SelectionAddresses {
    /// One's own: to apply, and where it stands.
    static let own = FixedAddress("application")
    static let withdrawal = FixedAddress("application/withdrawal")
    /// The own yes or no to having been named by a colleague.
    static let nominated = FixedAddress("application/nomination")
    static let nominations = FixedAddress("application/nominations")
    static let applications = FixedAddress("applications")
    static let application = Address<PathID>("applications/{application}")

    // What is done in a step. Each names the step, so that nothing is done in another than was seen.
    static let declarations = step("declarations")
    static let forwarding = step("forwarding")
    static let notedForwarding = step("noted-forwarding")
    static let attestation = step("attestation")
    static let notedLetter = step("noted-letter")
    static let approvals = step("approvals")
    static let answer = step("answer")
    static let inquiries = step("inquiries")
    static let peerReview = step("peer-review")
    static let endOfPeerReview = step("peer-review/end")
    static let interview = step("interview")
    static let ballot = step("ballot")
    static let hearing = step("hearing")
    static let designee = step("designee")
    static let passingOver = step("passing-over")

    static let openings = FixedAddress("openings")
    static let endOfOpening = Address<PathID>("openings/{opening}/end")
    /// For everybody: how one joins the team, and what is posted.
    static let joining = Address<PathID>("agencies/{agency}/joining")
    static let askedAccount = Address<PathID>("agencies/{agency}/joining/account")
    /// The same to print and to hang up.
    static let posting = Address<PathID>("agencies/{agency}/joining/posting")

    private static func step(_ act: String) -> Address<PathID, PathID> {
        Address<PathID, PathID>("applications/{application}/steps/{step}/\(act)")
    }
}
