import Operations
import Program

enum TrainingAddresses {
    /// What is ahead, and one's own training.
    static let own = FixedAddress("training")
    static let team = FixedAddress("training/team")
    static let export = FixedAddress("training/team/record.csv")
    static let member = Address<PathID>("training/members/{account}")
    static let completions = Address<PathID>("training/members/{account}/completions")
    static let qualifications = Address<PathID>("training/members/{account}/qualifications")
    static let courses = FixedAddress("training/courses")
    static let courseEnd = Address<PathID>("training/courses/{course}/end")
    static let handIn = FixedAddress("training/certificates")
    static let certificate = Address<PathID>("training/certificates/{certificate}")
    static let certificateDecision = Address<PathID>("training/certificates/{certificate}/decision")
    static let completionEnd = Address<PathID>("training/completions/{completion}/end")
    static let newSession = FixedAddress("training/sessions/new")
    static let sessions = FixedAddress("training/sessions")
    static let session = Address<PathID>("training/sessions/{session}")
    static let change = Address<PathID>("training/sessions/{session}/change")
    static let cancellation = Address<PathID>("training/sessions/{session}/cancellation")
    static let place = Address<PathID>("training/sessions/{session}/place")
    static let placeEnd = Address<PathID>("training/sessions/{session}/place/end")
    static let excuse = Address<PathID>("training/sessions/{session}/excuse")
    static let assignments = Address<PathID>("training/sessions/{session}/assignments")
    static let list = Address<PathID>("training/sessions/{session}/list")
    static let correction = Address<PathID>("training/sessions/{session}/correction")
    static let record = Address<PathID>("training/sessions/{session}/record")
    static let calendar = Address<PathID>("training/sessions/{session}/calendar")
    /// The page that the code in the room opens.
    static let here = Address<PathID>("training/here/{code}")
    /// All that somebody's own calendar link has of training.
    static let feed = Address<CalendarLink>("training-calendars/{calendar}")
}

extension Need {
    /// Whoever plans training, keeps its record or excuses.
    static let looksAfterTraining = Need.anyOf([.planTraining, .keepTraining, .excuseAbsences, .confirmQualifications])
    static let readsTraining = Need.anyOf([.planTraining, .keepTraining])
}
