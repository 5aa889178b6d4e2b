/// One number of a table on its way to being told.
package struct Part: Sendable, Equatable {
    package let sum: Int
    /// The largest part of one sheet.
    package let largest: Int

    package init(sum: Int, largest: Int) {
        self.sum = sum
        self.largest = largest
    }
}

extension Enough {
    /// The rows of a table: the numbers in their order, each joined with the next until together they are enough; what is left goes to
    /// the last row. So which numbers stand together is told by those before, and never by how small one of them is.
    ///
    /// - Returns: the positions of each row; nothing where all of them together are not enough.
    package func joined(_ parts: [Part]) -> [[Int]]? {
        var rows: [[Int]] = []
        var (row, sum, largest): ([Int], Int, Int) = ([], 0, 0)
        for (position, part) in parts.enumerated() {
            row.append(position)
            sum += part.sum
            largest += part.largest
            if holds(sum, largest: largest) {
                rows.append(row)
                (row, sum, largest) = ([], 0, 0)
            }
        }
        guard let last = rows.popLast() else { return nil }
        return rows + [last + row]
    }
}
