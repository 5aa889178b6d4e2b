import HTML
import Operations
import Program

/// What a notice says: its kind, in the agency's own words. It never says whom it is about.
struct NoticeWords {
    let title: String
    let words: String
    /// A few words for a list of those who watch over notices.
    let short: String

    init(_ received: ReceivedNotice, _ pack: PolicyPack) {
        self = received.notice.kind.words(
            raiser: received.release?.member ?? received.from ?? "A \(pack.terms.supporter)",
            supporter: pack.terms.supporter,
            next: NoticeWords.title(of: received.notice.tells, pack), vehicle: received.vehicle,
            supervisorsAsk: pack.hasSupervisorsAsk, release: received.release?.release)
    }

    fileprivate init(_ title: String, _ words: String, inShort short: String? = nil) {
        self.title = title
        self.words = words
        self.short = short ?? title
    }

    static func title(of role: RoleID?, _ pack: PolicyPack) -> String {
        role.map { pack.title(of: $0) } ?? "next one"
    }
}

extension NoticeKind {
    /// The table of words.
    ///
    /// - Parameters:
    ///   - raiser: who raised it, by name.
    ///   - supporter: what the pack calls a supporter.
    ///   - next: the title of the role to be told.
    ///   - vehicle: with which they respond, where the pack asks.
    ///   - supervisorsAsk: whether a supervisor may have said that they cannot leave.
    ///   - release: from when until when somebody is to be released.
    fileprivate func words(
        raiser: String, supporter: String, next: String, vehicle: String?, supervisorsAsk: Bool,
        release: DutyRelease?
    ) -> NoticeWords {
        switch self {
        case .requestWaits: NoticeWords("A request waits", "Nobody has taken it yet. Please call someone out.")
        case .firstContactMissed:
            NoticeWords(
                "A first contact is overdue",
                "A request was accepted and nobody has been in touch. It is offered to others now.",
                inShort: "First contact overdue")
        case .conflict:
            NoticeWords(
                "A conflict of interest",
                "\(raiser) passed a request on because of a conflict of interest. It is offered to others.",
                inShort: "Conflict of interest")
        case .cannotLeavePost:
            NoticeWords(
                "Someone cannot leave their post",
                """
                \(raiser) is needed and cannot leave\(supervisorsAsk ? ", as they or their supervisor say" : ""). Others are asked \
                already; this stays here until somebody has it.
                """,
                inShort: "Cannot leave a post")
        case .findAnother:
            NoticeWords(
                "A request needs another \(supporter)",
                """
                Whoever had it must not go on. Others are asked already; this stays here until somebody has it. Nothing of the \
                request is shown.
                """,
                inShort: "Another supporter to find")
        case .replacementNeeded:
            NoticeWords(
                "Please find another \(supporter)",
                "\(raiser) has to step back from someone they support. Please speak with them.",
                inShort: "Replacement needed")
        case .disclosure:
            NoticeWords(
                "Speak with \(raiser) now",
                "They carry out an exception to confidence and have something to tell you, by voice.",
                inShort: "Disclosure")
        case .standsIn:
            NoticeWords(
                "Speak with \(raiser) now, for the \(next)",
                "They carry out an exception to confidence, and the \(next) has not answered. You answer in their place, or reach them.",
                inShort: "Disclosure, in another's place")
        case .nobodyAnswers:
            NoticeWords(
                "Nobody has answered: call somebody now",
                "You carry out an exception to confidence, and neither the \(next) nor anybody in their place has answered. Somebody is there at these numbers.",
                inShort: "Disclosure without an answer")
        case .followOn:
            NoticeWords(
                "Tell the \(next)",
                "You know of a disclosure. Now it is for you to tell the next one, by voice or with a notice.",
                inShort: "Duty to tell")
        case .approvalAsked:
            NoticeWords(
                "A yes is asked of you",
                "Somebody is to be activated after hours. Without an answer it goes on to the next in line.",
                inShort: "Approval asked")
        case .tellAdministrator:
            NoticeWords(
                "Tell the \(next)", "There was a request after hours. Tell them, and write down here when and how.",
                inShort: "Duty to tell of a request after hours")
        case .afterHoursResponse:
            NoticeWords(
                "\(raiser) responds in person",
                vehicle.map { "After hours or off duty. Vehicle: \($0)." } ?? "After hours or off duty.",
                inShort: "Response in person")
        case .calledOut:
            NoticeWords(
                "You are called out", "Somebody would like to talk. Please get in touch with whoever called you.",
                inShort: "Call-out")
        case .getInTouch:
            NoticeWords(
                "\(raiser) would like to hear from you",
                "Please get in touch. What it is about is not written here.", inShort: "Please get in touch")
        case .callBack:
            NoticeWords(
                "\(raiser) asks you to call",
                "They would like your advice. What it is about is not written here, and they will name nobody.",
                inShort: "Please call back")
        case .rosterGap:
            NoticeWords(
                "A gap in the call-out list",
                "Nobody is on the list for a time ahead. Please look at the list.",
                inShort: "Gap in the call-out list")
        case .swapAsked:
            NoticeWords(
                "Someone asks to swap a turn", "Please look at the call-out list.", inShort: "Swap of a turn")
        case .suspension:
            NoticeWords(
                "A suspension waits for your last word",
                "\(raiser) took somebody off the team at once. Say whether it stays so.", inShort: "Suspension")
        case .seatOffered:
            NoticeWords(
                "A seat is offered to you",
                "\(raiser) asks you to take a seat of a committee. Serving is voluntary: accept it, or decline.",
                inShort: "Seat offered")
        case .ownSeatEnds:
            NoticeWords(
                "The term of your seat ends", "After it you have no vote. The day stands on the committee's page.",
                inShort: "Own seat ends")
        case .seatEnds:
            NoticeWords(
                "The term of a seat ends",
                "See on the committee's page which, and when. Somebody new takes time to find.",
                inShort: "Seat ends")
        case .seatVacant:
            NoticeWords(
                "A seat fell vacant", "Its holder is not what the seat asks for any more. See the committee's page.",
                inShort: "Vacant seat")
        case .ballotOpened:
            NoticeWords("A ballot is open", "Your committee votes. Please give your vote.", inShort: "Open ballot")
        case .termEnds:
            NoticeWords(
                "Your term ends", "Do you go on? Say so on the page of your membership.", inShort: "End of a term")
        case .agreementToSign:
            NoticeWords(
                "The agreement waits for your signature", "Please read it and sign it.", inShort: "Agreement to sign")
        case .pauseOver:
            NoticeWords(
                "Your pause was until today", "Come back when you are ready, on the page of your membership.",
                inShort: "End of a pause")
        case .ownMembership:
            NoticeWords(
                "Something about your membership has changed", "Please look at the page of your membership.",
                inShort: "Own membership")
        case .membershipChanged:
            NoticeWords(
                "A membership has changed", "Please look at the memberships.", inShort: "Changed membership")
        case .reviewDue:
            NoticeWords("A yearly review is due", "Please look at the memberships.", inShort: "Review due")
        case .removalWaits:
            NoticeWords(
                "A membership waits for your word", "Please look at the memberships.", inShort: "Word on a membership")
        case .officeAsked:
            NoticeWords(
                "An office waits for a second yes",
                "\(raiser) asks that an office be given or end. It checks others, so somebody else says yes or no.",
                inShort: "Second yes to an office")
        case .licenceEnds:
            NoticeWords(
                "A licence ends soon",
                "A professional beside the team needs it to be consulted. Please record the next one.",
                inShort: "Licence that ends")
        case .service:
            NoticeWords(
                "A service of yours has changed",
                "Somebody was confirmed or stepped back, or it is called off. The page of services shows it.",
                inShort: "Service changed")
        case .checkDue:
            NoticeWords(
                "It is the day to ask how a colleague is",
                "The page of services has their name, for you alone and whoever assigned it.", inShort: "Check due")
        case .equipmentDueBack:
            NoticeWords(
                "Something is due back",
                "Whoever has it is of the team no more. The register shows what it is.",
                inShort: "Equipment due back")
        case .libraryReviewDue:
            NoticeWords(
                "Something in the library is to be looked at again",
                "Say whether it is still right, and when to look next.", inShort: "Library to look at")
        case .awarenessDue:
            NoticeWords(
                "Nothing has been done yet to make the programme known",
                "The period is soon over. The log shows what was done before.",
                inShort: "Awareness due")
        case .referralsToCheck:
            NoticeWords(
                "Further help is to be looked at",
                "An entry of the directory is to be checked, or its page is not there any more. The directory shows which.",
                inShort: "Further help to check")
        case .aidWaits:
            NoticeWords(
                "An agreement with another agency waits for you",
                "It holds only with your yes. Please look at it, and say yes or no.", inShort: "Agreement to decide on")
        case .aidChanged:
            NoticeWords(
                "An agreement with another agency has changed",
                "It is in force now, was declined, or has ended. The page of agreements shows which.",
                inShort: "Agreement changed")
        case .aidEnds:
            NoticeWords(
                "An agreement with another agency ends soon",
                "Its last day is near. Where it should go on, another one is proposed and approved. The page of agreements shows which.",
                inShort: "Agreement ends soon")
        case .counselDue:
            NoticeWords(
                "Counsel’s next review of the policy is due",
                "Record it once counsel has looked at the policy.", inShort: "Counsel’s review")
        case .sponsorLetterDue:
            NoticeWords(
                "Your letter for the programme is to be renewed",
                "A letter of today shows that you still stand behind it.", inShort: "Sponsor’s letter")
        case .teamGrew:
            NoticeWords(
                "Who can be offered a request has changed",
                "Somebody is new, or has a new key. Please look at the list, and ask where you do not know why.",
                inShort: "Changed team")
        case .policyDraft:
            NoticeWords(
                "A new text of the rules waits for you",
                "It goes no further without your word. Read what it changes, and say yes or no.",
                inShort: "New text of the rules")
        case .policyReview:
            NoticeWords(
                "Time to look at the rules again",
                "They have been in force for as long as the policy lets them be without a look.",
                inShort: "Review of the rules")
        case .notVouchedFor:
            NoticeWords(
                "An account is not what the record vouches for",
                "No new request is sealed to it. Please speak with whoever runs the server.",
                inShort: "Account not vouched for")
        case .sessionCalledOff:
            NoticeWords(
                "A session is called off", "You have a place at it. The calendar shows what is planned instead.",
                inShort: "Session called off")
        case .sessionChanged:
            NoticeWords(
                "A session is at another time or place",
                "You have a place at it, and it was changed. Your calendar and its page show how it is now.",
                inShort: "Session changed")
        case .jointSession:
            NoticeWords(
                "A joint session is new, or is another",
                "A partner agency opened a session to your team, or changed one that it comes to.",
                inShort: "Joint session")
        case .trainingAssigned:
            NoticeWords(
                "You are assigned to a training",
                "It is in your calendar. If you cannot come, ask there to be excused.",
                inShort: "Assigned to a training")
        case .trainingDue:
            NoticeWords(
                "A course of yours is due",
                "It soon counts no more, or is to be completed soon. Your training page says which.",
                inShort: "Course due")
        case .feedbackWaits:
            NoticeWords(
                "Feedback of the team waits",
                "Somebody said what they would like, or what goes badly. Please answer it.",
                inShort: "Feedback to answer")
        case .feedbackAnswered:
            NoticeWords(
                "There is an answer to your feedback", "It stands on the page where you gave it.",
                inShort: "Answer to feedback")
        case .sceneAsked:
            NoticeWords(
                "You are asked to come", "You are wanted at a scene. Please say whether you come.",
                inShort: "Asked to a scene")
        case .meetingDecision:
            NoticeWords(
                "Is a meeting needed?", "An incident was reported. Please say whether a meeting is needed.",
                inShort: "Decision on a meeting")
        case .meetingTeam:
            NoticeWords(
                "You hold a meeting", "You are confirmed to hold a meeting. When and where stands on its page.",
                inShort: "Holds a meeting")
        case .teamDebriefing:
            NoticeWords(
                "A debriefing of the team",
                "Everybody who responded has to be there. When and where stands on its page.",
                inShort: "Debriefing of the team")
        case .sharingAsked:
            NoticeWords(
                "Another agency asks your team to join",
                "An incident is to be answered together. Please say whether your team joins.",
                inShort: "Asked by another agency")
        case .sharingChanged:
            NoticeWords(
                "Another agency answered, or left",
                "It is about an incident that you answer together. The board of the incident says how it stands.",
                inShort: "Another agency’s part")
        case .followUpDue:
            NoticeWords(
                "Offer a follow-up",
                "It is one of the days on which those who were part of an incident are asked again.",
                inShort: "Follow-up due")
        case .outreachDue:
            NoticeWords(
                "You have somebody to offer support to",
                "Their name is on its page, for you alone. They may take it or leave it.", inShort: "Support to offer")
        case .dutyTimeWaits:
            NoticeWords(
                "Off-duty time waits for your approval", "Please look at it, and say yes or no.",
                inShort: "Duty time to approve")
        case .dutyTimeDecided:
            NoticeWords(
                "Your off-duty time was decided on", "See on the page of your duty time what was said.",
                inShort: "Decision on duty time")
        case .releaseAsked:
            NoticeWords(
                "\(raiser) is needed for peer support",
                """
                \(release.map { "On \($0.words). " } ?? "")Please release them from regular duty for that time. For whom and why is told \
                to nobody.
                """, inShort: "Release from duty")
        case .periodWithoutSession:
            NoticeWords(
                "Nothing is planned yet", "The period is soon over, and no session or meeting is planned in it.",
                inShort: "No session planned")
        }
    }

    /// A few words for a list of those who watch over notices.
    var shortName: String {
        words(raiser: "", supporter: "", next: "", vehicle: nil, supervisorsAsk: false, release: nil).short
    }
}
