import Program

/// Which duties of the register somebody looks at.
enum DutyChoice: Equatable {
    case all
    case state(DutyState)
    case standing(DutyStanding)

    init?(query: String) {
        if let state = DutyState(rawValue: query) {
            self = .state(state)
        } else if let standing = DutyStanding(rawValue: query) {
            self = .standing(standing)
        } else {
            return nil
        }
    }

    var query: String? {
        switch self {
        case .all: nil
        case .state(let state): state.rawValue
        case .standing(let standing): standing.rawValue
        }
    }

    var words: String {
        switch self {
        case .all: "All"
        case .state(let state): state.words
        case .standing(let standing): standing.words
        }
    }

    func holds(_ duty: DutyConformance, _ duties: DutiesToday) -> Bool {
        switch self {
        case .all: true
        case .state(let state): duty.state == state
        case .standing(let standing): duties.standing(of: duty) == standing
        }
    }
}
