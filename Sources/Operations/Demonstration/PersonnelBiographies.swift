import Foundation
import Program

/// Puts invented people into the seats of an invented agency.
struct PersonnelBiographies {
    private let shape: PersonnelShape
    private let day: Day
    private var random: PersonnelRandom
    private var lastNumber: Int
    private var mailboxes: [String: Int] = [:]
    private var extensions: [Int]

    init(shape: PersonnelShape, seed: UInt64, day: Day) {
        self.shape = shape
        self.day = day
        // Two agencies made from one seed are different people.
        random = PersonnelRandom(seed: seed ^ UInt64(shape.firstEmployeeNumber) << 32)
        lastNumber = shape.firstEmployeeNumber
        extensions = Array(2000...2999)
    }

    mutating func people(in seats: [PersonnelTree.Seat]) -> [PersonRecord] {
        var people: [PersonRecord] = []
        for seat in seats {
            let supervisor = seat.superior.map { people[$0].employeeNumber }
            people.append(person(in: seat, supervisor: supervisor))
        }
        return people
    }

    private mutating func person(in seat: PersonnelTree.Seat, supervisor: String?) -> PersonRecord {
        let post = seat.post ?? seat.crew.flatMap { random.element(of: $0.line, share: \.share)?.post } ?? shape.chief
        let (given, family) = name()
        lastNumber += random.number(in: 1...7)
        // Volunteers use a mailbox and a telephone of their own, which the agency need not know.
        let isReachable = post.classification != .volunteer || random.number(in: 1...3) > 1
        return PersonRecord(
            employeeNumber: String(lastNumber), givenName: given, familyName: family,
            email: isReachable ? address(given, family) : nil, phone: isReachable ? telephone() : nil,
            unit: seat.unit, division: seat.division?.name ?? shape.office, shift: seat.shift, rank: post.title,
            classification: post.classification, isSupervisor: seat.level != .line, supervisor: supervisor,
            hiredOn: hiredOn(seat.level), area: seat.division?.area, costCentre: seat.division?.costCentre,
            memorandum: post.memorandum, investigates: seat.investigates)
    }

    private mutating func name() -> (given: String, family: String) {
        let tradition = random.element(of: NameTradition.all, share: \.share)
        let isMixed = random.number(in: 1...100) <= 12
        let other = isMixed ? random.element(of: NameTradition.all, share: \.share) : tradition
        let given = random.element(of: tradition?.given ?? []).map(String.init) ?? ""
        let family = random.element(of: other?.family ?? []).map(String.init) ?? ""
        return (given, family)
    }

    private mutating func address(_ given: String, _ family: String) -> String {
        let mailbox = "\(plain(given)).\(plain(family))"
        let count = mailboxes[mailbox, default: 0] + 1
        mailboxes[mailbox] = count
        return "\(mailbox)\(count == 1 ? "" : String(count))@\(shape.domain)"
    }

    private func plain(_ name: String) -> String {
        let folded = name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
        return String(folded.filter { $0.isASCII && ($0.isLetter || $0 == "-") })
    }

    private mutating func telephone() -> String {
        let extensionNumber = extensions.remove(at: random.number(in: 0...extensions.count - 1))
        return "\(shape.switchboard) x\(extensionNumber)"
    }

    /// New people are many and old hands few; who leads has been there longer.
    private mutating func hiredOn(_ level: PersonnelTree.Level) -> Day {
        let year = 365
        let served =
            switch level {
            case .line: min(random.number(in: 20...20 * year), random.number(in: 20...20 * year))
            case .supervisor: random.number(in: 6 * year...22 * year)
            case .manager: random.number(in: 10 * year...24 * year)
            case .head: random.number(in: 14 * year...25 * year)
            case .chief: random.number(in: 18 * year...26 * year)
            }
        return day.adding(days: -served) ?? day
    }
}
