import Sealing
import Testing

/// Who waits, and in whose turn.
@Suite("Lines that take turns")
struct FairLinesTests {
    private func served(_ lines: FairLines<String, String>) -> [String] {
        var (lines, served): (FairLines<String, String>, [String]) = (lines, [])
        while let next = lines.next() { served.append(next) }
        return served
    }

    private func lines(
        longestLine: Int = 100, most: Int = 100, _ joining: [String]
    ) -> (lines: FairLines<String, String>, refused: [String]) {
        var lines = FairLines<String, String>(longestLine: longestLine, most: most)
        let refused = joining.compactMap { place in
            lines.join(place, from: String(place.prefix { $0.isLetter }))
        }
        return (lines, refused)
    }

    @Test("two hundred of one come before one of another, and that one is served second")
    func flood() {
        let flood = (1...200).map { "flood\($0)" }
        let (lines, refused) = lines(longestLine: 200, most: 1000, flood + ["other1"])
        #expect(refused.isEmpty)
        let order = served(lines)
        #expect(order.count == 201)
        #expect(order.firstIndex(of: "other1") == 1)
        #expect(order.filter { $0 != "other1" } == flood)
    }

    @Test(
        "lines take turns, each in its own order",
        arguments: [
            (["a1", "a2", "a3", "b1", "b2", "c1"], ["a1", "b1", "c1", "a2", "b2", "a3"]),
            (["a1"], ["a1"]), ([], []),
            (["a1", "b1", "a2", "b2"], ["a1", "b1", "a2", "b2"]),
        ])
    func turns(joining: [String], order: [String]) {
        #expect(served(lines(joining).lines) == order)
    }

    @Test("a line that has emptied takes its turn behind the others when it fills again")
    func again() {
        var lines = lines(["a1", "b1", "b2"]).lines
        #expect(lines.next() == "a1")
        #expect(lines.join("a2", from: "a") == nil)
        #expect(lines.count == 3)
        #expect(served(lines) == ["b1", "a2", "b2"])
    }

    @Test("a line that is full lets nobody more in, and the others still do")
    func fullLine() {
        let (lines, refused) = lines(longestLine: 2, ["a1", "a2", "a3", "b1"])
        #expect(refused == ["a3"])
        #expect(served(lines) == ["a1", "b1", "a2"])
    }

    @Test("where all are full, the last of the longest line gives way to whoever stands in a shorter one")
    func full() {
        let (lines, refused) = lines(most: 4, ["a1", "a2", "a3", "b1", "c1", "b2", "d1", "e1"])
        // a3 goes for c1. b2 would make b as long as a, so it is refused. Then a2 goes for d1, and nobody for e1.
        #expect(refused == ["a3", "b2", "a2", "e1"])
        #expect(lines.count == 4)
        #expect(served(lines) == ["a1", "b1", "c1", "d1"])
    }
}

@Suite("Who comes from where")
struct ClientMarkTests {
    private let start = ContinuousClock.now

    @Test("one address has one mark as long as the key lasts, and another afterwards")
    func lasts() {
        let marks = ClientMarks(at: start)
        let address: [UInt8] = [192, 0, 2, 1]
        let first = marks.mark(of: address, at: start)
        #expect(marks.mark(of: address, at: start + .seconds(599)) == first)
        #expect(marks.mark(of: [192, 0, 2, 2], at: start) != first)
        let later = marks.mark(of: address, at: start + .seconds(600))
        #expect(later != first)
        #expect(marks.mark(of: address, at: start + .seconds(1199)) == later)
    }

    @Test("two servers have no mark in common, and none shows in words")
    func secret() {
        let address: [UInt8] = [192, 0, 2, 1]
        let mark = ClientMarks(at: start).mark(of: address, at: start)
        #expect(ClientMarks(at: start).mark(of: address, at: start) != mark)
        #expect("\(mark)" == "<redacted>" && String(reflecting: mark) == "<redacted>")
    }
}

@Suite("A queue that is fair")
struct FairQueueTests {
    /// One is let in and holds its place until all others wait: then their order is known.
    @Test("whoever comes behind a flood waits for one of it, not for all")
    func fair() async throws {
        let queue = FairQueue(atOnce: 1, longestLine: 50, most: 50)
        let marks = ClientMarks()
        let (flood, other) = (marks.mark(of: [1]), marks.mark(of: [2]))
        let order = Order()
        let (isIn, entering) = AsyncStream.makeStream(of: Void.self)
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                _ = try await queue.run(for: flood) {
                    entering.yield()
                    for await _ in gate { break }
                }
            }
            for await _ in isIn { break }
            for number in 1...20 {
                group.addTask { _ = try await queue.run(for: flood) { await order.note("flood") } }
                while queue.waiting < number { await Task.yield() }
            }
            group.addTask { _ = try await queue.run(for: other) { await order.note("other") } }
            while queue.waiting < 21 { await Task.yield() }
            opening.yield()
            try await group.waitForAll()
        }
        #expect(await order.noted.firstIndex(of: "other") == 1)
        #expect(await order.noted.count == 21)
    }

    private actor Order {
        private(set) var noted: [String] = []
        func note(_ name: String) { noted.append(name) }
    }
}
