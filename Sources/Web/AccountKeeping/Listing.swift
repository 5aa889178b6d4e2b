import HTML

/// One page of a long list, and where the next begins.
struct Listing<Item: Sendable>: Sendable {
    /// How many stand on a page.
    static var length: Int { 50 }
    /// One more than stand on a page: it tells whether there is a next one.
    static var lookahead: Int { length + 1 }

    let items: [Item]
    let hasMore: Bool
    /// Whether it begins with the first of all.
    let isFirst: Bool

    /// - Parameter found: up to ``lookahead`` items after `beginning`.
    init(found: [Item], after beginning: String) {
        items = Array(found.prefix(Self.length))
        hasMore = found.count > Self.length
        isFirst = beginning.isEmpty
    }
}

/// The ways to the first and the next page of a long list.
/// - Parameters:
///   - last: what the last item of this page is listed by.
///   - query: what else stands behind the question mark of each page.
func pager<Item>(
    _ listing: Listing<Item>, at place: FixedAddress, last: String?, query: [(String, String)] = []
) -> HTML? {
    let first = listing.isFirst ? nil : linkButton("From the beginning", to: place.link(query: query), icon: .back)
    let next = listing.hasMore ? last.map { linkButton("Next", to: place.link(query: [("after", $0)] + query)) } : nil
    let ways = [first, next].compactMap { $0 }
    return ways.isEmpty ? nil : "<nav aria-label=\"Pages\">\(actions(ways.joined()))</nav>"
}
