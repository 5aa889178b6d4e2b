extension PolicyPack {
    /// What is missing, in the pack's words for roles and without anybody's name.
    package func words(for vacancy: Vacancy) -> String {
        switch vacancy {
        case .takesNoRequests: "nobody could open a request: the programme is closed for asking"
        case .noSupporter: "nobody takes requests: there is no enrolled \(terms.supporter)"
        case .noLastResort(let role): "what nobody took goes to \(title(of: role)), and nobody enrolled holds that role"
        case .nobodyTold(let role): "disclosures are told to \(title(of: role)), and nobody enrolled holds that role"
        case .nobodyReachable(let role): "no holder of \(title(of: role)) has a way to be reached"
        case .nobodyOnCall(let list): "nobody is on call just now on the list \(title(of: list))"
        case .nobodyApproves(let role):
            "a yes after hours is asked of \(title(of: role)), and nobody enrolled holds that role"
        case .nobodyReceivesSheets(let role):
            "\(terms.statSheet)s go to \(title(of: role)), and nobody enrolled holds that role"
        case .noRosterKeeper: "nobody enrolled keeps the call-out lists"
        case .noKeeper: "nobody enrolled keeps accounts"
        case .noSecondKeeper: "one person alone keeps accounts"
        }
    }

    /// What happens while it is so.
    package func consequence(of vacancy: Vacancy) -> String {
        switch vacancy {
        case .takesNoRequests:
            "The public page takes no request. Crisis lines and numbers stay. Whoever asked before is told that nobody could be asked."
        case .noSupporter: "While anybody comes last, a request goes to them at once."
        case .noLastResort: "A request that nobody takes is told to nobody at that step, and goes on to the next."
        case .nobodyTold:
            "A \(terms.supporter) who has to tell somebody finds nobody here to tell, and has to telephone."
        case .nobodyReachable: "They find it here when they look, and no word reaches them before."
        case .nobodyOnCall: "Only those who opened hours of their own, or respond at any hour, are asked."
        case .nobodyApproves: "Their yes is not waited for: the next is asked, or it goes on without."
        case .nobodyReceivesSheets: "Sheets are submitted, and nobody sees who is late."
        case .noRosterKeeper: "Gaps in the lists, and first contacts that were missed, are told to nobody."
        case .noKeeper: "Nobody here can appoint anybody, or help whoever is locked out."
        case .noSecondKeeper: "Whoever is locked out, and that person too, waits for whoever runs the server."
        }
    }

    /// Who sets it right, and where.
    package func whatToDo(about vacancy: Vacancy) -> String {
        switch vacancy {
        case .takesNoRequests, .noSupporter, .noLastResort, .nobodyTold, .nobodyApproves, .nobodyReceivesSheets,
            .noRosterKeeper:
            "Appoint somebody under Accounts. They are there once they have enrolled with their one-time code."
        case .nobodyReachable: "One of them adds a number under My account, How to reach me, and confirms it."
        case .nobodyOnCall: "Put somebody there under Call-out lists."
        case .noKeeper: "Whoever runs the server makes an account that keeps accounts."
        case .noSecondKeeper: "Appoint a second one under Accounts."
        }
    }
}

extension Refusal {
    /// Nobody could ever open it, so it is not taken: no receipt is given that opens nothing.
    package static let nobodyTakesRequests = Refusal(
        "Nobody here can take a request just now, so none is taken, and nothing you wrote was kept. Please call one of the numbers on this page."
    )
    /// The same by what was left out.
    package static let everybodyLeftOut = Refusal(
        "Nobody is left who could be asked. Please leave out fewer people.", field: "unwanted")
}
