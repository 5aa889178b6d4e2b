import Program

extension PackReference {
    /// A pack that starts from the guidelines, as the reference shows it. It passes `pack check`.
    package static let example = """
        id: springfield
        format: \(PackFormat.current.number)
        version: "1"
        extends: iacp
        agency: {title: Springfield Police Department}
        # A clause of the department's own order; the guidelines' clauses stay.
        clauses:
          - {id: SPD-4.2, place: "4.2", kind: schedule, duty: Sheets are in by the fifth}
        stat-sheet:
          due-day: 5
          basis: {clauses: [SPD-4.2], said: {due-day: in by the fifth}, chosen: {reminder-days: Three days leave time to count.}}
        requests:
          first-contact:
            within-minutes: 120
            basis: {chosen: "The order is silent; two hours suit our shifts."}
        retention:
          closed-request-days: {value: 14, basis: {chosen: "The order is silent; two weeks to come back to it."}}
        membership:
          removal:
            grounds:
              - {id: standing, remove: true}
        """

    static let beginning = """
        # Policy packs: every key

        Made by `peersupport pack reference` from the types of `Sources/Program/Policy` and the words above them; a test fails where
        this page says something else. Why packs are as they are: [decisions/policy-packs.md](decisions/policy-packs.md).

        ## A worked example

        A department starts from the guidelines and says in what it differs. `peersupport pack check springfield.yaml` tells every
        problem at once with line and path, then each value that differs from the parent, and the duties that nothing carries out.

        ```yaml
        \(example)
        ```

        Mappings merge key by key. A list is replaced whole, unless all its items have an `id`: then item by item. `remove: true` takes
        out a rule or an item. A choice is a word, with what belongs to it below: `procedure: {at-will: {by: coordinator}}`.

        ## Basis

        Nearly every mapping has a `basis`, which is required and has no row of its own below: a list of clauses of the pack's
        register, `[KSO-A.1, KSO-A.3]`, or `{chosen: "why"}` where the policy is silent. Where a key ends in `.value`, the basis stands
        beside it: `{value: 14, basis: {chosen: "Two weeks leave time to fill a gap."}}`.

        Where the policy gives a rule and not each of its values, the basis has three parts: the `clauses`; what they give, as
        `said`, each value with a few words of the policy; and what is yours, as `chosen`, each value with the reason. People see
        "our choice" and the reason beside a chosen value, and no clause:
        `basis: {clauses: [OCP-I.C.3.i-1], said: {due-day: "due on the 10th"}, chosen: {reminder-days: "Three days leave time."}}`.
        Every number under clauses is said or chosen; `pack check` asks for it. Whoever changes a value that the parent has as `said`
        gives a basis, since the parent's words do not give it. A value is named by its key, or by the way to it: `act.ballot.votes`. A step may be the `id` of an item, its word or its number; a way
        that names none goes into every item of a list.

        ## Numbers

        Every number has a range. `pack check` refuses what is outside of it and names path, range and number. In an archived pack,
        which an earlier release put in force when it knew no range, such a number is read as the nearest in the range.

        ## Formats

        A pack states its `format`. A pack that is written or put in force is of the current one, which is \(PackFormat.current.number).
        An archived pack is of any: it is brought up format by format when it is read, its text and hash stay as they are, and
        what a later format knows and this program does not is passed over.

        * **1**: packs that state no format, up to November 2026.
        * **2**: states its format. To bring a pack up: add `format: 2`; say `designee-allowed` of each recipient of an exception
          (`confidentiality.exceptions[].recipients[]`; read as false where silent) and `strength` of each list of topics
          (`training.topics[]`; read as recommended where silent); name under `incidents.large-scale.after-action` who writes it
          (`drafted-by`; an older rule without it is silent); keep numbers in their ranges.
        * **3**: states of each value whether the source says it or the agency chose it. To bring a pack up: add `format: 3`. A right of seekers may say
          whose it is (`confidentiality.seeker-rights[].held-by`; silent: everybody's), a statement whom it tells to call (`statements[].calls`),
          and `availability.members` whether every member is listed (silent: every one), and `availability.says-who-supervises` whether the
          list says who supervises others (silent: it does not).
          `requests.self-disqualification.consults` may name whom a supporter asks who is not sure about an offer; silent, as in older
          packs, the page of an offer names nobody. `team.planning` may name who plans the team, `team.ranges` how many members a site
          has, and `team.own-load` from how many hours supporters are told that it was much, by themselves alone.
          `governance.policy-revision.review-every` may say after how many months the rules are looked at again; silent: never by a date.
          A basis may say it for each value (`clauses`, `said`, `chosen`); a list of clauses alone is read as before.
          An exception to confidence that is told to a role again and again names, under `confidentiality.telling`, how soon that is and
          which office answers in its place; what must be told has a time. An older pack reads as its own shortest wait for a page,
          at most a quarter of an hour, and asks the offices that its requests go to.
          A pack may name its `country`; one that does not, an older one too, is of the United States.
        * `selection.nomination`, `selection.cooling-days` and `retention.decided-application-days` may stand in any format. Where they are
          silent nobody is named, whoever was not selected may apply at once, and papers go with the decision. The first step of a
          selection is its application, the last is required, and what comes with a rule to whom it names is no power of a role.
        * Of training may stand in any format: for whom a course or a recurring training is (`whom`; silent: the whole team), a deadline in
          months from approval (`within-months`; such a course keeps nobody from being active) and for how long it counts
          (`valid-months`); over how many periods together something is counted (`every`), a day of the year (`by`) and whether it is
          for everybody (`everyone`, counted in numbers); and what members are qualified for, with its conditions (`training.qualifications`).
        * `counsel` may stand in any format: what to settle with the agency's counsel, each question open until it has an `answer`, and the
          day of counsel's last review.
        * `responses` may stand in any format: in which bands it is counted how soon requests are answered; silent: it is not counted.

        ## Country

        `country: canada` takes over what is so in Canada: the emergency number, crisis lines, holidays, office hours, languages. The
        profiles that come along are \(CountryProfiles.names.map { "`\($0)`" }.joined(separator: ", ")). What an agency has otherwise it says
        below the profile it extends:

        ```yaml
        country:
          extends: united-states
          business-hours:
            open:
              - {days: [monday, tuesday, wednesday, thursday], from: "07:00", until: "17:30"}
            basis: {chosen: "Our front desk is closed on Fridays."}
          holidays:
            days:
              - {id: columbus, remove: true}
              - {id: chavez, name: Cesar Chavez Day, on: {date: {month: 3, day: 31}}, observed: nearest-weekday}
        ```

        All hours outside of these, and whole holidays, are after hours. The kept text of a pack has its country written out, so a later
        profile changes nothing that is in force.

        ## Keys

        `[]` stands for each item of a list. A key without "required" may be left out; the rule is then silent.
        """
}
