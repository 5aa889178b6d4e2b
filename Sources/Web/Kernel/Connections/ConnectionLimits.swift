import NIOCore

/// How many callers this server has on the line at once, and how long it waits for each of them.
package struct ConnectionLimits: Sendable {
    /// How many connections may be open at once.
    package var most: Int
    /// From a connection's opening, or from the first letter of a later request, until its head is whole.
    var head = TimeAmount.seconds(30)
    /// From its head until the whole of a request has come.
    var body = TimeAmount.seconds(30)
    /// How long a connection is kept between two requests: longer than proxies keep theirs, so that none is closed while the proxy
    /// sends the next request on it.
    var idle = TimeAmount.minutes(3)
    /// How long a caller may leave the answer on the wire.
    var taking = TimeAmount.minutes(1)
    /// How long a request that is on its way may still take once the server is told to end.
    var ending = TimeAmount.seconds(4)
    /// How long whoever was answered before the whole of their request had come has for taking the answer.
    var leaving = TimeAmount.seconds(2)
    /// What is still taken from the wire of such a request, and thrown away: a caller whose connection ends while it still sends
    /// may lose the answer.
    var rest = Gate.largestBody

    /// One takes twelve kilobytes while nothing has been asked on it, and some twenty-three afterwards: that many take less than
    /// 300 MB.
    private static let mostEver = 12_000
    /// What the database, the gateways, the system's threads and the programs that are called need.
    private static let others = 256

    /// - Parameter descriptors: how many this process may have open. Where the last is used up, the process ends.
    package init(descriptors: Int = 4096) {
        most = min(Self.mostEver, descriptors - min(Self.others, descriptors / 2))
    }
}
