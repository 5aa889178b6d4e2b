import HTML
import HTTPTypes
import Operations
import Program
import Sealing

// What a member shows to their supervisor, and where the supervisor asks for another member (KSO-G.3). The code stands in no address:
// what a link carries behind its # no browser sends.

enum SupervisorAskingActs {
    /// Of whoever has the code, without an account.
    static let ask = Act(
        "askForAnother", "Ask for another member with the code of one who is asked for and cannot leave their post.",
        at: AwarenessAddresses.another, for: .everyone, where: \.hasSupervisorsAsk,
        taking: Input(
            Field<String>.text(
                "code", "Code", longest: 100, kind: .code,
                FieldWords(hint: "Small letters will do, and you may leave the hyphens out.")
            ).map { text throws(Refusal) -> SupervisorCode in
                switch SupervisorCode.read(text) {
                case .code(let code): return code
                case .refused(let slip): throw Refusal("\(slip)", field: "code")
                }
            }),
        then: .done("Somebody else is asked."),
        see: { _, slug in AwarenessAddresses.another.link(slug) }, handing: { "asked" },
        refused: { visit, refused, _ in SupervisorAskingPages.answer(visit, refused) },
        perform: { visit, code, _ in try await visit.programmes.askForAnother(with: code, in: visit.agency) })
}

extension Routes {
    static let supervisorsAsking: [Route] =
        [
            .page(.get, AwarenessAddresses.another, for: .everyone, where: \.hasSupervisorsAsk) {
                (visit: AgencyVisit, _: PathID) in SupervisorAskingPages.answer(visit)
            },
            .staff(
                .get, SupportingAddresses.supervisorCode, for: .holding(.takeRequests), where: \.hasSupervisorsAsk
            ) { visit, id in
                guard try await visit.programmes.request(id.text, of: visit.staff) != nil else { return nil }
                return visit.visit.shownOnce.flatMap { MadeSupervisorCode(shownText: $0) }.map {
                    .page(SupervisorAskingPages.shown($0, id, visit))
                } ?? .see(SupportingAddresses.request.link(id))
            },
        ] + SupervisorAskingActs.ask.routes
}

// On its way to the page that shows it once.
extension MadeSupervisorCode {
    var shownText: String { "\(endsOn.text)\n\(code.text)" }

    fileprivate init?(shownText: String) {
        let lines = shownText.split(separator: "\n").map { String($0) }
        guard lines.count == 2, let day = Day(lines[0]), case .code(let code) = SupervisorCode.read(lines[1]) else {
            return nil
        }
        self.init(code: code, endsOn: day)
    }
}

enum SupervisorAskingPages {
    /// What the member shows: that they are asked for, and nothing more.
    static func shown(_ made: MadeSupervisorCode, _ id: PathID, _ visit: StaffVisit) -> HTML {
        let address = visit.visit.address(of: AwarenessAddresses.another.link(PathID(visit.agency.slug)))
        let withCode = address.map { "\($0)#\(made.code.text)" }
        return page(
            "For your supervisor", in: Shells.staff(visit),
            lead: "Show this page, or print it. It is shown this once.",
            back: Crumb("The request", SupportingAddresses.request.link(id)),
            main: """
                \(slip(
                    "\(visit.staff.name) is asked for",
                    """
                    \(prose(
                        """
                        <p>The \(visit.pack.terms.programme) asks for \(visit.staff.name). Please do what you can to let them leave \
                        their post.</p>
                        <p>If they cannot leave, ask for another\(address.map { " at \($0)" }), with this code:</p>
                        """))
                    \(groupedCode("Code", made.code.text))
                    \(withCode.flatMap { address in
                        SquareCode.holding(address).map { squareCode($0, holds: "The address with the code, for a camera") }
                    })
                    \(telephone(visit.pack))
                    """))
                \(withCode.map { codeLine("To send instead", $0) })
                \(prose(
                    """
                    <p>The code works once, until the end of \(made.endsOn.longName), and as long as the request is yours. One \
                    you had before does not work any more. Once it is used, others are asked and you can no longer open the \
                    request.</p>
                    """))
                """)
    }

    private static func telephone(_ pack: PolicyPack) -> HTML? {
        pack.requests.cannotLeavePost.map { prose("<p>\(NumbersToCall.onPaper($0.of, pack))</p>") }
    }

    /// Where the code is used, the same page for everybody; or what was done with it, which no link can claim.
    static func answer(_ visit: AgencyVisit, _ refused: Refused? = nil) -> Answer? {
        guard let rule = visit.pack.requests.cannotLeavePost else { return nil }
        if refused == nil, visit.visit.shownOnce != nil { return .scriptedPage(asked(rule, visit)) }
        return .scriptedPage(enter(rule, visit, refused), status: refused == nil ? .ok : .unprocessableContent)
    }

    private static func enter(_ rule: CannotLeavePostRule, _ visit: AgencyVisit, _ refused: Refused?) -> HTML {
        let slug = visit.slug
        // Without a key: the page is the same to the byte for whatever does nothing here.
        let form = Form(
            to: AwarenessAddresses.another.link(slug), token: "",
            typed: refused == nil ? nil : visit.visit.form.values, problems: refused?.refusal.fieldProblems() ?? [],
            isPrivate: true)
        let asked = visit.pack.title(of: rule.of)
        return page(
            "When a \(visit.pack.terms.supporter) cannot leave", in: Shells.seeker(visit.agency, visit.site),
            lead: "Somebody who reports to you is asked for by the \(visit.pack.terms.programme).",
            back: Crumb("For supervisors", AwarenessAddresses.supervisors.link(slug)),
            main: """
                \(prose(
                    """
                    <p>Please do what you can to let them leave their post. By whom they are asked for, and why, is told to \
                    nobody. \(rule.basis.note)</p>
                    """))
                \(form.html(
                    SupervisorAskingActs.ask.fields(in: form, visit),
                    actions: button("They cannot leave: ask the \(asked) for another")))
                \(section("By telephone", NumbersToCall.of(rule.of, visit.pack)))
                """)
    }

    private static func asked(_ rule: CannotLeavePostRule, _ visit: AgencyVisit) -> HTML {
        page(
            "Somebody else is asked", in: Shells.seeker(visit.agency, visit.site),
            lead: "The \(visit.pack.title(of: rule.of)) is told, and others are asked already.",
            back: Crumb("For supervisors", AwarenessAddresses.supervisors.link(visit.slug)),
            main: prose(
                "<p>Thank you. Please tell the one who showed you the code: they are not waited for any more.</p>"))
    }
}
