/// What must become of shifts that members offer each other, reckoned apart from the product: whose each day is, and what was
/// offered. It knows days by number and nothing of moments, rotations or spans.
struct ShiftReference {
    enum Answer: String {
        case done, refused, nothing
    }

    struct Offer {
        let giver: String
        let given: Range<Int>
        let asked: String?
        let inReturn: Range<Int>?
        var taker: String?
    }

    let team: [String]
    /// Whose the days are.
    var owners: [String]
    var today = 0
    /// By id. What was ended is not here.
    var offers: [String: Offer] = [:]
    /// Who is on leave on which day.
    var away: [Int: Set<String>] = [:]

    func isOnCall(_ account: String, on days: Range<Int>) -> Bool {
        days.allSatisfy { owners[$0] == account && !(away[$0]?.contains(account) ?? false) }
    }

    mutating func offer(_ id: String, _ offer: Offer) -> Answer {
        guard offer.given.upperBound > today, isOnCall(offer.giver, on: offer.given) else { return .refused }
        if let asked = offer.asked {
            guard asked != offer.giver, team.contains(asked) else { return .refused }
            if let days = offer.inReturn, days.lowerBound <= today || !isOnCall(asked, on: days) { return .refused }
        } else if offer.inReturn != nil {
            return .refused
        }
        let isOffered = offers.values.contains {
            $0.giver == offer.giver && $0.taker == nil && $0.given.overlaps(offer.given)
        }
        if isOffered { return .refused }
        offers[id] = offer
        return .done
    }

    mutating func take(_ id: String, by account: String) -> Answer {
        guard let offer = offers[id] else { return .nothing }
        let knows =
            if let taker = offer.taker ?? offer.asked { account == offer.giver || account == taker } else {
                team.contains(account)
            }
        guard knows else { return .nothing }
        guard offer.taker == nil, account != offer.giver, offer.given.upperBound > today,
            isOnCall(offer.giver, on: offer.given),
            offer.inReturn.map({ $0.lowerBound > today && isOnCall(account, on: $0) }) ?? true
        else { return .refused }
        offers[id]?.taker = account
        for day in offer.given { owners[day] = account }
        for day in offer.inReturn ?? 0..<0 { owners[day] = offer.giver }
        return .done
    }

    mutating func end(_ id: String, by account: String) -> Answer {
        guard let offer = offers[id], account == offer.giver || account == offer.taker ?? offer.asked else {
            return .nothing
        }
        guard offer.taker == nil else { return .refused }
        offers[id] = nil
        return .done
    }
}
