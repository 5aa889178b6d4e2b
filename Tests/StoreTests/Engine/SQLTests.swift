import Foundation
import Store
import Testing

@Suite("SQL is words from the source and bound values")
struct SQLTests {
    @Test("values become numbered places, in order, also when statements are spliced")
    func numbering() {
        let condition: SQL = "unit = \("north") AND month >= \(7)"
        let statement: SQL = "SELECT id FROM sheet WHERE agency = \("a") AND (\(condition)) LIMIT \(10)"
        #expect(statement.text == "SELECT id FROM sheet WHERE agency = $1 AND (unit = $2 AND month >= $3) LIMIT $4")
    }

    @Test("parts are joined, added and listed with their values")
    func composition() {
        let conditions: [SQL] = ["a = \(1)", "b = \(2)"]
        #expect(conditions.joined(by: " OR ").text == "a = $1 OR b = $2")
        #expect([SQL]().joined(by: " OR ").text == "")
        #expect(("SELECT \(1)" + SQL(verbatim: " LIMIT 1")).text == "SELECT $1 LIMIT 1")
        #expect(SQL("id IN (\(list: ["x", "y"]))").text == "id IN ($1, $2)")
        #expect(SQL("id IN (\(list: [String]()))").text == "id IN (NULL)")
    }

    @Test("no description of a statement or a value shows what is bound")
    func redaction() {
        let secret = "Robin Marlow"
        let statement: SQL = "SELECT \(secret), \(Array(secret.utf8)), \(98_765_432)"
        for value in [secret.sqlValue, Data(secret.utf8).sqlValue, 98_765_432.sqlValue] {
            expectSilence(about: secret, "98765432", "82", in: value)
        }
        expectSilence(about: secret, "98765432", "82", in: statement)
        #expect(statement.description == "SELECT $1, $2, $3")
    }

    private func expectSilence(about secrets: String..., in value: some Any) {
        var dumped = ""
        dump(value, to: &dumped)
        for secret in secrets {
            for words in ["\(value)", String(reflecting: value), dumped, "\([value])"] {
                #expect(!words.contains(secret))
            }
        }
    }
}
