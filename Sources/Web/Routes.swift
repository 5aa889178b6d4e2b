/// Every route of the server, by feature. A feature's own list says who may come to each.
package enum Routes {
    package static let all: [Route] =
        assets + installedPage + health + start + seekers + signIn + ownAccount + contactMethods + accountKeeping
        + accountKeepingActs + home + contacts
        + sheets + receivedSheets + statistics + people + policy + roster + onCall + card + materials + suspensions
        + incidents + callOuts + callOutActs + offers + supporting + notices + noticeActs + disclosures + disclosureActs
        + afterAction + handbook + awareness
        + interface
}
