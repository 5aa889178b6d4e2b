import Program

/// How the invented personnel of a demonstration agency are built: what its divisions and crews are and how its ranks
/// are called. The sizes are shares, so one shape serves an agency of 120 people and one of 800.
package struct PersonnelShape: Sendable {
    /// A rank or title, with the kind of person who holds it and the agreement that sets their rates.
    struct Post {
        let title: String
        let classification: PersonRecord.Classification
        let memorandum: String?

        static func sworn(_ title: String, _ memorandum: String? = nil) -> Post {
            Post(title: title, classification: .sworn, memorandum: memorandum)
        }

        static func civilian(_ title: String, _ memorandum: String? = nil) -> Post {
            Post(title: title, classification: .civilian, memorandum: memorandum)
        }

        static func volunteer(_ title: String) -> Post {
            Post(title: title, classification: .volunteer, memorandum: nil)
        }
    }

    /// A line post with its share of a crew.
    struct Place {
        let share: Int
        let post: Post

        init(_ share: Int, _ post: Post) {
            self.share = share
            self.post = post
        }
    }

    /// The posts of people who work in teams under a supervisor.
    struct Crew {
        let supervisor: Post
        let line: [Place]
    }

    struct Unit {
        let name: String
        let share: Int
        let crew: Crew
        /// Teams take them in turn.
        let shifts: [String]
        /// Its people may investigate or discipline other employees (OCP-II.C).
        let investigates: Bool

        init(_ name: String, _ share: Int, _ crew: Crew, _ shifts: [String] = ["Days"], investigates: Bool = false) {
            self.name = name
            self.share = share
            self.crew = crew
            self.shifts = shifts
            self.investigates = investigates
        }
    }

    struct Division {
        let name: String
        let head: Post
        /// Between head and supervisors, where a division is large.
        let manager: Post
        let area: String?
        let costCentre: String
        let units: [Unit]

        init(
            _ name: String, head: Post, manager: Post, area: String? = nil, costCentre: String, _ units: [Unit]
        ) {
            self.name = name
            self.head = head
            self.manager = manager
            self.area = area
            self.costCentre = costCentre
            self.units = units
        }

        var share: Int { units.reduce(0) { $0 + $1.share } }
    }

    /// Divisions under one executive.
    struct Branch {
        let executive: Post
        let divisions: [Division]
    }

    /// The shifts of a place that never closes.
    static let shiftsOfAnInstitution = ["Days", "Evenings", "Nights", "Rotating"]

    let chief: Post
    /// Where the chief and the executives sit.
    let office: String
    let branches: [Branch]
    /// The agency's part of its addresses, under a domain that nobody can own (RFC 2606).
    let domain: String
    /// A switchboard of the numbers set aside for fiction, 555-0100 to 555-0199; everybody has an extension.
    let switchboard: String
    let firstEmployeeNumber: Int
}
