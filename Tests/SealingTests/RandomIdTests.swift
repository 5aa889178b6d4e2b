import Sealing
import Testing

@Suite("Ids")
struct RandomIdTests {
    @Test("text and bytes are two forms of one id")
    func roundTrip() throws {
        for _ in 0..<500 {
            let id = RandomId()
            #expect(id.text.count == 26 && id.bytes.count == 16)
            #expect(id.text.allSatisfy { "abcdefghijklmnopqrstuvwxyz234567".contains($0) })
            #expect(try #require(RandomId(text: id.text)) == id)
            #expect(RandomId(bytes: id.bytes) == id)
        }
    }

    @Test("known bytes have the text of RFC 4648")
    func known() {
        let id = RandomId(bytes: Array("peer support run".utf8))
        #expect(id?.text == "obswk4raon2xa4dpoj2ca4tvny")
    }

    @Test(
        "whatever is not an id's own text is refused",
        arguments: [
            "", "a", String(repeating: "a", count: 25), String(repeating: "a", count: 27),
            String(repeating: "A", count: 26), String(repeating: "a", count: 25) + "b",
            String(repeating: "a", count: 25) + "1", String(repeating: "a", count: 25) + "=",
            " " + String(repeating: "a", count: 25), String(repeating: "é", count: 26),
        ])
    func refusal(text: String) {
        #expect(RandomId(text: text) == nil)
    }

    @Test("ids carry no order: about half of the pairs made one after another ascend")
    func order() {
        let ids = (0..<2000).map { _ in RandomId().text }
        let ascending = zip(ids, ids.dropFirst()).count { $0 < $1 }
        #expect((850...1150).contains(ascending))
        #expect(Set(ids).count == ids.count)
    }

    @Test("only sixteen bytes are an id", arguments: [0, 15, 17, 32])
    func wrongLength(count: Int) {
        #expect(RandomId(bytes: [UInt8](repeating: 0, count: count)) == nil)
    }
}
