import Program
import Testing

@Suite struct PeopleProblemTests {
    @Test func aRightFileGivesEverybodyAsWritten() throws {
        let people = try PeopleSample().check().get().people
        #expect(people.map(\.employeeNumber) == ["100", "101", "102"])
        for (person, line) in zip(people, PeopleSample().lines.dropFirst()) {
            #expect(PersonnelColumn.allCases.map { person.text(in: $0) } == line)
        }
    }

    @Test func columnsMayComeInAnyOrder() throws {
        var sample = PeopleSample()
        sample.lines = sample.lines.map { $0.reversed() }
        #expect(try sample.check() == PeopleSample().check())
    }

    /// One wrong value on line 3 and the one problem it gives.
    struct Slip: Sendable {
        let column: PersonnelColumn
        let value: String
        let fault: ImportProblem.Fault

        init(_ column: PersonnelColumn, _ value: String, _ fault: ImportProblem.Fault) {
            self.column = column
            self.value = value
            self.fault = fault
        }
    }

    private static func unseen(_ text: String) -> ImportProblem.Fault {
        text.firstUnseen.map { .unseen($0) } ?? .noValue
    }

    static let slips: [Slip] =
        PersonnelColumn.allCases.filter { $0.isRequired && $0 != .employeeNumber }.map { Slip($0, " ", .noValue) }
        + PersonnelColumn.allCases.filter { $0 != .supervisor && $0 != .employeeNumber }.map {
            Slip($0, String(repeating: "1", count: $0.maximumLength + 1), .tooLong(limit: $0.maximumLength))
        } + [
            Slip(.givenName, "Sa\u{7}m", unseen("\u{7}")),
            Slip(.unit, "Rec\nords", unseen("\n")),
            Slip(.familyName, "abc\u{202E}cba", unseen("\u{202E}")),
            Slip(.familyName, "Sm\u{200B}ith", unseen("\u{200B}")),
            Slip(.familyName, "Sm\u{E000}ith", .unknownCharacter(codePoint: 0xE000)),
            Slip(.rank, "Zo\u{2028}ë", unseen("\u{2028}")),
            Slip(.classification, "Sworn", .unknownClassification),
            Slip(.classification, "retired", .unknownClassification),
            Slip(.isSupervisor, "1", .notYesOrNo), Slip(.investigates, "Yes", .notYesOrNo),
            Slip(.hiredOn, "1/31/2012", .dayInAnotherForm), Slip(.hiredOn, "31.01.2012", .dayInAnotherForm),
            Slip(.hiredOn, "31-Jan-2012", .dayInAnotherForm), Slip(.hiredOn, "2012-01-31 00:00", .dayInAnotherForm),
            Slip(.hiredOn, "20120131", .dayInAnotherForm), Slip(.hiredOn, "40939", .dayInAnotherForm),
            Slip(.hiredOn, "soon", .notADay), Slip(.hiredOn, "2023-02-29", .dayInAnotherForm),
            Slip(.hiredOn, "2027-11-22", .tooFarAhead), Slip(.hiredOn, "2062-01-01", .tooFarAhead),
            Slip(.retiresOn, "6/30/2031", .dayInAnotherForm), Slip(.retiresOn, "soon", .notADay),
            Slip(.supervisor, "7", .unknownSupervisor("7")), Slip(.supervisor, "1 0", .notAnEmployeeNumber),
            Slip(.supervisor, "101", .ownSupervisor),
        ]
        + [
            "sam", "sam@agency", "@agency.org", "sam@", "a b@agency.org", "s@m@agency.org", "sam@-agency.org",
            "sam@agency..org", ".sam@agency.org", "sám@agency.org",
        ].map { Slip(.email, $0, .notAnEmail) }
        + [
            "555-01", "call me", "+", "916-555-0110 x", "1234567890123456", "916-555-0110 x12 x13", "-916 555 0110",
            "٩١٦٥٥٥٠١١٠",
        ].map { Slip(.phone, $0, .notAPhoneNumber) }

    @Test(arguments: slips) func isToldWithItsLineAndColumn(_ slip: Slip) throws {
        var sample = PeopleSample()
        sample.set(slip.column, slip.value, line: 3)
        #expect(try sample.problems() == [ImportProblem(line: 3, column: slip.column, slip.fault)])
    }

    @Test(arguments: ["", "A 7", "--", "№7"]) func anEmployeeNumberThatIsNoneIsTold(_ number: String) throws {
        var sample = PeopleSample()
        sample.set(.employeeNumber, number, line: 4)
        let fault: ImportProblem.Fault = number.isEmpty ? .noValue : .notAnEmployeeNumber
        #expect(try sample.problems() == [ImportProblem(line: 4, column: .employeeNumber, fault)])
    }

    @Test(arguments: ["+1 916 555 0110", "9165550110", "(916) 555-0110 x7", "555.0110"])
    func usualTelephoneNumbersAreTaken(_ phone: String) throws {
        var sample = PeopleSample()
        sample.set(.phone, phone, line: 3)
        #expect(try sample.problems().isEmpty)
    }

    @Test func valuesAreTrimmedAndComposed() throws {
        var sample = PeopleSample()
        sample.set(.familyName, " Mun\u{303}oz\u{A0}", line: 3)
        sample.set(.unit, "  Records ", line: 3)
        let sam = try sample.check().get().people[1]
        #expect(Array(sam.familyName.unicodeScalars) == Array("Mu\u{F1}oz".unicodeScalars))
        #expect(sam.unit == "Records")
    }

    @Test func everyProblemOfAFileIsToldAtOnce() throws {
        var sample = PeopleSample()
        sample.set(.email, "dana", line: 2)
        sample.set(.hiredOn, "soon", line: 2)
        sample.set(.employeeNumber, "100", line: 3)
        sample.set(.rank, "", line: 4)
        #expect(
            try sample.problems() == [
                ImportProblem(line: 2, column: .email, .notAnEmail),
                ImportProblem(line: 2, column: .hiredOn, .notADay),
                ImportProblem(line: 3, column: .employeeNumber, .sameNumberAs(line: 2)),
                ImportProblem(line: 4, column: .rank, .noValue),
                ImportProblem(line: 4, column: .supervisor, .unknownSupervisor("101")),
            ])
    }

    @Test func aSupervisorMustBeMarkedAsOne() throws {
        var sample = PeopleSample()
        sample.set(.isSupervisor, "no", line: 3)
        #expect(try sample.problems() == [ImportProblem(line: 4, column: .supervisor, .supervisorNotMarked("101"))])
    }

    @Test func theHeaderIsTakenExactly() throws {
        var sample = PeopleSample()
        sample.lines[0][3] = "E-mail"
        sample.lines[0][5] = "phone"
        sample.lines[0].append("diagnosis")
        #expect(
            try sample.problems() == [
                ImportProblem(line: 1, .unknownColumn("E-mail")), ImportProblem(line: 1, .unknownColumn("diagnosis")),
                ImportProblem(line: 1, column: .email, .missingColumn),
                ImportProblem(line: 1, column: .phone, .repeatedColumn),
                ImportProblem(line: 1, column: .unit, .missingColumn),
            ])
    }

    @Test func anEmptyFileAndAFileOfNobodyAreRefused() throws {
        var sample = PeopleSample()
        sample.lines.removeSubrange(1...)
        #expect(try sample.problems() == [ImportProblem(line: 1, .nobody)])
        sample.lines = []
        #expect(try sample.problems() == [ImportProblem(line: 1, .empty)])
    }

    @Test func linesOfTheWrongLengthAndEmptyLinesAreTold() throws {
        var sample = PeopleSample()
        sample.lines[3].removeLast()
        sample.lines.append(Array(repeating: "", count: 18))
        sample.lines.append([""])
        #expect(
            try sample.problems() == [
                ImportProblem(line: 4, .fieldCount(found: 17, expected: 18)), ImportProblem(line: 5, .emptyLine),
                ImportProblem(line: 6, .emptyLine),
            ])
    }

    /// The unread line may be the very person another line calls their supervisor.
    @Test func nobodyIsCalledUnknownWhileALineIsUnread() throws {
        let rows = PeopleSample().rows.map { row in
            row.line == 3 ? RawRow(line: 3, content: .unreadable(.strayQuote)) : row
        }
        let today = try #require(PeopleSample.today)
        guard case .failure(let problems) = PersonnelFile.check(rows: rows, at: today) else {
            Issue.record("a file with an unreadable line was accepted")
            return
        }
        #expect(problems.first == [ImportProblem(line: 3, .strayQuote)])
    }

    @Test func theFirstProblemsAreListedAndAllAreCounted() throws {
        var sample = PeopleSample()
        for number in 200..<2200 {
            sample.lines.append(sample.lines[3])
            sample.set(.employeeNumber, "\(number)", line: sample.lines.count)
            sample.set(.rank, "", line: sample.lines.count)
        }
        guard case .failure(let problems) = try sample.check() else {
            Issue.record("two thousand people without a rank were accepted")
            return
        }
        #expect(problems.total == 2000)
        #expect(problems.first.map(\.line) == Array(5..<205))
    }

    @Test func aMessageSaysWhereAndWhatAndNoValue() {
        #expect(
            ImportProblem(line: 14, column: .hiredOn, .notADay).message
                == "Line 14, column hired_on: the value must be a day written like 2019-03-31, not before the year 1900."
        )
        #expect(
            ImportProblem(line: 3, .notUTF8(byteOffset: 812)).message
                == "Line 3: byte 812 of the file is not UTF-8; save the file as “CSV UTF-8”.")
        #expect(
            ImportProblem(line: 3, column: .supervisor, .supervisorCycle((1...14).map(String.init))).message.hasSuffix(
                "in a circle: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 2 more."))
    }
}
