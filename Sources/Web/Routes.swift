/// Every route of the server, by feature. A feature's own list says who may come to each.
package enum Routes {
    package static let all: [Route] =
        assets + start + seekers + signIn + account + accounts + home + contacts + sheets + filings + summaries + people
        + policy
        + card + callOuts + offers + supporting + interface
}
