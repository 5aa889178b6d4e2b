import Operations
import Program

/// What is waited for, and whom to call meanwhile, as programs read it.
enum WaitingShapes {
    static let wait = Shape<SeekersWait>(
        .choice(maybe: "asks", of: asked, about: "Who is asked just now; nothing once somebody has it.") {
            $0.waiting?.asked.word
        },
        .id(maybe: "role", about: "The role that is asked, where it is one.") { $0.waiting?.asked.role?.text },
        .flag("reachesSomebody", about: "Whether words reach anybody of them. Where not, say so, and whom to call.") {
            $0.waiting?.reachesSomebody ?? true
        },
        .list("next", of: step, about: "Who is asked where nobody has taken it by then.") { $0.waiting?.next ?? [] },
        .moment(maybe: "firstContactBy", about: "Until when whoever has it is to be in touch.") {
            $0.firstContact?.due
        },
        .flag("othersFollow", about: "Whether others are asked where they are not.") {
            $0.firstContact?.othersFollow ?? false
        })

    static let number = Shape<NumberToCall>(
        .words("title", \.title), .words("number", \.number),
        .choice("when", \.when))

    private static let step = Shape<RequestWaiting.Step>(
        .moment("at", \.at), .choice("asks", of: asked, \.asks.word), .id(maybe: "role") { $0.asks.role?.text })

    private static let asked = ["chosen", "few", "team", "role", "approver"]
}

extension SeekersWait {
    fileprivate var waiting: RequestWaiting? {
        guard case .asking(let waiting) = self else { return nil }
        return waiting
    }

    fileprivate var firstContact: (due: Instant, othersFollow: Bool)? {
        guard case .firstContact(let due, let othersFollow) = self else { return nil }
        return (due, othersFollow)
    }
}

extension RequestWaiting.Asked {
    fileprivate var word: String {
        switch self {
        case .chosen: "chosen"
        case .few: "few"
        case .team: "team"
        case .role: "role"
        case .approver: "approver"
        }
    }
}
