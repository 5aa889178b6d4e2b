/// Something a role may do. A route or an act asks for a power, never for a role: the pack says who has it.
package enum Power: String, PolicyWord {
    // Contacts and figures
    /// Count own contacts and submit the own stat sheet.
    case keepStatSheet = "keep-stat-sheet"
    /// See who has submitted and who is late; open submitted sheets where they bear a name.
    case receiveStatSheets = "receive-stat-sheets"
    /// Prepare and publish the month's summary.
    case publishSummary = "publish-summary"
    /// Open published summaries.
    case readSummaries = "read-summaries"

    // Support
    /// Be offered requests, and accept them.
    case takeRequests = "take-requests"
    /// Page any supporter who can be reached, without being asked why.
    case callOut = "call-out"
    /// Keep the call-out list: rotations, overrides and gaps.
    case keepRoster = "keep-roster"

    /// Record critical incidents and who of the team was part of them.
    case recordIncidents = "record-incidents"
    /// Report critical incidents and run what the programme does about them (`incidents.led-by`); no pack lists it.
    case leadIncidents = "lead-incidents"
    /// Say whether a meeting after an incident is needed, for a body that the policy names; no pack lists it.
    case decideOnMeetings = "decide-on-meetings"

    // People and accounts
    /// Import the personnel directory and see it.
    case managePeople = "manage-people"
    /// Create accounts, give and end roles, end sessions.
    case manageAccounts = "manage-accounts"

    /// See the accounts, and give and end those roles that the pack lets one's own role appoint to.
    case appointRoles = "appoint-roles"

    // The team as a whole. These come with a rule that names who has them, and no pack lists them.
    /// See whether the team is staffed and ready, and plan its size (`team.planning`).
    case planTeam = "plan-team"
    /// Read reports on how the programme is used (`team.reports`).
    case readReports = "read-reports"
    /// Confirm what a professional beside the team does for it (`governance.consultants`).
    case adviseTeam = "advise-team"
    /// See the spread of what members chose to say of themselves (`selection.diversity.shown-to`).
    case seeTeamSpread = "see-team-spread"

    // Selection. These come with the rules of the pack, which name who takes part; no pack lists them.
    /// Take part in the selection of new supporters: see the applications that wait for one's own step.
    case takePartInSelection = "take-part-in-selection"
    /// Post openings for new supporters.
    case postOpenings = "post-openings"

    // After a large-scale event
    /// Write the programme's part in an after-action report and make it final.
    case draftAfterAction = "draft-after-action"
    /// Read it and sign it off.
    case signAfterAction = "sign-after-action"

    // Training, by the rules that name a role for it
    /// Plan sessions and meetings of the team, assign members, and keep the lists of who was there.
    case planTraining = "plan-training"
    /// Keep the record of what members have completed.
    case keepTraining = "keep-training"
    /// Excuse members from what they have to attend.
    case excuseAbsences = "excuse-absences"
    /// Name further courses.
    case nameCourses = "name-courses"
    /// Confirm what members are qualified for.
    case confirmQualifications = "confirm-qualifications"

    // Committees, by the rules of the pack: never listed among a role's powers
    /// See one's committee with its seats and tasks, and vote in it.
    case sitOnCommittee = "sit-on-committee"
    /// Fill a committee's seats, put questions to it and close its ballots.
    case conveneCommittee = "convene-committee"

    // The registers of the programme: these come with the rules that name who keeps them, and no pack lists them
    /// Keep the register of equipment and materials, with who has what (`awareness.equipment`).
    case keepEquipment = "keep-equipment"
    /// Keep the log of what makes the programme known, and its partner organisations (`awareness.promoted-by`).
    case promoteAwareness = "promote-awareness"
    /// Make the cards by which members show that they are of the team (`awareness.id-card`).
    case makeIDCards = "make-id-cards"
    /// Keep the library (`awareness.library`, or whoever promotes the programme).
    case keepLibrary = "keep-library"
    /// Keep the lines of the budget (`governance.budget`).
    case keepBudget = "keep-budget"
    /// See them.
    case seeBudget = "see-budget"
    /// Record what the agency's counsel looked at and answered (`counsel`).
    case keepCounsel = "keep-counsel"
    /// Give the letter by which a leader stands behind the programme (`governance.sponsor`).
    case giveSponsorLetter = "give-sponsor-letter"
    /// Keep the directory of providers of further help (`referrals.identified-by`).
    case keepReferrals = "keep-referrals"

    // Agreements between agencies: these come with the rules of `team.mutual-aid`, `incidents.multi-agency` and `team.regional-team`
    /// Propose an agreement with another agency of the server.
    case proposeAid = "propose-aid"
    /// Approve an agreement, or decline it.
    case approveAid = "approve-aid"
    /// See the agreements of the agency, and end one.
    case followAid = "follow-aid"

    // Duty time and pay: these come with the rules of `duty-time`, and no pack lists them
    /// Keep one's own duty time.
    case keepDutyTime = "keep-duty-time"
    /// See the hours of each member by month, once it is over.
    case seeDutyHours = "see-duty-hours"
    /// Approve off-duty time, or decline it (`duty-time.off-duty.approved-by`).
    case approveDutyTime = "approve-duty-time"
    /// Export hours for payroll (`duty-time.payroll`).
    case exportDutyTime = "export-duty-time"
    // Services beside support: these come with the rules that name who assigns, and no pack lists them
    /// Open assignments of services, such as help with a funeral, and confirm who does them (`requests.service-assignments`).
    case assignServices = "assign-services"
    /// Have a member ask how a colleague off work is (`requests.well-being-checks`).
    case assignChecks = "assign-checks"

    // The programme's rules
    /// Read the pack in force with its clauses and what covers them.
    case readConformance = "read-conformance"
    /// Draft a new text of the rules, hand it on and set its day. It comes with the rule that names who does.
    case draftPolicy = "draft-policy"
    /// See new texts of the rules on their way, and approve or review one where it is theirs to.
    case followPolicyDrafts = "follow-policy-drafts"

    // Word between the coordinator and the circles of the programme: these come with the rules, and no pack lists them
    /// See how what somebody answers to one for stands (`governance.reporting`).
    case hearReports = "hear-reports"
    /// Announce something to the circles that the policy names.
    case announce
    /// See the announcements to one's own circles.
    case hearAnnouncements = "hear-announcements"
    /// Say what is wanted, what goes badly and what is needed.
    case giveFeedback = "give-feedback"
    /// Read that, and answer it.
    case readFeedback = "read-feedback"

    // Membership: these come with the rules that name the roles, and no pack lists them
    /// Keep the memberships: activate, see who has signed what and who leads whom.
    case keepMemberships = "keep-memberships"
    /// Confirm another term once its member said yes to it.
    case confirmRenewals = "confirm-renewals"
    /// Know who is paused and since when: whoever is told of a pause, or may see why.
    case seePauses = "see-pauses"
    /// Place a member on inactive status, and end it.
    case placeInactive = "place-inactive"
    /// Begin the removal of a member, or carry it out where nobody else's word is needed.
    case removeMembers = "remove-members"
    /// Be heard before a member is removed.
    case beHeardOnRemovals = "be-heard-on-removals"
    /// Approve a removal, or decline it.
    case approveRemovals = "approve-removals"
    /// Record the yearly review of a member.
    case reviewMembers = "review-members"
    /// See the duties of the members one leads, and never their requests.
    case leadMembers = "lead-members"
    /// Keep the list of reasons that the committee considers relevant for a pause.
    case keepRelevantReasons = "keep-relevant-reasons"
}
