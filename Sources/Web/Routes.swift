/// Every route of the server, by feature. A feature's own list says who may come to each.
package enum Routes {
    package static let all: [Route] =
        assets + installedPage + health + start + seekers + signIn + ownAccount + contactMethods + accountKeeping
        + AccountKeepingActs.routes + offices + givenCopies + home + contacts
        + sheets + pastSheets + receivedSheets + statistics + people + policy + choices + roster + onCall + card
        + materials
        + suspensions + memberships
        + incidents + callOuts + CallOutActs.routes + offers + supporting + notices + NoticeActs.routes + askingFurther
        + DesigneeActs.routes + disclosures + DisclosureActs.routes + authorities
        + afterAction + handbook + awareness
        + policyDrafts
        + openAPIInterface + seekerInterface + accountKeepingInterface + rosterInterface + onCallInterface
        + callOutInterface + offerInterface + supportingInterface + noticeInterface + disclosureInterface
        + incidentInterface + readiness + hubs + selection + committees + training + orientations
        + DirectoryActs.routes + scim
        + planning + reports + attributes + consultants + lookingAfter + announcements + feedback
        + equipment + idCards + library + selfChecks + awarenessLog + budget + ReportingPages.readings + counsel
        + dutyTime + services + referrals + mutualAid + regionalTeam
}
