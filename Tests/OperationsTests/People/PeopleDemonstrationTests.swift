import Foundation
import Operations
import Program
import Testing

/// The demonstration agencies' shapes by name.
enum PeopleShapes: String, CaseIterable, Sendable {
    case probationDepartment, probationDepartmentWithAreas, sheriffsOffice, policeDivision, publicSafetyDepartment

    var shape: PersonnelShape {
        switch self {
        case .probationDepartment: .probationDepartment
        case .probationDepartmentWithAreas: .probationDepartmentWithAreas
        case .sheriffsOffice: .sheriffsOffice
        case .policeDivision: .policeDivision
        case .publicSafetyDepartment: .publicSafetyDepartment
        }
    }

    func people(_ size: Int, seed: UInt64 = 7) throws -> [PersonRecord] {
        DemonstrationPersonnel.make(shape, size: size, seed: seed, on: try #require(Self.today))
    }

    static let today = Day("2026-11-20")
}

@Suite struct PeopleDemonstrationTests {
    static let sizes = [120, 121, 137, 200, 313, 450, 611, 799, 800]

    @Test(arguments: PeopleShapes.allCases, sizes)
    func everyFileIsAcceptedAndReadBackTheSame(_ agency: PeopleShapes, _ size: Int) throws {
        let people = try agency.people(size)
        #expect(people.count == size)
        let today = try #require(PeopleShapes.today)
        let rows = PersonnelFileReader(PersonnelFileWriter.file(of: people))
        #expect(try PersonnelFile.check(rows: rows, at: today).get().people == people)
    }

    @Test(arguments: PeopleShapes.allCases, sizes)
    func oneChiefAndTeamsOfAUsualSize(_ agency: PeopleShapes, _ size: Int) throws {
        let people = try agency.people(size)
        #expect(people.filter { $0.supervisor == nil }.count == 1)
        let supervisors = Set(people.filter(\.isSupervisor).map(\.employeeNumber))
        let teams = Dictionary(grouping: people.filter { $0.supervisor != nil }) { $0.supervisor }
        #expect(teams.values.allSatisfy { $0.count <= 12 })
        let crews = teams.values.filter { team in !team.contains { supervisors.contains($0.employeeNumber) } }
        let usual = crews.filter { (6...12).contains($0.count) }
        #expect(size < 300 || usual.count * 10 >= crews.count * 7)
    }

    @Test(arguments: PeopleShapes.allCases) func staffsEveryDivisionWithEveryKindOfPerson(_ agency: PeopleShapes) throws
    {
        for size in [120, 200, 800] {
            let people = try agency.people(size)
            for classification in PersonRecord.Classification.allCases {
                #expect(people.contains { $0.classification == classification })
            }
            let volunteers = people.filter { $0.classification == .volunteer }.count
            #expect((1...12).contains(volunteers * 100 / size))
            let investigators = people.filter(\.investigates).count
            #expect((1...10).contains(investigators * 100 / size))
            #expect(Set(people.map(\.shift)).count >= 4)
            #expect(Set(people.map { $0.hiredOn.month.year }).count >= 15)
            #expect(Set(people.map { "\($0.givenName) \($0.familyName)" }).count * 100 >= size * 95)
        }
    }

    @Test(arguments: PeopleShapes.allCases) func addressesAndNumbersBelongToNobody(_ agency: PeopleShapes) throws {
        let people = try agency.people(800)
        let addresses = people.compactMap(\.email)
        #expect(addresses.allSatisfy { $0.hasSuffix(".example.org") })
        #expect(Set(addresses).count == addresses.count)
        let phones = people.compactMap(\.phone)
        #expect(phones.allSatisfy { $0.contains("-555-01") })
        #expect(Set(phones).count == phones.count)
    }

    @Test func theSeedDecides() throws {
        let first = try PeopleShapes.policeDivision.people(300, seed: 1)
        #expect(try PeopleShapes.policeDivision.people(300, seed: 1) == first)
        #expect(try PeopleShapes.policeDivision.people(300, seed: 2) != first)
        // The same on every machine.
        let today = try #require(PeopleShapes.today)
        let file = DemonstrationPersonnel.file(.policeDivision, size: 120, seed: 1, on: today)
        #expect(file.reduce(UInt32(0)) { $0 &* 31 &+ UInt32($1) } == 141_812_773)
    }
}
