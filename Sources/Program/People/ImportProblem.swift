/// Something in a personnel file that must be put right before any of it is imported.
package struct ImportProblem: Sendable, Equatable {
    /// What is wrong. Employee numbers and column names are told; other values stay in the file.
    package enum Fault: Error, Sendable, Equatable {
        // Reading the file
        case tooLarge(limitInMegabytes: Int)
        case workbook(Workbook)
        case notText
        case notUTF8(byteOffset: Int)
        case unclosedQuote
        case strayQuote
        case strayLineBreak

        // Its header and shape
        case empty
        case nobody
        case tooManyPeople(limit: Int)
        case missingColumn
        case unknownColumn(String)
        case repeatedColumn
        case emptyLine
        case fieldCount(found: Int, expected: Int)

        // A value
        case noValue
        case tooLong(limit: Int)
        case unseen(UnseenCharacter)
        case unknownCharacter(codePoint: UInt32)
        case notAnEmployeeNumber
        case notAnEmail
        case notAPhoneNumber
        case unknownClassification
        case notYesOrNo
        case notADay
        case dayInAnotherForm
        case tooFarAhead

        // People against each other
        case sameNumberAs(line: Int)
        case unknownSupervisor(String)
        case ownSupervisor
        case supervisorNotMarked(String)
        /// The employee numbers of the circle in order, each supervised by the next and the last by the first.
        case supervisorCycle([String])
    }

    /// The first line of the file is 1.
    package let line: Int
    /// Nothing where the whole line or file is meant.
    package let column: PersonnelColumn?
    package let fault: Fault

    package init(line: Int, column: PersonnelColumn? = nil, _ fault: Fault) {
        self.line = line
        self.column = column
        self.fault = fault
    }
}

/// Why a personnel file was refused: nothing of it is imported.
package struct ImportProblems: Error, Sendable, Equatable {
    /// How many problems are listed at most.
    package static let listed = 200

    /// The first of them in the order of the file, at most ``listed``.
    package let first: [ImportProblem]
    /// All there are, listed or not.
    package let total: Int

    init(first: [ImportProblem], total: Int) {
        self.first = first
        self.total = total
    }

    init(_ only: ImportProblem) { self.init(first: [only], total: 1) }
}

extension ImportProblem {
    /// One sentence for whoever corrects the file, with the line and the column.
    package var message: String {
        if let column {
            "Line \(line), column \(column.rawValue): \(fault.words)"
        } else {
            "Line \(line): \(fault.words)"
        }
    }
}

extension ImportProblem.Fault {
    /// What is wrong, without where.
    package var words: String {
        switch self {
        case .tooLarge(let megabytes): "the file is larger than \(megabytes) MB."
        case .workbook(let kind):
            """
            the file is \(kind.words), not text. Open it in the spreadsheet programme, choose “Save as” and there “CSV UTF-8”.
            """
        case .notText: "the file is not text in UTF-8 or UTF-16; save it as “CSV UTF-8”."
        case .notUTF8(let offset): "byte \(offset) of the file is not UTF-8; save the file as “CSV UTF-8”."
        case .unclosedQuote: "a quotation mark that opens here is never closed."
        case .strayQuote: "a value with a quotation mark must be quoted whole, with the mark inside it doubled."
        case .strayLineBreak: "a line may end with LF or CR LF only; another line break stands in it."
        case .empty: "the file is empty; its first line must name the columns."
        case .nobody: "the file has a header and no people; that would end everybody's record."
        case .tooManyPeople(let limit): "the file has more than \(limit) people."
        case .missingColumn: "the header does not have this column."
        case .unknownColumn(""): "the header has a column without a name; remove it, or name it."
        case .unknownColumn(let name):
            """
            the header has a column “\(name)”, which the personnel file does not \
            have\(PersonnelHeadings.suggestion(for: name).map { ". It may be \($0.rawValue): say once which column is which" } ?? "").
            """
        case .repeatedColumn: "the header has this column more than once."
        case .emptyLine: "the line is empty; remove it."
        case .fieldCount(let found, let expected):
            "the line has \(found) \(found == 1 ? "value" : "values") and the header \(expected) columns."
        case .noValue: "a value is required."
        case .tooLong(let limit): "the value is longer than \(limit) characters."
        case .unseen(let character): "the value holds \(character.words); remove it."
        case .unknownCharacter(let codePoint):
            "the value holds U+\(paddedHex(codePoint)), which Unicode gives no meaning; remove it."
        case .notAnEmployeeNumber: "an employee number has letters A to Z, digits, hyphen, full stop or slash only."
        case .notAnEmail: "the value is no e-mail address such as name@agency.example."
        case .notAPhoneNumber: "the value is no telephone number such as 916-555-0142 or +1 916 555 0142 x12."
        case .unknownClassification: "the value must be sworn, civilian or volunteer."
        case .notYesOrNo: "the value must be yes or no."
        case .notADay: "the value must be a day written like 2019-03-31, not before the year 1900."
        case .dayInAnotherForm:
            "a day is written year-month-day like 2019-03-31; this one is in another form. Give the column the format yyyy-mm-dd."
        case .tooFarAhead: "the day is more than a year ahead."
        case .sameNumberAs(let line): "the employee number is already on line \(line)."
        case .unknownSupervisor(let number): "nobody in the file has the employee number \(number)."
        case .ownSupervisor: "the person is entered as their own supervisor."
        case .supervisorNotMarked(let number):
            "\(number) supervises this person and must have yes in \(PersonnelColumn.isSupervisor.rawValue)."
        case .supervisorCycle(let numbers): "these people supervise each other in a circle: \(circle(numbers))."
        }
    }
}

private func circle(_ numbers: [String]) -> String {
    let shown = 12
    if numbers.count > shown {
        return numbers.prefix(shown).joined(separator: ", ") + " and \(numbers.count - shown) more"
    }
    return numbers.joined(separator: ", ")
}

private func paddedHex(_ codePoint: UInt32) -> String {
    let digits = String(codePoint, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// A file of a spreadsheet programme, by what it begins with.
package enum Workbook: Sendable, Equatable {
    case excel
    case oldExcel
    case openDocument
    /// Another archive, or one that cannot be told apart.
    case archive

    /// Nothing where the bytes begin like none.
    package init?(_ bytes: some Collection<UInt8>) {
        let first = Array(bytes.prefix(2048))
        if first.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            self = .oldExcel
        } else if first.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            let text = String(decoding: first, as: UTF8.self)
            self =
                text.contains("opendocument.spreadsheet")
                ? .openDocument : text.contains("xl/") || text.contains("[Content_Types].xml") ? .excel : .archive
        } else {
            return nil
        }
    }

    fileprivate var words: String {
        switch self {
        case .excel: "an Excel workbook (.xlsx)"
        case .oldExcel: "an Excel workbook (.xls)"
        case .openDocument: "an OpenDocument spreadsheet (.ods)"
        case .archive: "an archive (.zip) or a workbook"
        }
    }
}
